import type { CalendarShown, YearShown } from '../../../../shared/domain/calendar/calendarShown.ts'
import { Light } from '../../../ui/index.ts'
import { C } from './texts.ts'
import { YearDays } from './YearDays.tsx'

/** How far the calendar reaches, and each of its years with where it comes from. The newest one lies open. */
export function YearList({ calendar }: { readonly calendar: CalendarShown }) {
  const { coveredThrough, warn, years } = calendar
  return (
    <>
      <p className="calendar__reach">
        <strong>
          <Light tone={warn ? 'amber' : 'green'}>
            {coveredThrough === null ? C.none : C.validThrough(coveredThrough)}
          </Light>
        </strong>
        <span className="admin__quiet">{warn ? C.warning : C.enough}</span>
      </p>
      {years.map((year, at) => (
        <Year key={year.year} year={year} open={at === 0} />
      ))}
    </>
  )
}

const Year = ({ year, open }: { readonly year: YearShown; readonly open: boolean }) => (
  <details className="calendar__year" open={open}>
    <summary>
      <strong>{C.year(year.year)}</strong>
      <span>{C.workingDays(year.workingDays)}</span>
      <span className="admin__quiet">
        {year.loaded === null ? C.shipped : C.loadedBy(year.loaded.byName, year.loaded.on)}
      </span>
    </summary>
    <p className="admin__quiet">{C.notice(year.notice.title, year.notice.issued)}</p>
    <YearDays year={year} />
  </details>
)
