import { dayTyped } from '../../model/dayTyped.ts'
import { namesTyped } from '../../model/namesTyped.ts'
import { C } from '../texts.ts'
import { ActDialog, type ActProps } from './ActDialog.tsx'
import { choices, Day, Line, needed, neededDay, Options, useToday, Words } from './fields.tsx'

/** 作决定: granted or refused, in writing with its reasons (许可法 34, 38). */
export function Decide(props: ActProps) {
  const today = useToday()
  const { caseId, caseType, licence, upward } = props.detail
  // What is decided on the papers alone, on the spot, has no substance to be checked by two.
  const twoReviewers = licence && caseType !== 'INSTANT'
  return (
    <ActDialog
      {...props}
      door="casework.decide"
      title={C.decideTitle}
      button={C.decideButton}
      said={C.decideSaid}
      start={{
        result: upward?.returned?.result === 'refused' ? 'refused' : 'approved',
        reasons: upward?.returned?.result === 'refused' ? upward.returned.note : '',
        certificateNo: '',
        validUntil: '',
        reviewers: ''
      }}
      check={(typed) =>
        typed.result === 'refused'
          ? [needed('reasons', typed.reasons, C.decideReasonsNeeded)]
          : [neededDay('validUntil', typed.validUntil, today, true)]
      }
      toInput={({ result, reasons, certificateNo, validUntil, reviewers }) => {
        const granted = result !== 'refused'
        return {
          caseId,
          result: granted ? 'approved' : 'refused',
          reasons: reasons.trim(),
          certificateNo: granted && certificateNo.trim() !== '' ? certificateNo.trim() : null,
          validUntil: granted ? dayTyped(validUntil, today) : null,
          reviewers: namesTyped(reviewers)
        }
      }}
    >
      {(form) => {
        const refused = form.watch('result') === 'refused'
        return (
          <>
            <Options form={form} name="result" label={C.decideResult} options={choices(C.decided)} />
            <Words form={form} name="reasons" label={C.decideReasons} required={refused} />
            {!refused && (
              <div className="act__pair">
                <Line form={form} name="certificateNo" label={C.decideCertificate} />
                <Day form={form} name="validUntil" label={C.decideValid} />
              </div>
            )}
            <Line
              form={form}
              name="reviewers"
              label={twoReviewers ? C.decideReviewersLicence : C.decideReviewers}
              required={twoReviewers}
            />
          </>
        )
      }}
    </ActDialog>
  )
}
