import type { RatingListed } from '../../../../shared/projections/ratingLead.ts'
import { LEVEL_NAMES } from '../../../../shared/projections/ratingSheet.ts'
import { dayAndTime } from '../../../texts/index.ts'
import { OUTCOME_WORDS } from '../../../texts/ratingWords.ts'
import { Badge, Light } from '../../../ui/index.ts'
import { R } from './texts.ts'

interface RatingRowsProps {
  readonly label: string
  readonly ratings: readonly RatingListed[]
  readonly onChoose: (ratingId: string) => void
}

/** Rows of ratings; nothing in them names whoever rated. One's own are there and closed. */
export const RatingRows = ({ label, ratings, onChoose }: RatingRowsProps) => (
  <div className="staff__scroll">
    <table className="staff__table" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{R.visit}</th>
          <th scope="col">{R.when}</th>
          <th scope="col">{R.level}</th>
          <th scope="col">{R.state}</th>
        </tr>
      </thead>
      <tbody>
        {ratings.map((rating) => (
          <tr key={rating.ratingId} className="staff__row">
            <th scope="row">
              {rating.own ? (
                rating.ticketNo
              ) : (
                <button type="button" className="staff__name" onClick={() => onChoose(rating.ratingId)}>
                  {rating.ticketNo}
                </button>
              )}{' '}
              <span className="admin__quiet">{rating.groupName}</span>
            </th>
            <td>{dayAndTime(rating.at)}</td>
            <td>
              {rating.level === null ? R.own : LEVEL_NAMES[rating.level]}{' '}
              {rating.hasComment && <Badge>{R.comment}</Badge>} {rating.phone !== null && <Badge>{R.phone}</Badge>}
            </td>
            <td>
              <State rating={rating} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)

function State({ rating: { followUp, outcome } }: { readonly rating: RatingListed }) {
  if (!followUp) return R.good
  if (followUp.step === 'done') {
    return <Light tone="green">{outcome === null ? R.steps.done : OUTCOME_WORDS[outcome]}</Light>
  }
  return (
    <Light tone={followUp.light}>
      {R.steps[followUp.step]}：{R.due(followUp.due, followUp.left)}
      {followUp.provisional && R.provisional}
    </Light>
  )
}
