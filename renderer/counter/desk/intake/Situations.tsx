import { type UseFormReturn, useWatch } from 'react-hook-form'
import type { ServiceItem, Situation } from '../../../../shared/domain/catalogue/serviceItem.ts'
import { useShortcuts } from '../../../ui/index.ts'
import { useDesk } from '../DeskContext.tsx'
import type { IntakeForm } from '../model/intake.ts'
import { placesAfterItem } from '../model/places.ts'
import { askedOf, dependsOnProxy } from '../model/situations.ts'
import { Question } from './Question.tsx'
import { I } from './texts.ts'

export interface SituationsProps {
  readonly form: UseFormReturn<IntakeForm>
  readonly item: ServiceItem
}

/**
 * The questions (情形) that decide what is needed: one key answers and goes on to the next. Whether somebody acts for the
 * applicant is told by its switch and only shown here.
 */
export function Situations({ form, item }: SituationsProps) {
  const { go } = useDesk()
  const [answers, hasProxy] = useWatch({ control: form.control, name: ['answers', 'hasProxy'] })
  const errors = form.formState.errors.answers
  const asked = askedOf(item)
  const most = Math.max(0, ...asked.map(({ options }) => options.length))

  // For the sheet of F1, and for a hand that is not at a question yet: the key leads there and answers nothing.
  const enter = (): void => go(`answers.${asked[0]?.id}`)
  useShortcuts(
    I.situations,
    Array.from({ length: most }, (_, at) => ({ keys: String(at + 1), label: I.situationKey(at + 1), run: enter }))
  )
  if (asked.length === 0) return null

  const answer = (situation: Situation, option: string, how: 'stay' | 'goOn'): void => {
    form.setValue('answers', { ...form.getValues('answers'), [situation.id]: option })
    form.clearErrors(`answers.${situation.id}`)
    if (how === 'stay') return
    const next = asked[asked.indexOf(situation) + 1]
    go(...(next ? [`answers.${next.id}`] : placesAfterItem(item, form.getValues())))
  }

  return (
    <section className="situations" aria-label={I.situations}>
      <h2 className="desk__heading">
        {I.situations}
        {dependsOnProxy(item) && <span className="desk__headingMore">{I.byProxy(hasProxy)}</span>}
      </h2>
      <div className="situations__list">
        {asked.map((situation, index) => (
          <Question
            key={situation.id}
            situation={situation}
            answer={answers[situation.id]}
            error={errors?.[situation.id]?.message}
            onAnswer={(option, how) => answer(situation, option, how)}
            onStep={(step) => {
              const to = asked[index + step]
              if (to) go(`answers.${to.id}`)
            }}
          />
        ))}
      </div>
    </section>
  )
}
