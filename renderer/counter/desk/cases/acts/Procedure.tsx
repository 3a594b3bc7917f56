import { EXCLUDED_PROCEDURES, type ExcludedProcedure } from '../../../../../shared/domain/catalogue/codes.ts'
import { dayTyped } from '../../model/dayTyped.ts'
import { C } from '../texts.ts'
import { ActDialog, type ActProps } from './ActDialog.tsx'
import { Day, Line, needed, neededDay, Options, useToday, Words } from './fields.tsx'

/** 特别程序: time that does not count, only of the kinds the item allows, told in writing (许可法 45). */
export function StartProcedure(props: ActProps) {
  const today = useToday()
  const { caseId, procedures } = props.detail
  return (
    <ActDialog
      {...props}
      door="casework.startExcludedProcedure"
      title={C.procedureTitle}
      button={C.procedureButton}
      said={C.procedureSaid}
      warning={C.procedureWarn}
      start={{ procedure: String(procedures[0]?.kind ?? ''), expectedEnd: '', reason: '', basis: '' }}
      check={({ procedure, reason, basis, expectedEnd }) => [
        needed('procedure', procedure, C.choiceMissing),
        neededDay('expectedEnd', expectedEnd, today),
        needed('reason', reason),
        needed('basis', basis)
      ]}
      toInput={({ procedure, reason, basis, expectedEnd }) => ({
        caseId,
        procedure: procedure as ExcludedProcedure,
        reason: reason.trim(),
        basis: basis.trim(),
        expectedEnd: dayTyped(expectedEnd, today) ?? ''
      })}
    >
      {(form) => (
        <>
          <Options
            form={form}
            name="procedure"
            label={C.procedureKind}
            options={procedures.map(({ kind, label }) => ({ value: kind, label }))}
          />
          <Day form={form} name="expectedEnd" label={C.procedureEnd} required />
          <Line form={form} name="basis" label={C.basis} required />
          <Words form={form} name="reason" label={C.reason} required />
        </>
      )}
    </ActDialog>
  )
}

/** It takes longer than was said; the applicant is told again. */
export function ProlongProcedure(props: ActProps) {
  const today = useToday()
  return (
    <ActDialog
      {...props}
      door="casework.prolongExcludedProcedure"
      title={C.prolongTitle}
      button={C.prolongButton}
      said={C.prolongSaid}
      start={{ expectedEnd: '', reason: '' }}
      check={({ expectedEnd, reason }) => [neededDay('expectedEnd', expectedEnd, today), needed('reason', reason)]}
      toInput={({ expectedEnd, reason }) => ({
        caseId: props.detail.caseId,
        expectedEnd: dayTyped(expectedEnd, today) ?? '',
        reason: reason.trim()
      })}
    >
      {(form) => (
        <>
          <Day form={form} name="expectedEnd" label={C.prolongEnd} required />
          <Words form={form} name="reason" label={C.reason} required />
        </>
      )}
    </ActDialog>
  )
}

/** The clock goes on. */
export function EndProcedure(props: ActProps) {
  const run = props.detail.exclusions.find(({ endedOn }) => endedOn === null)
  const label = run ? EXCLUDED_PROCEDURES[run.procedure].label : C.exclusions
  return (
    <ActDialog
      {...props}
      door="casework.endExcludedProcedure"
      title={C.endProcedureTitle}
      button={C.endProcedureButton}
      said={C.endProcedureSaid}
      warning={C.endProcedureText(label)}
      start={{}}
      toInput={() => ({ caseId: props.detail.caseId })}
    />
  )
}
