import type { CaseDetail } from '../../../../shared/projections/views.ts'
import { clockTime, dateOf, shortDate } from '../../../texts/index.ts'
import { classes } from '../../../ui/index.ts'
import { materialNames } from '../model/materialNames.ts'
import { timelineLine } from '../model/timelineText.ts'
import { T } from '../texts.ts'

/** What happened to a case, oldest first: when, what in bold, the one detail that is asked for, and by whom. */
export function Timeline({ detail }: { readonly detail: CaseDetail }) {
  const entries = detail.timeline
  const nameOf = materialNames(detail)
  return (
    <ol className="timeline" aria-label={T.timeline}>
      {entries.map((entry, index) => {
        const { title, parts, tone } = timelineLine(entry, nameOf)
        const day = dateOf(entry.at)
        const before = entries[index - 1]
        const newDay = before === undefined || dateOf(before.at) !== day
        return (
          // Entries have no ids of their own and are only ever added at the end.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={index} className={classes('timeline__row', tone !== 'plain' && `timeline__row--${tone}`)}>
            <span className="timeline__when">
              {newDay && <strong>{shortDate(day)}</strong>}
              {clockTime(entry.at)}
            </span>
            <span className="timeline__what">
              <span className="timeline__title">
                <strong>{title}</strong>
                <span className="timeline__who">
                  {entry.byName}
                  {entry.counter !== null && ` · ${entry.counter} 号窗口`}
                </span>
              </span>
              {parts.map((part) => (
                <span key={part}>{part}</span>
              ))}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
