import { type KeyboardEvent, useRef, useState } from 'react'
import type { PriorityReason } from '../../../../shared/domain/queue/queueEvents.ts'
import type { DeskView } from '../../../../shared/projections/views.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, Dialog, Field, isComposing, Notice, TextInput } from '../../../ui/index.ts'
import { listKey } from '../model/listKeys.ts'
import { usePress } from '../state/usePress.ts'
import { T } from '../texts.ts'
import { type Taken, TakenTicket } from './TakenTicket.tsx'
import { PRIORITY, Q } from './texts.ts'

export interface TakeTicketProps {
  readonly groups: DeskView['groups']
  readonly onClose: () => void
}

/**
 * F2: a ticket for somebody who stands at the counter. One opening makes one ticket however often the key is hit: there
 * is one answer on its way at most, and once it is there the groups are gone.
 */
export function TakeTicket({ groups, onClose }: TakeTicketProps) {
  const [taken, setTaken] = useState<Taken | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const issue = usePress('queue.issueTicket')
  const made = useRef(false)
  const [reason, setReason] = useState<PriorityReason | null>(null)
  const [note, setNote] = useState('')
  const [noteWrong, setNoteWrong] = useState<string | undefined>(undefined)
  const noteField = useRef<HTMLInputElement>(null)

  const take = async (group: DeskView['groups'][number]): Promise<void> => {
    if (made.current) return
    if (reason === 'other' && note.trim() === '') {
      setNoteWrong(Q.noteMissing)
      noteField.current?.focus()
      return
    }
    const words = reason === 'other' ? note.trim() : ''
    const priority = reason === null ? null : { reason, note: words }
    const reply = await issue.press({ group: group.code, priority })
    if (reply === null) return
    if (!reply.ok) return setRefused(refusalText(reply.refusal))
    made.current = true
    setRefused(null)
    setTaken({ ...reply.value, groupName: group.name })
  }

  const again = (): void => {
    made.current = false
    setTaken(null)
    setReason(null)
    setNote('')
  }

  return (
    <Dialog title={T.takeTicketTitle} onClose={onClose}>
      {refused !== null && <Notice tone="warn">{refused}</Notice>}
      {taken ? (
        <TakenTicket taken={taken} onAgain={again} onClose={onClose} />
      ) : (
        <>
          <Groups groups={groups} busy={issue.busy} onChoose={(group) => void take(group)} />
          <Priorities chosen={reason} onChoose={setReason} />
          {reason === 'other' && (
            <Field label={Q.priorityNote} error={noteWrong} required>
              <TextInput
                ref={noteField}
                autoFocus
                value={note}
                onChange={(event) => {
                  setNoteWrong(undefined)
                  setNote(event.currentTarget.value)
                }}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && !isComposing(event.nativeEvent)) firstGroup()
                }}
              />
            </Field>
          )}
        </>
      )}
    </Dialog>
  )
}

interface GroupsProps {
  readonly groups: DeskView['groups']
  readonly busy: boolean
  readonly onChoose: (group: DeskView['groups'][number]) => void
}

/** A letter takes its group at once; arrows and Enter do the same by sight. */
function Groups({ groups, busy, onChoose }: GroupsProps) {
  const list = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent): void => {
    const buttons: (Element | null)[] = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement)
    const next = listKey(event.key, at, buttons.length)
    if (next === null) return
    event.preventDefault()
    const button = buttons[next]
    if (button instanceof HTMLElement) button.focus()
  }
  return (
    <>
      <p className="desk__quiet">{T.takeTicketHint}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows between its buttons, which act themselves */}
      <div className="takeGroups" ref={list} onKeyDown={move}>
        {groups.map((group, index) => (
          <Button
            key={group.code}
            wide
            size="large"
            kbd={group.code}
            kbdGroup={T.takeTicket}
            busy={busy}
            data-autofocus={index === 0 ? '' : undefined}
            onClick={() => onChoose(group)}
          >
            <span className="takeGroups__name">{group.name}</span>
            <span className="takeGroups__waiting">{T.waitingCount(group.waiting)}</span>
          </Button>
        ))}
      </div>
    </>
  )
}

/** From the words of a reason back to the letters. */
const firstGroup = (): void => document.querySelector<HTMLElement>('.takeGroups button')?.focus()

interface PrioritiesProps {
  readonly chosen: PriorityReason | null
  readonly onChoose: (reason: PriorityReason | null) => void
}

/** Optional, by digit, before the letter: a reason to be called earlier. The same digit takes it away again. */
const Priorities = ({ chosen, onChoose }: PrioritiesProps) => (
  <fieldset className="takePriority">
    <legend className="ui-choices__legend">{Q.priorityTake}</legend>
    {(Object.keys(PRIORITY) as PriorityReason[]).map((reason, index) => (
      <Button
        key={reason}
        size="small"
        kbd={String(index + 1)}
        kbdGroup={Q.priorityKind}
        aria-pressed={chosen === reason}
        onClick={() => onChoose(chosen === reason ? null : reason)}
      >
        {PRIORITY[reason]}
      </Button>
    ))}
  </fieldset>
)
