import { type ReactNode, useState } from 'react'
import type { Reply } from '../../../../../shared/kernel/result.ts'
import type { TicketShown } from '../../../../../shared/projections/hallViews.ts'
import { refusalText } from '../../../../texts/index.ts'
import { Dialog, Notice, toast } from '../../../../ui/index.ts'
import { minutesBetween } from '../../model/minutes.ts'
import { useNow } from '../../state/useNow.ts'
import { usePress } from '../../state/usePress.ts'
import { BLOCK, Q } from '../texts.ts'
import type { QueueActProps } from './actProps.ts'
import { ChoiceList } from './ChoiceList.tsx'

const DIGITS = '123456789'

interface TicketListProps {
  readonly title: string
  readonly tickets: readonly TicketShown[]
  readonly none: string
  readonly busy: boolean
  readonly refused: string | null
  /** Instant that the row counts from. */
  readonly since: (ticket: TicketShown) => string | null
  readonly more: (ticket: TicketShown) => ReactNode
  readonly onChoose: (ticket: TicketShown) => void
  readonly onClose: () => void
}

function TicketList({ title, tickets, none, busy, refused, since, more, onChoose, onClose }: TicketListProps) {
  const now = useNow()
  const ago = (ticket: TicketShown): string => {
    const from = since(ticket)
    return from === null || now === null ? '' : Q.waited(minutesBetween(from, now))
  }
  return (
    <Dialog title={title} onClose={onClose}>
      {refused !== null && <Notice tone="warn">{refused}</Notice>}
      {tickets.length === 0 ? (
        <p className="desk__quiet">{none}</p>
      ) : (
        <>
          <p className="desk__quiet">{Q.listHint}</p>
          <ChoiceList
            lines={tickets}
            keyOf={({ ticketId }) => ticketId}
            kbdOf={(_, index) => DIGITS[index] ?? ''}
            show={(ticket) => (
              <span className="act__ticket">
                <strong>{ticket.no}</strong>
                <span>{ticket.groupName}</span>
                <span>{more(ticket)}</span>
                <span>{ago(ticket)}</span>
              </span>
            )}
            busy={busy}
            onChoose={onChoose}
          />
        </>
      )}
    </Dialog>
  )
}

/** Says how it went; gives whether it did. */
function useAnswer(): { refused: string | null; took: <T>(reply: Reply<T> | null, said: string) => boolean } {
  const [refused, setRefused] = useState<string | null>(null)
  return {
    refused,
    took(reply, said) {
      if (reply === null) return false
      setRefused(reply.ok ? null : refusalText(reply.refusal))
      if (reply.ok) toast(said)
      return reply.ok
    }
  }
}

/** 过号 came after all: back into the queue, a few places later. */
export function Rejoin({ desk, onClose, onDone }: QueueActProps) {
  const press = usePress('queue.rejoin')
  const { refused, took } = useAnswer()
  const rejoin = async ({ ticketId, no }: TicketShown): Promise<void> => {
    if (took(await press.press({ ticketId }), Q.rejoined(no))) onDone()
  }
  return (
    <TicketList
      title={Q.rejoinTitle}
      tickets={desk.missed}
      none={BLOCK['none-missed'] ?? ''}
      busy={press.busy}
      refused={refused}
      since={({ calledAt }) => calledAt}
      more={({ calls, counter }) => Q.missedAt(calls, counter)}
      onChoose={(ticket) => void rejoin(ticket)}
      onClose={onClose}
    />
  )
}

/** Back from an errand, at whichever counter. */
export function TakeBack({ desk, onClose, onDone, onSeated }: QueueActProps) {
  const press = usePress('queue.takeBack')
  const { refused, took } = useAnswer()
  const takeBack = async ({ ticketId, no }: TicketShown): Promise<void> => {
    if (!took(await press.press({ ticketId }), Q.takenBack(no))) return
    onDone()
    onSeated(no)
  }
  return (
    <TicketList
      title={Q.takeBackTitle}
      tickets={desk.held}
      none={BLOCK['none-held'] ?? ''}
      busy={press.busy}
      refused={refused}
      since={({ heldAt }) => heldAt}
      more={({ counter, heldReason }) => Q.heldBy(counter, heldReason)}
      onChoose={(ticket) => void takeBack(ticket)}
      onClose={onClose}
    />
  )
}
