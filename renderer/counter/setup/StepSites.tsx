import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { SITE_KIND, SITE_SERVICE } from '../../texts/labels.ts'
import type { Choice } from '../../ui/index.ts'
import { SelectCell, TextField, useFieldError } from './fields.tsx'
import { freeId, type SetupForm } from './form.ts'
import { RowsTable } from './RowsTable.tsx'

const choices = (labels: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

const KINDS = choices(SITE_KIND)
const SERVICES = choices(SITE_SERVICE)

/** Step 4: grids, and the villages and communities in them. Both may stay empty. */
export function StepSites() {
  return (
    <div className="setup__split">
      <Grids />
      <Sites />
    </div>
  )
}

function Grids() {
  const { control, getValues } = useFormContext<SetupForm>()
  const { fields, append, remove } = useFieldArray({ control, name: 'config.grids', keyName: 'key' })
  return (
    <RowsTable
      title="网格"
      heads={[{ text: '名称' }]}
      rows={fields}
      rowName={(i) => `第 ${i + 1} 个网格`}
      addText="添加网格"
      addKey="Alt+1"
      onAdd={() => append({ id: freeId('g', getValues('config.grids')), name: '' }, { shouldFocus: false })}
      onRemove={remove}
      error={useFieldError('config.grids')}
      emptyText="还没有网格。添加村（社区）之前，请先添加网格。"
      cells={(_row, i) => (
        <td>
          <TextField path={`config.grids.${i}.name`} label={`第 ${i + 1} 个网格的名称`} cell />
        </td>
      )}
    />
  )
}

function Sites() {
  const { control, getValues } = useFormContext<SetupForm>()
  const { fields, append, remove } = useFieldArray({ control, name: 'config.sites', keyName: 'key' })
  const grids = useWatch({ control, name: 'config.grids' })
  const gridChoices = [
    { value: '', label: '请选择' },
    ...grids.map(({ id, name }) => ({ value: id, label: name || '（未命名）' }))
  ]
  return (
    <RowsTable
      title="村（社区）"
      heads={[
        { text: '名称' },
        { text: '类别', className: 'rows__short' },
        { text: '服务场所', className: 'rows__medium' },
        { text: '所属网格', className: 'rows__medium' }
      ]}
      rows={fields}
      rowName={(i) => `第 ${i + 1} 个村（社区）`}
      addText="添加村（社区）"
      addKey="Alt+2"
      onAdd={() =>
        append(
          {
            id: freeId('s', getValues('config.sites')),
            name: '',
            kind: 'village',
            service: 'point',
            gridId: getValues('config.sites').at(-1)?.gridId ?? grids[0]?.id ?? ''
          },
          { shouldFocus: false }
        )
      }
      onRemove={remove}
      error={useFieldError('config.sites')}
      emptyText="还没有村（社区）。"
      cells={(_row, i) => (
        <>
          <td>
            <TextField path={`config.sites.${i}.name`} label={`第 ${i + 1} 个村（社区）的名称`} cell />
          </td>
          <td>
            <SelectCell path={`config.sites.${i}.kind`} label={`第 ${i + 1} 个的类别`} options={KINDS} />
          </td>
          <td>
            <SelectCell path={`config.sites.${i}.service`} label={`第 ${i + 1} 个的服务场所`} options={SERVICES} />
          </td>
          <td>
            <SelectCell path={`config.sites.${i}.gridId`} label={`第 ${i + 1} 个的所属网格`} options={gridChoices} />
          </td>
        </>
      )}
    />
  )
}
