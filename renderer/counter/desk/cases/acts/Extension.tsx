import { C } from '../texts.ts'
import { ActDialog, type ActProps } from './ActDialog.tsx'
import { Line, needed, Words } from './fields.tsx'

/** 延长期限: once, with a reason, approved by the head of the authority (许可法 42). */
export function RequestExtension(props: ActProps) {
  const { caseId, extensionMax } = props.detail
  const isDays = (days: string): boolean => /^[1-9]\d{0,2}$/.test(days.trim()) && Number(days) <= extensionMax
  return (
    <ActDialog
      {...props}
      door="casework.requestExtension"
      title={C.extendTitle}
      button={C.extendButton}
      said={C.extendSaid}
      warning={C.extendWarn}
      start={{ days: String(extensionMax), reason: '' }}
      check={({ days, reason }) => [
        isDays(days) ? null : { place: 'days', text: C.wrongNumber(extensionMax) },
        needed('reason', reason)
      ]}
      toInput={({ days, reason }) => ({ caseId, days: Number(days), reason: reason.trim() })}
    >
      {(form) => (
        <>
          <Line form={form} name="days" label={C.extendDays(extensionMax)} required />
          <Words form={form} name="reason" label={C.reason} required />
        </>
      )}
    </ActDialog>
  )
}

const asked = ({ extension }: ActProps['detail']): string | undefined =>
  extension ? C.approveText(extension.requestedBy.name, extension.days, extension.reason) : undefined

export function ApproveExtension(props: ActProps) {
  const warning = asked(props.detail)
  return (
    <ActDialog
      {...props}
      door="casework.approveExtension"
      title={C.approveTitle}
      button={C.approveButton}
      said={C.approveSaid}
      {...(warning === undefined ? {} : { warning })}
      start={{ head: '' }}
      check={({ head }) => [needed('head', head)]}
      toInput={({ head }) => ({ caseId: props.detail.caseId, head: head.trim() })}
    >
      {(form) => <Line form={form} name="head" label={C.approveHead} hint={C.approveHeadHint} required />}
    </ActDialog>
  )
}

export function DeclineExtension(props: ActProps) {
  const warning = asked(props.detail)
  return (
    <ActDialog
      {...props}
      door="casework.declineExtension"
      title={C.declineExtensionTitle}
      button={C.declineExtensionButton}
      said={C.declineExtensionSaid}
      {...(warning === undefined ? {} : { warning })}
      start={{ reason: '' }}
      check={({ reason }) => [needed('reason', reason)]}
      toInput={({ reason }) => ({ caseId: props.detail.caseId, reason: reason.trim() })}
    >
      {(form) => <Words form={form} name="reason" label={C.reason} required />}
    </ActDialog>
  )
}
