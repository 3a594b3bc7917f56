import { useState } from 'react'
import type { TicketGroup } from '../../../../../shared/domain/hall/hall.ts'
import type { Reply } from '../../../../../shared/kernel/result.ts'
import { refusalText } from '../../../../texts/index.ts'
import { Dialog, Notice, toast } from '../../../../ui/index.ts'
import { useDesk } from '../../DeskContext.tsx'
import { usePress } from '../../state/usePress.ts'
import { Q } from '../texts.ts'
import type { QueueActProps } from './actProps.ts'
import { ChoiceList } from './ChoiceList.tsx'

interface GroupDialogProps {
  readonly title: string
  /** Group that it has now and need not be offered. */
  readonly not?: string | undefined
  readonly busy: boolean
  readonly onClose: () => void
  readonly take: (group: TicketGroup) => Promise<Reply<unknown> | null>
  readonly onTaken: () => void
}

/** One of the groups that this counter serves: a letter takes it at once. */
function GroupDialog({ title, not, busy, onClose, take, onTaken }: GroupDialogProps) {
  const { app } = useDesk()
  const [refused, setRefused] = useState<string | null>(null)
  const mine = app.hall?.counters.find(({ no }) => no === app.counter)?.groups ?? []
  const groups = (app.hall?.groups ?? []).filter(({ code }) => mine.includes(code) && code !== not)
  const choose = async (group: TicketGroup): Promise<void> => {
    const reply = await take(group)
    if (reply === null) return
    if (reply.ok) onTaken()
    else setRefused(refusalText(reply.refusal))
  }
  return (
    <Dialog title={title} onClose={onClose}>
      {refused !== null && <Notice tone="warn">{refused}</Notice>}
      <p className="desk__quiet">{Q.groupHint}</p>
      <ChoiceList
        lines={groups}
        keyOf={({ code }) => code}
        kbdOf={({ code }) => code}
        show={({ name }) => name}
        busy={busy}
        onChoose={(group) => void choose(group)}
      />
    </Dialog>
  )
}

/** The next matter of the same visit. */
export function NextService({ onClose, onDone }: QueueActProps) {
  const press = usePress('queue.nextService')
  return (
    <GroupDialog
      title={Q.nextServiceTitle}
      busy={press.busy}
      onClose={onClose}
      take={async ({ code, name }) => {
        const reply = await press.press({ group: code })
        if (reply?.ok) toast(Q.nextServiceSaid(name))
        return reply
      }}
      onTaken={onDone}
    />
  )
}

/** The number was taken for the wrong matter. */
export function Correct({ desk, onClose, onDone }: QueueActProps) {
  const press = usePress('queue.correctService')
  return (
    <GroupDialog
      title={Q.correctTitle}
      not={desk.current?.group}
      busy={press.busy}
      onClose={onClose}
      take={async ({ code, name }) => {
        const reply = await press.press({ group: code })
        if (reply?.ok) toast(Q.correctSaid(name))
        return reply
      }}
      onTaken={onDone}
    />
  )
}

/** Somebody without a ticket is served at once; a number is given for the records. */
export function WalkIn({ onClose, onDone, onSeated }: QueueActProps) {
  const press = usePress('queue.serveWalkIn')
  return (
    <GroupDialog
      title={Q.walkInTitle}
      busy={press.busy}
      onClose={onClose}
      take={async ({ code }) => {
        const reply = await press.press({ group: code })
        if (reply?.ok) {
          toast(Q.walkInSaid(reply.value.no))
          onSeated(reply.value.no)
        }
        return reply
      }}
      onTaken={onDone}
    />
  )
}
