import type { CaseShown } from '../../../../shared/projections/views.ts'
import { isPressing } from '../../../../shared/projections/workList.ts'
import { useView } from '../../../bridge/linchuang.ts'
import { Button } from '../../../ui/index.ts'
import { CaseLight } from '../cases/CaseLight.tsx'
import { C } from '../cases/texts.ts'
import { useDesk } from '../DeskContext.tsx'
import { reasonsInWords } from '../model/workList.ts'
import { T } from '../texts.ts'

/** As many as stand beside the work without pushing anything else out of sight. */
const SHOWN = 6

/** What presses, else what it is about. */
const whatToDo = (shown: CaseShown, personId: string | null): string =>
  isPressing(shown.light?.reasons ?? []) ? (reasonsInWords(shown, personId)[0] ?? shown.itemName) : shown.itemName

/** 待办: how many press today, the first of them, and the key of the whole list. */
export function WorkBlock() {
  const view = useView('work')
  const { app, openCase, openWork } = useDesk()
  if (!view) return null
  const { work, total, pressing } = view
  return (
    <section className="side__block" aria-label={C.work} data-testid="work">
      <h2 className="desk__heading side__headingKey">
        <span>
          {C.work} <span className="side__count">{total}</span>
          {pressing > 0 && <span className="side__count side__count--wanting">{C.workToday(pressing)}</span>}
        </span>
        <Button size="small" tone="quiet" kbd="F4" kbdGroup={T.side} aria-label={C.workOpen} onClick={openWork}>
          {C.workAll}
        </Button>
      </h2>
      {work.length === 0 ? (
        <p className="desk__quiet">{C.workNone}</p>
      ) : (
        <ul className="today">
          {work.slice(0, SHOWN).map((shown) => (
            <li key={shown.caseId}>
              <button type="button" className="today__row workLine" onClick={() => openCase(shown.caseId)}>
                <span className="workLine__head">
                  {shown.light && <CaseLight shown={shown.light} size="brief" />}
                  <strong>{shown.applicantMasked || T.noName}</strong>
                </span>
                <span className="workLine__what">{whatToDo(shown, app.person?.personId ?? null)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {work.length > SHOWN && <p className="desk__quiet">{C.workMore(work.length - SHOWN)}</p>}
    </section>
  )
}
