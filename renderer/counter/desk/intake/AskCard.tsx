import type { UseFormReturn } from 'react-hook-form'
import type { IntakeForm } from '../model/intake.ts'
import { FormField } from './FormField.tsx'
import { I } from './texts.ts'

/** A matter in no catalogue: what is asked, and what was said to it. */
export function AskCard({ form: { control, clearErrors } }: { readonly form: UseFormReturn<IntakeForm> }) {
  const field = { control, clearErrors, lines: 3 }
  return (
    <section className="askCard" aria-label={I.askCard}>
      <FormField {...field} path="topic" label={I.topic} hint={I.topicHint} required />
      <FormField {...field} path="answerText" label={I.answer} hint={I.answerHint} />
    </section>
  )
}
