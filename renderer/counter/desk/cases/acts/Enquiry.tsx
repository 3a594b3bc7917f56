import type { UseFormReturn } from 'react-hook-form'
import type { InputOf } from '../../../../../shared/contract/contract.ts'
import type { Reply } from '../../../../../shared/kernel/result.ts'
import type { CaseDetail } from '../../../../../shared/projections/views.ts'
import { fullPeople } from '../../state/fullPeople.ts'
import { C } from '../texts.ts'
import { ActDialog, type ActProps } from './ActDialog.tsx'
import { Line, needed, Options, Words } from './fields.tsx'

interface Destination {
  readonly name: string
  readonly place: string
  readonly phone: string
}

const NOWHERE: Destination = { name: '', place: '', phone: '' }

const trimmed = ({ name, place, phone }: Destination): Destination | null => {
  const where = { name: name.trim(), place: place.trim(), phone: phone.trim() }
  return where.name + where.place + where.phone === '' ? null : where
}

interface Answered {
  text: string
  destination: Destination
}

/** An enquiry is told everything at once; never closed as "not ours" without the name of who it is for (首问负责). */
export const Answer = (props: ActProps) => (
  <ActDialog<'enquiry.answer', Answered>
    {...props}
    door="enquiry.answer"
    title={C.answerTitle}
    button={C.answerButton}
    said={C.answerSaid}
    start={{ text: '', destination: NOWHERE }}
    toInput={({ text, destination }) => ({
      caseId: props.detail.caseId,
      answers: { ...props.detail.answers },
      text: text.trim(),
      destination: trimmed(destination)
    })}
  >
    {(form) => (
      <>
        <Words
          form={form}
          name="text"
          label={C.answerText}
          hint={props.detail.itemId === '' ? undefined : C.answerHint}
        />
        <fieldset className="act__block">
          <legend>{C.answerWhere}</legend>
          <Line form={form} name="destination.name" label={C.destinationName} />
          <div className="act__pair">
            <Line form={form} name="destination.place" label={C.destinationPlace} />
            <Line form={form} name="destination.phone" label={C.destinationPhone} />
          </div>
        </fieldset>
      </>
    )}
  </ActDialog>
)

interface Declined {
  kind: string
  reason: string
  destination: Destination
}

/** 不予受理 / 不需要办理, at once and in writing (许可法 32(1), 32(2)). */
export const Decline = (props: ActProps) => (
  <ActDialog<'casework.decline', Declined>
    {...props}
    door="casework.decline"
    title={C.declineTitle}
    button={C.declineButton}
    said={C.declineSaid}
    danger
    start={{ kind: 'outsideAuthority', reason: '', destination: NOWHERE }}
    check={({ kind, reason, destination }) => [
      kind === 'outsideAuthority' ? needed('destination.name', destination.name, C.destinationMissing) : null,
      needed('reason', reason)
    ]}
    toInput={(typed) => declineInput(props.detail, typed)}
  >
    {(form) => <DeclineFields form={form} />}
  </ActDialog>
)

const DeclineFields = ({ form }: { readonly form: UseFormReturn<Declined> }) => (
  <>
    <Options
      form={form}
      name="kind"
      label={C.declineKind}
      options={[
        { value: 'outsideAuthority', label: C.declineOutside },
        { value: 'notRequired', label: C.declineNotRequired }
      ]}
    />
    {form.watch('kind') === 'outsideAuthority' && (
      <fieldset className="act__block">
        <legend>{C.declineWhere}</legend>
        <Line form={form} name="destination.name" label={C.destinationName} required />
        <div className="act__pair">
          <Line form={form} name="destination.place" label={C.destinationPlace} />
          <Line form={form} name="destination.phone" label={C.destinationPhone} />
        </div>
      </fieldset>
    )}
    <Words form={form} name="reason" label={C.declineReason} required />
  </>
)

/** The paper names its people in full, so their numbers are fetched, and the look is recorded. */
async function declineInput(detail: CaseDetail, typed: Declined): Promise<Reply<InputOf<'casework.decline'>>> {
  const people = await fullPeople(detail)
  if (!people.ok) return people
  const { applicant, proxy } = detail
  const outside = typed.kind === 'outsideAuthority'
  return {
    ok: true,
    value: {
      caseId: detail.caseId,
      itemId: detail.itemId,
      answers: { ...detail.answers },
      applicant: {
        name: applicant.name,
        idKind: applicant.idKind,
        address: applicant.address,
        idValidUntil: applicant.idValidUntil,
        ...people.value.applicant
      },
      proxy:
        proxy && people.value.proxy
          ? {
              name: proxy.name,
              idKind: proxy.idKind,
              idValidUntil: proxy.idValidUntil,
              authority: proxy.authority,
              ...people.value.proxy
            }
          : null,
      kind: outside ? 'outsideAuthority' : 'notRequired',
      reason: typed.reason.trim(),
      destination: outside ? trimmed(typed.destination) : null
    }
  }
}
