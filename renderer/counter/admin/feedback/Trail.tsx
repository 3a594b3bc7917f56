import type { RatingDetail } from '../../../../shared/projections/ratingLead.ts'
import { LEVEL_NAMES } from '../../../../shared/projections/ratingSheet.ts'
import { dayAndTime, longDate } from '../../../texts/index.ts'
import { OUTCOME_WORDS } from '../../../texts/ratingWords.ts'
import { R } from './texts.ts'

interface Step {
  readonly at: string
  readonly what: string
  readonly words: readonly string[]
}

/** All that has become of a rating, oldest first. */
export function Trail({ rating }: { readonly rating: RatingDetail }) {
  return (
    <section className="ratingOne__part ui-panel" aria-label={R.trail}>
      <h3>{R.trail}</h3>
      <ol className="ratingOne__trail">
        {stepsOf(rating).map(({ at, what, words }) => (
          <li key={`${at} ${what}`}>
            <time dateTime={at}>{dayAndTime(at)}</time>
            <p>{what}</p>
            {words.map((line) => (
              <p key={line} className="ratingOne__words">
                {line}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}

function stepsOf({ at, level, started, calls, extensions, closed, notes }: RatingDetail): readonly Step[] {
  const steps: Step[] = [
    { at, what: R.given(level === null ? R.own : LEVEL_NAMES[level]), words: [] },
    ...(started ? [{ at: started.at, what: R.started(started.by.name, started.reviewer.name), words: [] }] : []),
    ...calls.map((call) => ({ at: call.at, what: R.called(call.by.name, call.reached), words: [call.text] })),
    ...extensions.map((one) => ({
      at: one.at,
      what: R.extended(one.by.name, longDate(one.until)),
      words: [one.reason, R.approved(one.approvedBy.name)]
    })),
    ...(closed
      ? [
          {
            at: closed.at,
            what: R.closed(closed.by.name, OUTCOME_WORDS[closed.outcome]),
            words: [closed.text, ...(closed.secondLevel ? [R.second(LEVEL_NAMES[closed.secondLevel])] : [])]
          }
        ]
      : []),
    ...notes.map((note) => ({ at: note.at, what: R.note(note.by.name), words: [note.text] }))
  ]
  return steps.toSorted((a, b) => a.at.localeCompare(b.at))
}
