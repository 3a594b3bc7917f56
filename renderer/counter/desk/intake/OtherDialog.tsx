import type { UseFormReturn } from 'react-hook-form'
import { Button, Dialog } from '../../../ui/index.ts'
import type { IntakeForm } from '../model/intake.ts'
import { enterGoesOn } from '../state/enterGoesOn.ts'
import { FormField } from './FormField.tsx'
import { I } from './texts.ts'

/** What has to be said before one of the other things is done. */
export type OtherQuestion = 'topic' | 'outsideAuthority' | 'notRequired'

export interface OtherDialogProps {
  readonly form: UseFormReturn<IntakeForm>
  readonly question: OtherQuestion
  readonly busy: boolean
  /** Sentence of a refusal that belongs to no field. */
  readonly refused: string | null
  readonly onDo: () => void
  readonly onClose: () => void
}

const TITLE: Readonly<Record<OtherQuestion, string>> = {
  topic: I.registerTitle,
  outsideAuthority: I.outsideTitle,
  notRequired: I.notRequiredTitle
}

/** What is typed belongs to the form: closing, a refusal or a power cut costs none of it. */
export function OtherDialog({ form, question, busy, refused, onDo, onClose }: OtherDialogProps) {
  const { control, clearErrors } = form
  const field = { control, clearErrors }
  return (
    <Dialog
      title={TITLE[question]}
      onClose={onClose}
      foot={
        <Button tone="primary" kbd="Ctrl+Enter" busy={busy} data-place="other.do" onClick={onDo}>
          {question === 'topic' ? I.registerEnquiry : I.issueDecision}
        </Button>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter moves between the fields inside */}
      <div className="otherDialog" onKeyDown={(event) => enterGoesOn(event, onDo)}>
        {question === 'topic' && (
          <>
            <p>{I.registerText}</p>
            <FormField {...field} path="topic" label={I.topic} hint={I.topicHint} lines={3} required />
          </>
        )}
        {question !== 'topic' && (
          <FormField
            {...field}
            path="declineReason"
            label={I.declineReason}
            hint={question === 'notRequired' ? I.notRequiredHint : I.outsideReasonHint}
            lines={3}
            required
          />
        )}
        {question === 'outsideAuthority' && (
          <div className="otherDialog__destination">
            <FormField {...field} path="destination.name" label={I.destinationName} required />
            <FormField {...field} path="destination.place" label={I.destinationPlace} />
            <FormField {...field} path="destination.phone" label={I.destinationPhone} inputMode="tel" />
          </div>
        )}
        {refused !== null && (
          <p className="ui-field__error" role="alert">
            {refused}
          </p>
        )}
      </div>
    </Dialog>
  )
}
