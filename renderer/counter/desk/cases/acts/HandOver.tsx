import { C } from '../texts.ts'
import { ActDialog, type ActProps } from './ActDialog.tsx'
import { ColleagueField } from './ColleagueField.tsx'
import { needed, Words } from './fields.tsx'

/** 首问负责: whoever was asked first keeps the matter until somebody else has taken it up. */
export const OfferHandOver = (props: ActProps) => (
  <ActDialog
    {...props}
    door="casework.offerHandOver"
    title={C.handOverTitle}
    button={C.handOverButton}
    said={C.handOverSaid}
    warning={C.handOverWarn}
    start={{ to: '', reason: '' }}
    check={({ to, reason }) => [needed('to', to, C.choiceMissing), needed('reason', reason)]}
    toInput={({ to, reason }) => ({ caseId: props.detail.caseId, to, reason: reason.trim() })}
  >
    {(form) => (
      <>
        <ColleagueField
          ownerId={props.detail.owner.personId}
          chosen={form.watch('to')}
          error={form.getFieldState('to', form.formState).error?.message}
          onChoose={(personId) => {
            form.setValue('to', personId)
            if (personId !== '') form.setFocus('reason')
          }}
        />
        <Words form={form} name="reason" label={C.handOverReason} required />
      </>
    )}
  </ActDialog>
)

export const AcceptHandOver = (props: ActProps) => {
  const { caseId, owner, handOver } = props.detail
  return (
    <ActDialog
      {...props}
      door="casework.acceptHandOver"
      title={C.acceptHandOverTitle}
      button={C.acceptHandOverButton}
      said={C.acceptHandOverSaid}
      warning={C.acceptHandOverText(owner.name, handOver?.reason ?? '')}
      start={{}}
      toInput={() => ({ caseId })}
    />
  )
}

export const DeclineHandOver = (props: ActProps) => (
  <ActDialog
    {...props}
    door="casework.declineHandOver"
    title={C.declineHandOverTitle}
    button={C.declineHandOverButton}
    said={C.declineHandOverSaid}
    start={{ reason: '' }}
    check={({ reason }) => [needed('reason', reason)]}
    toInput={({ reason }) => ({ caseId: props.detail.caseId, reason: reason.trim() })}
  >
    {(form) => <Words form={form} name="reason" label={C.declineHandOverReason} required />}
  </ActDialog>
)
