import type { UpwardResult } from '../../../../../shared/domain/casework/facts.ts'
import { dayTyped } from '../../model/dayTyped.ts'
import { C, FROM_ABOVE } from '../texts.ts'
import { ActDialog, type ActProps } from './ActDialog.tsx'
import { choices, Day, Line, needed, neededDay, Options, useToday, Words } from './fields.tsx'

/** 上报: the file goes to the authority that decides. */
export function SubmitUpward(props: ActProps) {
  const today = useToday()
  const { caseId, upperAuthority } = props.detail
  return (
    <ActDialog
      {...props}
      door="casework.submitUpward"
      title={C.upwardTitle}
      button={C.upwardButton}
      said={C.upwardSaid}
      start={{ to: upperAuthority, expectedBack: '' }}
      check={({ to, expectedBack }) => [needed('to', to), neededDay('expectedBack', expectedBack, today, true)]}
      toInput={({ to, expectedBack }) => ({ caseId, to: to.trim(), expectedBack: dayTyped(expectedBack, today) })}
    >
      {(form) => (
        <>
          <Line form={form} name="to" label={C.upwardTo} required />
          <Day form={form} name="expectedBack" label={C.upwardBack} />
        </>
      )}
    </ActDialog>
  )
}

/** What the authority above said; it does not decide the case by itself. */
export const ReturnFromAbove = (props: ActProps) => (
  <ActDialog
    {...props}
    door="casework.returnFromAbove"
    title={C.backTitle}
    button={C.backButton}
    said={C.backSaid}
    start={{ result: 'approved', note: '' }}
    check={({ result, note }) => [result === 'approved' ? null : needed('note', note)]}
    toInput={({ result, note }) => ({
      caseId: props.detail.caseId,
      result: result as UpwardResult,
      note: note.trim()
    })}
  >
    {(form) => {
      const optional = form.watch('result') === 'approved'
      return (
        <>
          <Options form={form} name="result" label={C.backResult} options={choices(FROM_ABOVE)} />
          <Words form={form} name="note" label={optional ? C.noteOptional : C.note} required={!optional} />
        </>
      )
    }}
  </ActDialog>
)
