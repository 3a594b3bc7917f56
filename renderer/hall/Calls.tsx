import type { CallShown } from '../../shared/domain/queue/queue.ts'
import { classes } from '../ui/classes.ts'

/** The last five stand below the newest, so that somebody who looked away still finds the number. */
const EARLIER = 5

/** The newest call, as large as it goes, and the ones before it. */
export function Calls({ calls }: { readonly calls: readonly CallShown[] }) {
  const [newest, ...others] = calls
  return (
    <section className="hall__calls" aria-label="叫号">
      {newest ? <Newest key={newest.callId} call={newest} /> : <p className="hall__noCalls">请取号后在此等候叫号</p>}
      <ol className="hall__earlier" aria-label="前几个叫号">
        {others.slice(0, EARLIER).map((call) => (
          <li key={call.callId} className="hall__call">
            <span className="hall__callNo">{call.no}</span>
            <span className="hall__callTo">到</span>
            <span className="hall__callCounter">
              {call.counter}
              <small> 号窗口</small>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** A number has four characters until the thousandth of a day. */
const USUAL_LENGTH = 4

/** Drawn anew for each call, which starts the glow again; a recall is a new call too. */
const Newest = ({ call }: { readonly call: CallShown }) => (
  <p className="hall__newest" data-call-id={call.callId} role="status">
    <span className={classes('hall__newestNo', call.no.length > USUAL_LENGTH && 'hall__newestNo--long')}>
      {call.no}
    </span>
    <span className="hall__newestTo">
      请到 <b className="hall__newestCounter">{call.counter}</b> 号窗口
    </span>
  </p>
)
