import { classes } from '../ui/classes.ts'
import { counterWords } from './counterWords.ts'
import { COLUMNS, type Panel, USUAL_COUNTER_NAME } from './panels.ts'
import { ShortName } from './ShortName.tsx'

export interface CountersProps {
  readonly panel: Extract<Panel, { kind: 'counters' }>
  /** 延时服务 goes on. */
  readonly extended: boolean
  readonly now: number
}

/** Which counters work, and what number each has. */
export function Counters({ panel, extended, now }: CountersProps) {
  const { counters, page, pages } = panel
  const rows = Math.max(1, Math.ceil(counters.length / COLUMNS))
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
      <ul className={classes('hall__counterList', `hall__counterList--${Math.min(rows, 4)}`)}>
        {counters.map((counter) => (
          <li key={counter.no} className={`hall__counter hall__counter--${counter.status}`}>
            <span className="hall__counterLine">
              <span className="hall__counterNo">{counter.no}</span>
              <ShortName className="hall__counterName" name={counter.name} usual={USUAL_COUNTER_NAME} />
            </span>
            <span className="hall__counterLine">
              <span className="hall__counterState">{counterWords(counter, extended, now)}</span>
              <span className="hall__counterTicket">{counter.ticketNo ?? ''}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
