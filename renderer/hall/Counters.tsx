import type { HallView } from '../../shared/projections/views.ts'
import { COUNTER_STATUS } from '../texts/labels.ts'
import { classes } from '../ui/classes.ts'
import { usePages } from './pages.ts'
import { ShortName } from './ShortName.tsx'

/** Up to this many fit at full size, then smaller, then in pages. */
const AT_FULL_SIZE = 9
const MOST = 12

/** Which counters work, and what number each has. */
export function Counters({ counters }: { readonly counters: HallView['counters'] }) {
  const { items, page, pages } = usePages(counters, MOST)
  const small = items.length > AT_FULL_SIZE
  return (
    <section className="hall__counters" aria-label="窗口状态">
      <h2 className="hall__title">
        窗口
        {pages > 1 && (
          <span className="hall__sum">
            （{page}/{pages}）
          </span>
        )}
      </h2>
      <ul className={classes('hall__counterList', small && 'hall__counterList--small')}>
        {items.map((counter) => (
          <li key={counter.no} className={`hall__counter hall__counter--${counter.status}`}>
            <span className="hall__counterLine">
              <span className="hall__counterNo">{counter.no}</span>
              <ShortName className="hall__counterName" name={counter.name} usual={4} />
            </span>
            <span className="hall__counterLine">
              <span className="hall__counterState">{COUNTER_STATUS[counter.status]}</span>
              <span className="hall__counterTicket">{counter.ticketNo ?? ''}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
