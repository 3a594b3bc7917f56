import { useFormContext, useWatch } from 'react-hook-form'
import { Button, type Choice } from '../../../../ui/index.ts'
import type { Go } from '../../../desk/state/useGo.ts'
import type { ItemForm, SituationForm } from '../model/itemForm.ts'
import { MATERIAL_FIELD } from '../names.ts'
import { K } from '../texts.ts'
import { Choose, placeOf, Ticks } from './fields.tsx'
import { RowTools } from './RowTools.tsx'
import { useRows } from './useRows.ts'

/** Which answers ask for a material: a question of the item, and the options that count. */
export function WhenRules({ at, go }: { readonly at: number; readonly go: Go }) {
  const list = `materials.${at}.when` as const
  const { control } = useFormContext<ItemForm>()
  const situations = useWatch({ control, name: 'situations' })
  const { ids, add, move, remove } = useRows(list, go)
  // The question that was written last is the likeliest.
  const last = situations.at(-1)
  return (
    <fieldset className="catEdit__list">
      <legend>{K.when}</legend>
      <p className="ui-field__hint">{K.whenHint}</p>
      {ids.map((id, rule) => (
        <div key={id} className="catEdit__short" data-row>
          <Rule at={at} rule={rule} situations={situations} />
          <RowTools
            row={`${list}.${rule}`}
            name={K.rule(rule + 1)}
            first={rule === 0}
            last={rule === ids.length - 1}
            onMove={(by) => move(rule, rule + by, 'situation')}
            onRemove={() => remove(rule, `${MATERIAL_FIELD.when} ${rule + 1}`, 'situation')}
          />
        </div>
      ))}
      <Button
        size="small"
        disabled={last === undefined}
        data-place={placeOf(`${list}.add`)}
        onClick={() => last && add({ situation: last.key, options: ['yes'].filter(has(last)) }, 'situation')}
      >
        {K.addRule}
      </Button>
    </fieldset>
  )
}

const has =
  ({ options }: SituationForm) =>
  (key: string): boolean =>
    options.some((option) => option.key === key)

interface RuleProps {
  readonly at: number
  readonly rule: number
  readonly situations: readonly SituationForm[]
}

function Rule({ at, rule, situations }: RuleProps) {
  const path = `materials.${at}.when.${rule}` as const
  const { control } = useFormContext<ItemForm>()
  const key = useWatch({ control, name: `${path}.situation` })
  const chosen = useWatch({ control, name: `${path}.options` }) ?? []
  const situation = situations.find((one) => one.key === key)
  const questions: Choice[] = situations.map((one, n) => ({ value: one.key, label: K.situation(n + 1, one.question) }))
  const options: Choice[] = (situation?.options ?? []).map((one, n) => ({
    value: one.key,
    label: one.label.trim() === '' ? K.option(n + 1) : one.label
  }))
  // What a rule says about a question or an option that is gone is shown until somebody takes it out.
  const gone = chosen.filter((one) => !options.some(({ value }) => value === one))
  return (
    <>
      <Choose
        path={`${path}.situation`}
        label={K.rule(rule + 1)}
        options={situation ? questions : [{ value: key, label: K.goneQuestion }, ...questions]}
      />
      <Ticks
        path={`${path}.options`}
        label={K.ruleOptions}
        options={[...options, ...gone.map((value) => ({ value, label: K.goneOption }))]}
      />
    </>
  )
}
