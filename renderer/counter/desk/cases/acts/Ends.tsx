import { C } from '../texts.ts'
import { ActDialog, type ActProps } from './ActDialog.tsx'
import { choices, needed, Options, Words } from './fields.tsx'

/** 办结, with a word about it if there is one. */
export const Complete = (props: ActProps) => (
  <ActDialog
    {...props}
    door="casework.complete"
    title={C.completeTitle}
    button={C.completeButton}
    said={C.completeSaid}
    start={{ note: '' }}
    toInput={({ note }) => ({ caseId: props.detail.caseId, note: note.trim() })}
  >
    {(form) => <Words form={form} name="note" label={C.reasonOptional} />}
  </ActDialog>
)

/** 退件: the supplement period or a deferred piece's day has passed, or another reason that has to be told. */
export const Return = (props: ActProps) => (
  <ActDialog
    {...props}
    door="casework.return"
    title={C.returnTitle}
    button={C.returnButton}
    said={C.returnSaid}
    danger
    warning={C.returnWarn}
    start={{ reason: '' }}
    check={({ reason }) => [needed('reason', reason)]}
    toInput={({ reason }) => ({ caseId: props.detail.caseId, reason: reason.trim() })}
  >
    {(form) => <Words form={form} name="reason" label={C.returnReason} required />}
  </ActDialog>
)

/** 撤回, on the wish of the applicant, who owes nobody a reason. */
export const Withdraw = (props: ActProps) => (
  <ActDialog
    {...props}
    door="casework.withdraw"
    title={C.withdrawTitle}
    button={C.withdrawButton}
    said={C.withdrawSaid}
    danger
    warning={C.withdrawWarn}
    start={{ reason: '' }}
    toInput={({ reason }) => ({ caseId: props.detail.caseId, reason: reason.trim() })}
  >
    {(form) => <Words form={form} name="reason" label={C.withdrawReason} />}
  </ActDialog>
)

/** The applicant was reminded of the end of the supplement period. */
export const RemindLapse = (props: ActProps) => (
  <ActDialog
    {...props}
    door="casework.remindLapse"
    title={C.remindTitle}
    button={C.remindButton}
    said={C.remindSaid}
    start={{ how: 'phone', note: '' }}
    toInput={({ how, note }) => ({
      caseId: props.detail.caseId,
      how: how as keyof typeof C.remindHows,
      note: note.trim()
    })}
  >
    {(form) => (
      <>
        <Options form={form} name="how" label={C.remindHow} options={choices(C.remindHows)} />
        <Words form={form} name="note" label={C.remindNote} />
      </>
    )}
  </ActDialog>
)
