import type { CalendarPreview, YearPreview } from '../../../../shared/domain/calendar/calendarShown.ts'
import { refusalText } from '../../../texts/index.ts'
import { Badge, Notice } from '../../../ui/index.ts'
import { C } from './texts.ts'
import { changeLines } from './words.ts'
import { YearDays } from './YearDays.tsx'

/** What would be loaded, day by day, or what is wrong, date by date. */
export function PreviewShown({ preview }: { readonly preview: CalendarPreview }) {
  if (preview.ok) return preview.years.map((year) => <Year key={year.year} year={year} />)
  return (
    <Notice tone="danger" title={C.problems}>
      <ul className="calendar__problems">
        {[...new Set(preview.problems.map(refusalText))].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  )
}

function Year({ year }: { readonly year: YearPreview }) {
  const { change, expectedWorkingDays, passed, workingDays } = year
  const word = change === 'new' ? C.isNew : change === 'same' ? C.isSame : C.isChange
  return (
    <section className="calendar__preview" aria-label={C.year(year.year)}>
      <header>
        <h4>{C.year(year.year)}</h4>
        <Badge tone={change === 'same' ? 'grey' : change === 'new' ? 'green' : 'amber'}>{word}</Badge>
        <span>{C.workingDays(workingDays)}</span>
      </header>
      <p className="admin__quiet">{C.notice(year.notice.title, year.notice.issued)}</p>
      {passed && change !== 'same' && <Notice tone="warn">{C.passed}</Notice>}
      {expectedWorkingDays !== null && <Notice tone="warn">{C.doubt(workingDays, expectedWorkingDays)}</Notice>}
      {typeof change === 'object' && (
        <ul className="calendar__changes">
          {changeLines(change).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <YearDays year={year} />
    </section>
  )
}
