import { type UseFormReturn, useWatch } from 'react-hook-form'
import { limitText } from '../../../../shared/domain/catalogue/limitText.ts'
import type { Material, ServiceItem } from '../../../../shared/domain/catalogue/serviceItem.ts'
import type { CaseDetail } from '../../../../shared/projections/views.ts'
import { Button, classes, KeyCap, useShortcuts } from '../../../ui/index.ts'
import { useDesk } from '../DeskContext.tsx'
import { deferralShown } from '../model/deferral.ts'
import type { IntakeForm } from '../model/intake.ts'
import { firstQuestion, type MaterialList, materialList } from '../model/situations.ts'
import {
  askedFor,
  choices,
  countRows,
  type Markable,
  openPlaces,
  placeAfter,
  RESULTS,
  settleRest,
  type TickRow,
  takesReason
} from '../model/ticks.ts'
import { useDeferralLimit } from '../state/useDeferralLimit.ts'
import { useMayCommit } from '../state/useMayCommit.ts'
import { T } from '../texts.ts'
import { MaterialRow } from './MaterialRow.tsx'
import { I, MARK } from './texts.ts'

export interface MaterialsProps {
  readonly form: UseFormReturn<IntakeForm>
  readonly item: ServiceItem
  readonly returning: CaseDetail | null
  /** The applicant's number once it is whole. */
  readonly number: string | null
}

/**
 * The materials that the answers ask for, one result each, by keys 1 to 7; 0 says that all the rest is in order. What
 * does not apply is not there; what is still open is counted in a line below.
 */
export function Materials({ form, item, returning, number }: MaterialsProps) {
  const { go } = useDesk()
  const [answers, hasProxy, ticks] = useWatch({ control: form.control, name: ['answers', 'hasProxy', 'ticks'] })
  const errors = form.formState.errors.ticks
  const { listed, unknown } = materialList(item, { answers, hasProxy, ticks })
  const asked = askedFor(returning?.ticks ?? [])
  const has = (result: Markable): boolean => listed.some(({ row }) => row.result === result)
  const blocked = useMayCommit(number, has('committed'))
  const hallLimit = useDeferralLimit(has('deferred'))

  const listNow = (): MaterialList => materialList(item, form.getValues())

  // For the sheet of F1, and for a hand that is not in the list yet: the key leads there and marks nothing.
  const question = firstQuestion(item, answers)
  const enter = (): void =>
    go(...(question === null ? [] : [question]), ...openPlaces(listed), `ticks.${listed[0]?.index}`)
  useShortcuts(
    T.materials,
    listed.length === 0
      ? []
      : [
          ...RESULTS.map((result, at) => ({ keys: String(at + 1), label: T.markKey(MARK[result]), run: enter })),
          { keys: '0', label: I.restHint, run: enter }
        ]
  )

  const setRow = (index: number, change: Partial<TickRow>): void => {
    const next = form.getValues('ticks').map((row, at) => (at === index ? { ...row, ...change } : row))
    form.clearErrors(`ticks.${index}`)
    form.setValue('ticks', next)
  }

  const mark = (index: number, result: Markable, how: 'stay' | 'goOn'): void => {
    setRow(index, { result })
    if (how === 'stay') return
    go(takesReason(result) ? `ticks.${index}.reason` : placeAfter(listNow().listed, index))
  }

  const rest = (): void => {
    form.clearErrors('ticks')
    form.setValue('ticks', settleRest(form.getValues('ticks'), listed))
    go((unknown > 0 ? question : null) ?? 'outcome')
  }

  const error = (index: number, { result }: TickRow): string | undefined =>
    errors?.[index]?.reason?.message ??
    (result === 'committed' && blocked !== null ? I.mayNotCommit(blocked) : undefined)

  const told = (material: Material, { result }: TickRow): string | null => {
    if (result === 'committed') return I.commitmentPaper
    const limit = material.deferLimit ?? hallLimit
    return result === 'deferred' && limit ? I.deferredBy(limitText(deferralShown(limit, item.promisedLimit))) : null
  }

  const most = Math.max(4, ...listed.map(({ material }) => choices(material).length))
  return (
    <section className="materials" aria-label={T.materials}>
      <header className="materials__head">
        <h2 className="desk__heading">{T.materials}</h2>
        <Counts rows={listed.map(({ row }) => row)} />
        {listed.length > 0 && (
          <Button size="small" title={I.restHint} onClick={rest}>
            {I.rest} <KeyCap keys="0" />
          </Button>
        )}
      </header>
      {listed.length === 0 && unknown === 0 && <p className="materials__none">{T.materialsEmpty}</p>}
      <ol className={classes('materials__list', `materials__list--${most}`)}>
        {listed.map(({ index, material, row }, at) => (
          <MaterialRow
            key={`${item.id}-${material.id}`}
            index={index}
            number={at + 1}
            material={material}
            row={row}
            asked={asked.get(material.id) ?? null}
            told={told(material, row)}
            error={error(index, row)}
            onMark={(result, how) => mark(index, result, how)}
            onReason={(reason) => setRow(index, { reason })}
            onSettled={() => go(placeAfter(listNow().listed, index))}
            onRest={rest}
            onStep={(step) => {
              const to = listed[at + step]
              if (to) go(`ticks.${to.index}`)
            }}
          />
        ))}
      </ol>
      {unknown > 0 && (
        <p className="materials__toCome" role="status">
          {I.toCome(unknown)}
        </p>
      )}
    </section>
  )
}

/** Numbers rather than a bar: the clerk says them aloud. */
function Counts({ rows }: { readonly rows: readonly TickRow[] }) {
  const counts = countRows(rows)
  return (
    <p className="materials__counts" role="status">
      {T.counts(rows.length - counts.open, rows.length)}
      {RESULTS.filter((result) => counts[result] > 0).map((result) => (
        <span key={result} className={`count count--${result}`}>
          {MARK[result]} {counts[result]}
        </span>
      ))}
    </p>
  )
}
