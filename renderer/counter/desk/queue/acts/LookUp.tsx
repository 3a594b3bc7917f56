import { type FormEvent, useId, useState } from 'react'
import type { TicketTrail } from '../../../../../shared/projections/hallViews.ts'
import { ask } from '../../../../bridge/linchuang.ts'
import { refusalText, TICKET_STATUS } from '../../../../texts/index.ts'
import { Button, Dialog, enterMoves, Field, Light, TextInput, type Tone } from '../../../../ui/index.ts'
import { whyCurrent } from '../../model/queueWhy.ts'
import { noTyped } from '../../model/ticketsFor.ts'
import { trailLines } from '../../model/ticketTrail.ts'
import { answered } from '../../state/answered.ts'
import { Q } from '../texts.ts'
import type { QueueActProps } from './actProps.ts'
import { ticketMissing } from './TicketField.tsx'

const TONE: Readonly<Record<TicketTrail['ticket']['status'], Tone>> = {
  waiting: 'blue',
  called: 'blue',
  serving: 'green',
  held: 'amber',
  finished: 'green',
  missed: 'amber',
  cancelled: 'grey',
  expired: 'grey'
}

/** What became of a number: how it stands, why there, and its whole way through the hall. */
export function LookUp({ desk, onClose }: QueueActProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const [found, setFound] = useState<TicketTrail | null>(null)
  const known = [...desk.waiting, ...desk.held, ...desk.missed, ...(desk.current ? [desk.current] : [])]

  const look = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const missing = ticketMissing({ no: typed })
    setWrong(missing?.text)
    if (missing) return
    const reply = await answered(ask('queue.ticket', { no: noTyped(typed, known) }))
    setFound(reply.ok ? reply.value : null)
    setWrong(reply.ok ? undefined : refusalText(reply.refusal))
  }

  return (
    <Dialog
      title={Q.lookUpTitle}
      onClose={onClose}
      foot={
        <Button submit form={id} tone="primary" kbd="Ctrl+Enter">
          {Q.lookUpButton}
        </Button>
      }
    >
      <form id={id} className="act" noValidate onKeyDown={enterMoves} onSubmit={(event) => void look(event)}>
        <Field label={Q.ticketNo} error={wrong} required>
          <TextInput
            value={typed}
            data-place="act.ticket"
            className="act__day"
            onChange={(event) => {
              setWrong(undefined)
              setTyped(event.currentTarget.value)
            }}
          />
        </Field>
        {found && <Found found={found} groups={desk.groups} />}
      </form>
    </Dialog>
  )
}

interface FoundProps {
  readonly found: TicketTrail
  readonly groups: QueueActProps['desk']['groups']
}

const Found = ({ found: { ticket, trail }, groups }: FoundProps) => (
  <section className="trail" aria-label={`${ticket.no} ${Q.trail}`}>
    <p className="trail__head" role="status">
      <strong className="trail__no">{ticket.no}</strong>
      <span>{ticket.groupName}</span>
      <Light tone={TONE[ticket.status]}>{TICKET_STATUS[ticket.status]}</Light>
    </p>
    <p className="desk__quiet">{whyCurrent(ticket)}</p>
    <table className="trail__table">
      <thead>
        <tr>
          <th scope="col">{Q.trailTime}</th>
          <th scope="col">{Q.trailWhat}</th>
          <th scope="col">{Q.trailMore}</th>
        </tr>
      </thead>
      <tbody>
        {trailLines(trail, groups).map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a trail only grows, and two steps may have the same second
          <tr key={index}>
            <td>{line.at}</td>
            <td>{line.what}</td>
            <td>{line.more}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)
