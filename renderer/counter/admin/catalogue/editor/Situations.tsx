import { useFormContext, useWatch } from 'react-hook-form'
import { Button } from '../../../../ui/index.ts'
import type { Go } from '../../../desk/state/useGo.ts'
import { blankSituation } from '../model/blanks.ts'
import type { ItemForm } from '../model/itemForm.ts'
import { SITUATION_FIELD } from '../names.ts'
import { K } from '../texts.ts'
import { ASKED_KIND } from './choices.ts'
import { Choose, Line, ListWrong, placeOf, useWrong } from './fields.tsx'
import { RowTools } from './RowTools.tsx'
import { useRows } from './useRows.ts'

export interface SituationsProps {
  readonly go: Go
  readonly newKey: () => string
  /** A key that no option of this question has had. */
  readonly newOption: (situation: string, options: readonly string[]) => string
}

/** 情形: the questions that are asked before the materials, in their order. */
export function Situations({ go, newKey, newOption }: SituationsProps) {
  const { getValues } = useFormContext<ItemForm>()
  const { ids, add, move, remove } = useRows('situations', go)
  return (
    <>
      <ListWrong path="situations" />
      {ids.map((id, at) => (
        <fieldset key={id} className="catEdit__row" data-row>
          <legend>
            <RowName at={at} />
          </legend>
          <RowTools
            row={`situations.${at}`}
            name={K.situation(at + 1, '')}
            first={at === 0}
            last={at === ids.length - 1}
            onMove={(by) => move(at, at + by, 'question')}
            onRemove={() => remove(at, K.situation(at + 1, getValues(`situations.${at}.question`)), 'question')}
          />
          <Line path={`situations.${at}.question`} label={SITUATION_FIELD.question} hint={K.questionHint} required />
          <Choose path={`situations.${at}.source`} label={SITUATION_FIELD.source} options={ASKED_KIND} />
          <Options at={at} go={go} newOption={newOption} />
        </fieldset>
      ))}
      <Button
        kbd="Alt+Q"
        kbdGroup={K.title}
        data-place={placeOf('situations.add')}
        onClick={() => add(blankSituation(newKey(), K.yes, K.no), 'question')}
      >
        {K.addSituation}
      </Button>
    </>
  )
}

function RowName({ at }: { readonly at: number }) {
  const { control } = useFormContext<ItemForm>()
  return K.situation(at + 1, useWatch({ control, name: `situations.${at}.question` }) ?? '')
}

function Options({ at, go, newOption }: Pick<SituationsProps, 'go' | 'newOption'> & { readonly at: number }) {
  const list = `situations.${at}.options` as const
  const { control, getValues } = useFormContext<ItemForm>()
  const source = useWatch({ control, name: `situations.${at}.source` })
  const { ids, add, move, remove } = useRows(list, go)
  const root = useWrong(`${list}.root`)
  if (source === 'PROXY') return <p className="ui-field__hint">{K.proxyHint}</p>
  const another = (): void => {
    const { key, options } = getValues(`situations.${at}`)
    const used = options.map((option) => option.key)
    add({ key: newOption(key, used), label: '' }, 'label')
  }
  return (
    <fieldset className="catEdit__list">
      <legend>{SITUATION_FIELD.options}</legend>
      {root !== undefined && <p className="ui-field__error">{root}</p>}
      {ids.map((id, option) => (
        <div key={id} className="catEdit__short" data-row>
          <Line path={`${list}.${option}.label`} label={K.option(option + 1)} required />
          <RowTools
            row={`${list}.${option}`}
            name={K.option(option + 1)}
            first={option === 0}
            last={option === ids.length - 1}
            onMove={(by) => move(option, option + by, 'label')}
            onRemove={() => remove(option, K.option(option + 1), 'label')}
          />
        </div>
      ))}
      <Button size="small" data-place={placeOf(`${list}.add`)} onClick={another}>
        {K.addOption}
      </Button>
    </fieldset>
  )
}
