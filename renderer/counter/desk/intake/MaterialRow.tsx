import { type KeyboardEvent, useId } from 'react'
import type { MaterialTick } from '../../../../shared/domain/casework/case.ts'
import type { Material } from '../../../../shared/domain/catalogue/serviceItem.ts'
import { classes, isComposing } from '../../../ui/index.ts'
import {
  choices,
  isResultKey,
  type Markable,
  needsReason,
  neighbour,
  resultOfKey,
  type TickRow,
  takesReason
} from '../model/ticks.ts'
import { MaterialNotes } from './MaterialNotes.tsx'
import { ReasonField } from './ReasonField.tsx'
import { MARK } from './texts.ts'

export interface MaterialRowProps {
  /** Among all materials of the item. */
  readonly index: number
  /** In the list as it is shown, from 1. */
  readonly number: number
  readonly material: Material
  readonly row: TickRow
  /** What the last notice asked for. */
  readonly asked: MaterialTick | null
  /** What follows from the result: a paper, a date. */
  readonly told: string | null
  readonly error: string | undefined
  /** `goOn`: by a key that settles the row; `stay`: by arrows and clicks, which are still looking for the right one. */
  readonly onMark: (result: Markable, how: 'stay' | 'goOn') => void
  readonly onReason: (reason: string) => void
  readonly onSettled: () => void
  readonly onRest: () => void
  readonly onStep: (step: 1 | 0 | -1) => void
}

/**
 * One material. On its choices 1 to 7 settle it and go on, left and right change it, up and down go to the neighbours;
 * text is typed in the reason field only, so no key can be both.
 */
export function MaterialRow(props: MaterialRowProps) {
  const { index, number, material, row, asked, told, error, onMark, onReason, onSettled, onRest, onStep } = props
  const id = useId()
  const allowed = choices(material)
  const present = allowed.find((choice) => choice.result === row.result)?.result
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey || event.metaKey) return
    const result = resultOfKey(event.key, material)
    if (event.key === '0') onRest()
    else if (result !== null) onMark(result, 'goOn')
    else if (event.key === 'ArrowDown') onStep(1)
    else if (event.key === 'ArrowUp') onStep(-1)
    else if (event.key === 'ArrowRight') onMark(neighbour(row.result, 1, material), 'stay')
    else if (event.key === 'ArrowLeft') onMark(neighbour(row.result, -1, material), 'stay')
    else if (event.key === 'Enter' && present) onMark(present, 'goOn')
    else if (!isResultKey(event.key)) return
    // A key of the list that means nothing for this material does nothing, rather than lead somewhere else.
    event.preventDefault()
  }
  const reason = takesReason(row.result) ? row.result : null
  return (
    <li
      className={classes(
        'material',
        row.result !== null && `material--${row.result}`,
        error !== undefined && 'material--error'
      )}
    >
      <span className="material__index" aria-hidden="true">
        {number}
      </span>
      <div className="material__what">
        <p className="material__name" id={`${id}-name`}>
          {material.name}
        </p>
        <MaterialNotes id={`${id}-notes`} material={material} asked={asked} told={told} />
      </div>
      <div
        className="material__choices"
        role="radiogroup"
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-notes`}
        onKeyDown={onKeyDown}
      >
        {allowed.map(({ key, result }, at) => {
          const checked = row.result === result
          const reachable = checked || (present === undefined && at === 0)
          return (
            // biome-ignore lint/a11y/useSemanticElements: native radios would take up and down for themselves
            <button
              key={result}
              type="button"
              role="radio"
              aria-checked={checked}
              tabIndex={reachable ? 0 : -1}
              data-place={reachable ? `ticks.${index}` : undefined}
              className={classes('mark', checked && `mark--${result}`)}
              onClick={() => onMark(result, takesReason(result) ? 'goOn' : 'stay')}
            >
              <kbd>{key}</kbd>
              {MARK[result]}
            </button>
          )
        })}
      </div>
      {reason && (
        <ReasonField
          index={index}
          kind={reason}
          reason={row.reason}
          missing={needsReason(row.result)}
          error={error}
          onReason={onReason}
          onSettled={onSettled}
          onBack={() => onStep(0)}
        />
      )}
      {reason === null && error !== undefined && <p className="ui-field__error material__error">{error}</p>}
    </li>
  )
}
