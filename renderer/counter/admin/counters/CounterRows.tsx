import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { Button } from '../../../ui/index.ts'
import { freeCounter } from '../../setup/form.ts'
import { RowsTable } from '../../setup/RowsTable.tsx'
import { tidyHalf, tidyLetters } from '../../setup/tidy.ts'
import { CellField, useCellError } from './CellField.tsx'
import { type CountersValues, servedNames } from './countersForm.ts'
import { W } from './texts.ts'

/** Counters: number, name, the letters they call and the items they may serve. */
export function CounterRows({ onItems }: { readonly onItems: (index: number) => void }) {
  const { control, getValues } = useFormContext<CountersValues>()
  const { fields, append, remove } = useFieldArray({ control, name: 'config.counters', keyName: 'key' })
  return (
    <RowsTable
      title={W.counters}
      heads={[
        { text: W.no, className: 'rows__narrow' },
        { text: W.counterName },
        { text: W.letters },
        { text: W.served },
        { text: W.items, className: 'rows__short' }
      ]}
      rows={fields}
      rowName={(i) => W.counterRow(i + 1)}
      addText={W.addCounter}
      addKey="Alt+A"
      onAdd={() =>
        append(
          { no: freeCounter(getValues('config.counters')), name: '', groups: '', items: [] },
          { shouldFocus: false }
        )
      }
      onRemove={remove}
      error={useCellError('config.counters')}
      emptyText={W.noCounters}
      least={1}
      cells={(_row, i) => (
        <>
          <td>
            <CellField path={`config.counters.${i}.no`} label={W.noOf(i + 1)} inputMode="numeric" tidy={tidyHalf} />
          </td>
          <td>
            <CellField path={`config.counters.${i}.name`} label={W.counterNameOf(i + 1)} />
          </td>
          <td>
            <CellField path={`config.counters.${i}.groups`} label={W.lettersOf(i + 1)} tidy={tidyLetters} />
          </td>
          <td className="rows__served">
            <Served index={i} />
          </td>
          <td>
            <Items index={i} onOpen={() => onItems(i)} />
          </td>
        </>
      )}
    />
  )
}

function Served({ index }: { readonly index: number }) {
  const { control } = useFormContext<CountersValues>()
  const groups = useWatch({ control, name: 'config.groups' })
  const typed = useWatch({ control, name: `config.counters.${index}.groups` })
  const names = servedNames(typed, groups)
  return <span title={names}>{names}</span>
}

function Items({ index, onOpen }: { readonly index: number; readonly onOpen: () => void }) {
  const { control } = useFormContext<CountersValues>()
  const { length } = useWatch({ control, name: `config.counters.${index}.items` })
  const words = length === 0 ? W.allItems : W.someItems(length)
  return (
    <Button size="small" aria-label={`${W.itemsOf(index + 1)}：${words}`} onClick={onOpen}>
      {words}
    </Button>
  )
}
