import { type KeyboardEvent, useId, useState } from 'react'
import { useView } from '../../../bridge/linchuang.ts'
import { Button, isComposing } from '../../../ui/index.ts'
import { C } from '../cases/texts.ts'
import { useDesk } from '../DeskContext.tsx'
import { listKey } from '../model/listKeys.ts'
import { filterWork, keepPlace, WORK_FILTERS, type WorkFilter } from '../model/workList.ts'
import { T } from '../texts.ts'
import { WorkRow } from './WorkRow.tsx'

const FILTER_NAME: Readonly<Record<WorkFilter, string>> = {
  all: C.workAll,
  mine: C.workMine,
  pressing: C.workPressing
}

const NONE: Readonly<Record<WorkFilter, string>> = {
  all: C.workNone,
  mine: C.workNoneMine,
  pressing: C.workNonePressing
}

/** Main sends no more than this; then there are more. */
const MOST = 200

/** F4: everything that is to be done, most urgent first. Arrows and Enter open one, 1 to 3 choose what is listed. */
export function WorkList({ onClose }: { readonly onClose: () => void }) {
  const { app, go, openCase } = useDesk()
  const view = useView('work')
  const id = useId()
  const [filter, setFilter] = useState<WorkFilter>('all')
  const [place, setPlace] = useState<{ readonly caseId: string | null; readonly index: number }>({
    caseId: null,
    index: 0
  })
  const work = view?.work ?? []
  const me = app.person?.personId ?? null
  const rows = filterWork(work, filter, me)
  const active = keepPlace(rows, place.caseId, place.index)
  const stand = (index: number): void => setPlace({ caseId: rows[index]?.caseId ?? null, index })

  // The list comes and goes with what is listed, and the hands with it.
  const filterBy = (one: WorkFilter): void => {
    setFilter(one)
    go('work.list', 'work.back')
  }

  const open = (index: number): void => {
    const row = rows[index]
    if (!row) return
    stand(index)
    openCase(row.caseId)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return
    const next = listKey(event.key, active, rows.length)
    if (event.key === 'Enter') open(active)
    else if (event.key === 'Home' && rows.length > 0) stand(0)
    else if (event.key === 'End' && rows.length > 0) stand(rows.length - 1)
    else if (next !== null) stand(next)
    else return
    event.preventDefault()
  }

  return (
    <section className="work" aria-label={C.work} data-home="work.back">
      <header className="work__head">
        <h2>
          {C.work}
          <span className="desk__headingMore" role="status">
            {C.workCount(rows.length)}
            {filter !== 'pressing' && view && view.pressing > 0 && `，${C.workPressingCount(view.pressing)}`}
          </span>
        </h2>
        <fieldset className="work__filters">
          <legend className="ui-hidden">{C.workFilter}</legend>
          {WORK_FILTERS.map((one, index) => (
            <Button
              key={one}
              size="small"
              tone={one === filter ? 'primary' : 'plain'}
              kbd={String(index + 1)}
              kbdGroup={C.work}
              aria-pressed={one === filter}
              onClick={() => filterBy(one)}
            >
              {FILTER_NAME[one]}
            </Button>
          ))}
        </fieldset>
        {/* Until the list is there the focus waits for it instead of taking the way back. */}
        <Button kbd="Escape" kbdGroup={C.work} {...(view ? { 'data-place': 'work.back' } : {})} onClick={onClose}>
          {T.back}
        </Button>
      </header>
      {rows.length === 0 ? (
        <p className="work__none">{view ? NONE[filter] : T.loading}</p>
      ) : (
        <>
          <div
            className="work__list"
            role="listbox"
            tabIndex={0}
            aria-label={`${C.work}，${C.workHint}`}
            aria-activedescendant={`${id}-${active}`}
            data-place="work.list"
            onKeyDown={onKeyDown}
          >
            {rows.map((shown, index) => (
              <WorkRow
                key={shown.caseId}
                id={`${id}-${index}`}
                shown={shown}
                mine={shown.owner.personId === me}
                active={index === active}
                onOpen={() => open(index)}
              />
            ))}
          </div>
          {work.length >= MOST && <p className="work__more">{C.workLimit}</p>}
        </>
      )}
    </section>
  )
}
