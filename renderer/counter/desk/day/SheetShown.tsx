import { DAY_FIGURES, DAY_LISTS, type DayLine, figureText } from '../../../../shared/documents/daySheetPaper.ts'
import { UNDISPOSED } from '../../../../shared/projections/dayLists.ts'
import type { DaySheet } from '../../../../shared/projections/daySheet.ts'
import { clockTime } from '../../../texts/index.ts'
import { Notice } from '../../../ui/index.ts'
import { D, LEFT } from './texts.ts'

/** Lines of a list that stand on the screen, and numbers that a sentence names. */
const SHOWN = 200
const NAMED = 12

/** What the sheet says: who is left and what to do about each, the figures with what they mean, the lists. */
export function SheetShown({ sheet }: { readonly sheet: DaySheet }) {
  const filled = DAY_LISTS.filter(({ list }) => sheet.lists[list].length > 0)
  const empty = DAY_LISTS.filter(({ list }) => sheet.lists[list].length === 0).map(({ title }) => title)
  return (
    <>
      <LeftOver sheet={sheet} />
      <h3 className="day__heading">{D.figures}</h3>
      <dl className="dayFigures">
        {DAY_FIGURES.map(({ figure, label, unit, meaning }) => (
          <div key={figure} className="dayFigure">
            <dt>{label}</dt>
            <dd className="dayFigure__value">{figureText(sheet.figures[figure], unit)}</dd>
            <dd className="dayFigure__meaning">{meaning}</dd>
          </div>
        ))}
      </dl>
      <h3 className="day__heading">{D.lists}</h3>
      {filled.map(({ list, title }) => (
        <LinesShown key={list} title={title} lines={sheet.lists[list]} />
      ))}
      <p className="desk__quiet">
        {filled.length === 0 ? D.nothingLeft : empty.length > 0 && D.none(empty.join('、'))}
      </p>
    </>
  )
}

/** Numbers in the way of closing, by what is to be done; 延时服务 with since when. */
function LeftOver({ sheet: { left, extendedSince } }: { readonly sheet: DaySheet }) {
  const kinds = UNDISPOSED.filter((status) => left[status].length > 0)
  if (kinds.length === 0) return null
  return (
    <Notice tone="warn" title={D.leftTitle}>
      {extendedSince !== null && <p>{D.extended(clockTime(extendedSince))}</p>}
      <ul className="dayLeft">
        {kinds.map((status) => (
          <li key={status}>
            <strong>{`${LEFT[status].name} ${D.numbers(left[status], NAMED)}`}</strong>
            <span>{LEFT[status].todo}</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

function LinesShown({ title, lines }: { readonly title: string; readonly lines: readonly DayLine[] }) {
  return (
    <section className="dayList" aria-label={title}>
      <h4>
        {title} <span className="side__count">{lines.length}</span>
      </h4>
      <ul>
        {lines.slice(0, SHOWN).map(({ no, about, state }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no names of their own and are drawn anew together
          <li key={i}>
            <strong>{no}</strong>
            <span>{about}</span>
            <span className="dayList__state">{state}</span>
          </li>
        ))}
      </ul>
      {lines.length > SHOWN && <p className="desk__quiet">{D.more(lines.length - SHOWN)}</p>}
    </section>
  )
}
