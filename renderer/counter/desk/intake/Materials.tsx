import { type UseFormReturn, useWatch } from 'react-hook-form'
import type { TickResult } from '../../../../shared/domain/casework/case.ts'
import type { ServiceItem } from '../../../../shared/domain/catalogue/serviceItem.ts'
import type { CaseDetail } from '../../../../shared/projections/views.ts'
import { Button, KeyCap, useShortcuts } from '../../../ui/index.ts'
import { useDesk } from '../DeskContext.tsx'
import type { IntakeForm } from '../model/intake.ts'
import {
  askedFor,
  countRows,
  openPlaces,
  placeAfter,
  RESULTS,
  settleRest,
  type TickRow,
  takesReason
} from '../model/ticks.ts'
import { RESULT, T } from '../texts.ts'
import { MaterialRow } from './MaterialRow.tsx'

export interface MaterialsProps {
  readonly form: UseFormReturn<IntakeForm>
  readonly item: ServiceItem
  readonly returning: CaseDetail | null
}

/** The materials of the item, one answer each, by keys 1 to 4; 0 says that all the rest is in order. */
export function Materials({ form, item, returning }: MaterialsProps) {
  const { go } = useDesk()
  const rows = useWatch({ control: form.control, name: 'ticks' })
  const errors = form.formState.errors.ticks
  const asked = askedFor(returning?.ticks ?? [])

  // For the sheet of F1, and for a hand that is not in the list yet: the key leads there and marks nothing.
  const enter = (): void => go(...openPlaces(rows), 'ticks.0')
  useShortcuts(
    T.materials,
    rows.length === 0
      ? []
      : [
          ...RESULTS.map((result, at) => ({ keys: String(at + 1), label: T.markKey(RESULT[result]), run: enter })),
          { keys: '0', label: T.restHint, run: enter }
        ]
  )

  const setRows = (next: readonly TickRow[]): void => form.setValue('ticks', [...next])

  const setRow = (index: number, change: Partial<TickRow>): readonly TickRow[] => {
    const next = form.getValues('ticks').map((row, at) => (at === index ? { ...row, ...change } : row))
    form.clearErrors(`ticks.${index}`)
    setRows(next)
    return next
  }

  const mark = (index: number, result: TickResult, how: 'stay' | 'goOn'): void => {
    const next = setRow(index, { result })
    if (how === 'stay') return
    go(takesReason(result) ? `ticks.${index}.reason` : placeAfter(next, index))
  }

  const rest = (): void => {
    const next = settleRest(item, form.getValues('ticks'), form.getValues('hasProxy'))
    form.clearErrors('ticks')
    setRows(next)
    go(...openPlaces(next), 'outcome')
  }

  return (
    <section className="materials" aria-label={T.materials}>
      <header className="materials__head">
        <h2 className="desk__heading">{T.materials}</h2>
        <Counts rows={rows} />
        {rows.length > 0 && (
          <Button size="small" title={T.restHint} onClick={rest}>
            {T.rest} <KeyCap keys="0" />
          </Button>
        )}
      </header>
      {item.materials.length === 0 && <p className="desk__quiet">{T.materialsEmpty}</p>}
      <ol className="materials__list">
        {item.materials.map((material, index) => {
          const row = rows[index]
          if (!row || row.materialId !== material.id) return null
          return (
            <MaterialRow
              key={`${item.id}-${material.id}`}
              index={index}
              count={rows.length}
              material={material}
              row={row}
              asked={asked.get(material.id) ?? null}
              error={errors?.[index]?.reason?.message}
              onMark={(result, how) => mark(index, result, how)}
              onReason={(reason) => setRow(index, { reason })}
              onSettled={() => go(placeAfter(form.getValues('ticks'), index))}
              onRest={rest}
              onStep={(step) => go(`ticks.${index + step}`)}
            />
          )
        })}
      </ol>
    </section>
  )
}

/** Three numbers rather than a bar: the clerk says them aloud. */
function Counts({ rows }: { readonly rows: readonly TickRow[] }) {
  const counts = countRows(rows)
  return (
    <p className="materials__counts" role="status">
      {T.counts(rows.length - counts.open, rows.length)}
      {RESULTS.filter((result) => counts[result] > 0).map((result) => (
        <span key={result} className={`count count--${result}`}>
          {RESULT[result]} {counts[result]}
        </span>
      ))}
    </p>
  )
}
