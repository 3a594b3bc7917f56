import { useFieldArray, useFormContext } from 'react-hook-form'
import { freeLetter } from '../../setup/form.ts'
import { RowsTable } from '../../setup/RowsTable.tsx'
import { tidyLetter } from '../../setup/tidy.ts'
import { CellField, useCellError } from './CellField.tsx'
import type { CountersValues } from './countersForm.ts'
import { W } from './texts.ts'

/** Groups: the letter that numbers begin with, and what visitors read. */
export function GroupRows() {
  const { control, getValues } = useFormContext<CountersValues>()
  const { fields, append, remove } = useFieldArray({ control, name: 'config.groups', keyName: 'key' })
  return (
    <RowsTable
      title={W.groups}
      heads={[{ text: W.letter, className: 'rows__narrow' }, { text: W.name }]}
      rows={fields}
      rowName={(i) => W.groupRow(i + 1)}
      addText={W.addGroup}
      addKey="Alt+L"
      onAdd={() => append({ code: freeLetter(getValues('config.groups')), name: '' }, { shouldFocus: false })}
      onRemove={remove}
      error={useCellError('config.groups')}
      emptyText={W.noGroups}
      least={1}
      cells={(_row, i) => (
        <>
          <td>
            <CellField
              path={`config.groups.${i}.code`}
              label={W.letterOf(i + 1)}
              place={i === 0 ? 'admin.counters' : undefined}
              maxLength={1}
              tidy={tidyLetter}
            />
          </td>
          <td>
            <CellField path={`config.groups.${i}.name`} label={W.nameOf(i + 1)} />
          </td>
        </>
      )}
    />
  )
}
