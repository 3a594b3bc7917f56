import { RATING_LEVELS, RATING_REASONS } from '../../../../shared/domain/feedback/rating.ts'
import type { RatingCounts, RatingMonth } from '../../../../shared/projections/ratingMonth.ts'
import { LEVEL_NAMES } from '../../../../shared/projections/ratingSheet.ts'
import { REASON_WORDS } from '../../../texts/ratingWords.ts'
import { ExportMonth } from './ExportMonth.tsx'
import { R } from './texts.ts'

/** `85.7%（6/7）`; a share of nothing is none. */
export const share = (part: number, whole: number): string =>
  whole === 0 ? R.none : R.share(part, whole, `${Math.round((part / whole) * 1000) / 10}%`)

/** Figures of a month, each with what it counts. */
export function MonthFigures({ figures }: { readonly figures: RatingMonth }) {
  const { asked, rated, good, followUps, callBacks, notRated } = figures
  const shares: readonly (readonly [name: string, value: string, definition: string])[] = [
    [R.ratedRate, share(rated, asked), R.ratedDef],
    [R.goodRate, share(good, rated), R.goodDef],
    [R.onTime, share(followUps.closedOnTime, followUps.opened), R.onTimeDef],
    [
      R.callRate,
      share(callBacks.calledBack, callBacks.withPhone),
      `${R.callDef}${callBacks.withPhone > 0 ? R.reachedCount(callBacks.reached) : ''}`
    ],
    [R.secondRate, share(followUps.secondGood, followUps.second), R.secondDef]
  ]
  return (
    <section className="feedback__part ui-panel" aria-label={R.figures}>
      <header className="feedback__head">
        <h3>
          {R.figures} {figures.month}
        </h3>
        <ExportMonth month={figures.month} />
      </header>
      <dl className="feedback__shares">
        {shares.map(([name, value, definition]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <strong>{value}</strong>
              <span className="admin__quiet">{definition}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p>
        {followUps.overdue > 0 && `${R.overdue(followUps.overdue)} · `}
        {figures.waiting > 0 && `${R.waiting(figures.waiting)} · `}
        {RATING_LEVELS.map((level) => `${LEVEL_NAMES[level]} ${figures.byLevel[level]}`).join(' · ')}
      </p>
      <p className="admin__quiet">
        {(['timeout', 'next', 'closed'] as const).map((why) => `${R.notRated[why]} ${notRated[why]}`).join(' · ')}
      </p>
      <p className="admin__quiet">
        {R.byReason}：
        {RATING_REASONS.map((reason) => `${REASON_WORDS[reason]} ${figures.byReason[reason]}`).join(' · ')}
      </p>
      <Counts title={R.byGroup} head={R.group} rows={figures.byGroup.map((one) => [one.groupName, one])} />
      {figures.byPerson && (
        <Counts title={R.byPerson} head={R.person} rows={figures.byPerson.map((one) => [one.name, one])} />
      )}
    </section>
  )
}

interface CountsProps {
  readonly title: string
  readonly head: string
  readonly rows: readonly (readonly [name: string, counts: RatingCounts])[]
}

const Counts = ({ title, head, rows }: CountsProps) => (
  <table className="feedback__counts staff__table" aria-label={title}>
    <thead>
      <tr>
        <th scope="col">{head}</th>
        <th scope="col">{R.asked}</th>
        <th scope="col">{R.rated}</th>
        <th scope="col">{R.goodRate}</th>
      </tr>
    </thead>
    <tbody>
      {rows.map(([name, { asked, rated, good }]) => (
        <tr key={name} className="staff__row">
          <th scope="row">{name}</th>
          <td>{asked}</td>
          <td>{rated}</td>
          <td>{share(good, rated)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)
