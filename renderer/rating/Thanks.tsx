import { isBad, type RatingLevel } from '../../shared/domain/feedback/rating.ts'
import { T } from './texts.ts'

export const Thanks = ({ level, called }: { readonly level: RatingLevel; readonly called: boolean }) => (
  <section className="rating__thanks" role="status">
    <h1>{T.thanks}</h1>
    <p>{isBad(level) ? T.thanksBad : T.thanksGood}</p>
    {called && <p>{T.thanksCalled}</p>}
  </section>
)
