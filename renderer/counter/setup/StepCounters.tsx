import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { TextField, useFieldError } from './fields.tsx'
import { freeCounter, freeLetter, type SetupForm } from './form.ts'
import { RowsTable } from './RowsTable.tsx'
import { tidyHalf, tidyLetter, tidyLetters } from './tidy.ts'

/** Step 3: groups with their letters, counters with the letters they serve. */
export function StepCounters() {
  return (
    <div className="setup__split">
      <Groups />
      <Counters />
    </div>
  )
}

function Groups() {
  const { control, getValues } = useFormContext<SetupForm>()
  const { fields, append, remove } = useFieldArray({ control, name: 'config.groups', keyName: 'key' })
  return (
    <RowsTable
      title="业务分类"
      heads={[{ text: '字母', className: 'rows__narrow' }, { text: '名称' }]}
      rows={fields}
      rowName={(i) => `第 ${i + 1} 类`}
      addText="添加分类"
      addKey="Alt+1"
      onAdd={() => append({ code: freeLetter(getValues('config.groups')), name: '' }, { shouldFocus: false })}
      onRemove={remove}
      error={useFieldError('config.groups')}
      emptyText="还没有业务分类。"
      least={1}
      cells={(_row, i) => (
        <>
          <td>
            <TextField
              path={`config.groups.${i}.code`}
              label={`第 ${i + 1} 类的字母`}
              cell
              maxLength={1}
              tidy={tidyLetter}
            />
          </td>
          <td>
            <TextField path={`config.groups.${i}.name`} label={`第 ${i + 1} 类的名称`} cell />
          </td>
        </>
      )}
    />
  )
}

function Counters() {
  const { control, getValues } = useFormContext<SetupForm>()
  const { fields, append, remove } = useFieldArray({ control, name: 'config.counters', keyName: 'key' })
  return (
    <RowsTable
      title="窗口"
      heads={[
        { text: '窗口号', className: 'rows__narrow' },
        { text: '窗口名称' },
        { text: '业务字母（靠前的先叫）' },
        { text: '对应业务' }
      ]}
      rows={fields}
      rowName={(i) => `第 ${i + 1} 行窗口`}
      addText="添加窗口"
      addKey="Alt+2"
      onAdd={() =>
        append({ no: freeCounter(getValues('config.counters')), name: '', groups: '' }, { shouldFocus: false })
      }
      onRemove={remove}
      error={useFieldError('config.counters')}
      emptyText="还没有窗口。"
      least={1}
      cells={(_row, i) => (
        <>
          <td>
            <TextField
              path={`config.counters.${i}.no`}
              label={`第 ${i + 1} 行窗口号`}
              cell
              inputMode="numeric"
              tidy={tidyHalf}
            />
          </td>
          <td>
            <TextField path={`config.counters.${i}.name`} label={`第 ${i + 1} 行窗口名称`} cell />
          </td>
          <td>
            <TextField path={`config.counters.${i}.groups`} label={`第 ${i + 1} 行业务字母`} cell tidy={tidyLetters} />
          </td>
          <td className="rows__served">
            <Served index={i} />
          </td>
        </>
      )}
    />
  )
}

/** Names of the letters a counter serves, so that a wrong letter is seen at once. */
function Served({ index }: { readonly index: number }) {
  const { control } = useFormContext<SetupForm>()
  const groups = useWatch({ control, name: 'config.groups' })
  const served = useWatch({ control, name: `config.counters.${index}.groups` })
  const letters = [...new Set(served.toUpperCase())].filter((letter) => /[A-Z]/.test(letter))
  if (letters.length > 1 && letters.length === groups.length) return <>全部业务</>
  const names = letters.map(
    (letter) => groups.find((group) => group.code.toUpperCase() === letter)?.name || `${letter}？`
  )
  return <>{names.join('、')}</>
}
