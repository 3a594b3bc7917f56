import { useId, useState } from 'react'
import type { FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form'
import type { Reply } from '../../../../../shared/kernel/result.ts'
import type { TicketShown } from '../../../../../shared/projections/hallViews.ts'
import { ask } from '../../../../bridge/linchuang.ts'
import { TICKET_STATUS } from '../../../../texts/index.ts'
import type { Wrong } from '../../cases/acts/ActDialog.tsx'
import { noTyped, ticketsFor } from '../../model/ticketsFor.ts'
import { Combobox } from '../../parts/Combobox.tsx'
import { answered } from '../../state/answered.ts'
import { Mark } from '../Mark.tsx'
import { Q } from '../texts.ts'

/** The part of a form that says which number is meant, as it was typed. */
export interface WhichTicket {
  readonly no: string
}

export interface TicketFieldProps<F extends FieldValues & WhichTicket> {
  readonly form: UseFormReturn<F>
  /** Offered; any other number of today may be typed in full. */
  readonly tickets: readonly TicketShown[]
}

/** Which number, by its digits or with the arrows. */
export function TicketField<F extends FieldValues & WhichTicket>({ form, tickets }: TicketFieldProps<F>) {
  const id = useId()
  const place = 'no' as Path<F>
  const typed = String(form.watch(place))
  const [chosen, setChosen] = useState(() => typed !== '')
  const wrong = form.getFieldState(place, form.formState).error?.message
  const set = (text: string): void => {
    form.clearErrors(place)
    form.setValue(place, text as PathValue<F, Path<F>>)
  }
  return (
    <div className="ui-field" data-field="no">
      <span className="ui-field__label">{Q.ticketNo}</span>
      <Combobox<TicketShown>
        label={Q.ticketNo}
        place="act.ticket"
        text={typed}
        onText={(text) => {
          setChosen(false)
          set(text)
        }}
        options={ticketsFor(chosen ? '' : typed, tickets)}
        keyOf={({ ticketId }) => ticketId}
        show={(ticket) => (
          <span className="act__ticket">
            <strong>{ticket.no}</strong>
            <span>{ticket.groupName}</span>
            <Mark ticket={ticket} />
            <span>{TICKET_STATUS[ticket.status]}</span>
          </span>
        )}
        onChoose={({ no }) => {
          setChosen(true)
          set(no)
        }}
        firstIsActive={typed.trim() !== '' && !chosen}
        placeholder={Q.ticketHint}
        empty={tickets.length === 0 ? null : Q.ticketNone}
        describedBy={wrong ? `${id}-wrong` : undefined}
        invalid={wrong !== undefined}
      />
      {wrong && (
        <p className="ui-field__error" id={`${id}-wrong`} aria-live="polite">
          {wrong}
        </p>
      )}
    </div>
  )
}

/** A number has to be there; `null`: it is. */
export const ticketMissing = <F extends FieldValues & WhichTicket>({ no }: WhichTicket): Wrong<F> | null =>
  no.trim() === '' ? { place: 'no' as Path<F>, text: Q.ticketMissing } : null

/** The number that was typed: one of those offered, else whatever of today has it. A refusal belongs to the field. */
export async function ticketIdOf(typed: string, tickets: readonly TicketShown[]): Promise<Reply<string>> {
  const no = noTyped(typed, tickets)
  const known = tickets.find((ticket) => ticket.no === no)
  if (known) return { ok: true, value: known.ticketId }
  const found = await answered(ask('queue.ticket', { no }))
  if (found.ok) return { ok: true, value: found.value.ticket.ticketId }
  return { ok: false, refusal: { ...found.refusal, field: 'no' } }
}

/** The same with the rest of the input. */
export async function withTicket<I>(
  typed: string,
  tickets: readonly TicketShown[],
  rest: (ticketId: string) => I
): Promise<Reply<I>> {
  const found = await ticketIdOf(typed, tickets)
  return found.ok ? { ok: true, value: rest(found.value) } : found
}
