import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { WaitEstimate } from '../../../../shared/domain/queue/queue.ts'
import type { DeskView } from '../../../../shared/projections/views.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, Dialog, KeyCap, Notice } from '../../../ui/index.ts'
import { listKey } from '../model/listKeys.ts'
import { PdfPages } from '../papers/PdfPages.tsx'
import { PrintBar } from '../papers/PrintBar.tsx'
import { usePaper } from '../state/usePaper.ts'
import { usePress } from '../state/usePress.ts'
import { T } from '../texts.ts'

interface Taken {
  readonly no: string
  readonly docId: string
  readonly ahead: number
  readonly estimate: WaitEstimate | null
  readonly groupName: string
}

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

  const take = async (group: DeskView['groups'][number]): Promise<void> => {
    if (made.current) return
    const reply = await issue.press({ group: group.code })
    if (reply === null) return
    if (!reply.ok) return setRefused(refusalText(reply.refusal))
    made.current = true
    setRefused(null)
    setTaken({ ...reply.value, groupName: group.name })
  }

  const again = (): void => {
    made.current = false
    setTaken(null)
  }

  return (
    <Dialog title={T.takeTicketTitle} onClose={onClose}>
      {refused !== null && <Notice tone="warn">{refused}</Notice>}
      {taken ? (
        <TakenTicket taken={taken} onAgain={again} onClose={onClose} />
      ) : (
        <Groups groups={groups} busy={issue.busy} onChoose={(group) => void take(group)} />
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

interface TakenTicketProps {
  readonly taken: Taken
  readonly onAgain: () => void
  readonly onClose: () => void
}

/** The number to be told, and the slip, which is printed by itself: the keys are for when it is not. */
function TakenTicket({ taken, onAgain, onClose }: TakenTicketProps) {
  const paper = usePaper(taken.docId)
  const main = useRef<HTMLButtonElement>(null)
  // Before it is painted: the next Enter is already on its way.
  useLayoutEffect(() => main.current?.focus(), [])
  return (
    <div className="taken">
      <div>
        <p className="taken__no" role="status" data-testid="taken-no">
          {taken.no}
        </p>
        <p className="taken__line">{taken.groupName}</p>
        <p className="taken__line">{T.ticketAhead(taken.ahead)}</p>
        <p className="taken__wait">{T.ticketWait(taken.estimate)}</p>
        <div className="taken__keys">
          <Button tone="primary" size="large" ref={main} onClick={onClose}>
            {T.takenDone} <KeyCap keys="Enter" />
          </Button>
          <Button kbd="F2" kbdGroup={T.takeTicket} onClick={onAgain}>
            {T.anotherTicket}
          </Button>
        </div>
        {paper && <PrintBar paper={paper} onPrinted={() => main.current?.focus()} actions={null} />}
      </div>
      <div className="taken__paper">
        <PdfPages docId={taken.docId} label={T.takeTicket} />
      </div>
    </div>
  )
}
