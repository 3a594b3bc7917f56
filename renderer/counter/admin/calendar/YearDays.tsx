import type { YearShown } from '../../../../shared/domain/calendar/calendarShown.ts'
import { C } from './texts.ts'
import { datesText, spanText } from './words.ts'

/** The days of a year in words. */
export function YearDays({ year }: { readonly year: Omit<YearShown, 'loaded'> }) {
  return (
    <dl className="calendar__days">
      <dt>{C.rest}</dt>
      <dd>
        <ul className="calendar__spans">
          {year.rest.map((span) => (
            <li key={span.from}>{spanText(span)}</li>
          ))}
        </ul>
      </dd>
      <dt>{C.weekends}</dt>
      <dd>{year.workingWeekends.length === 0 ? C.noWeekends : datesText(year.workingWeekends)}</dd>
    </dl>
  )
}
