import { type FormEvent, useState } from 'react'
import type { GridListed, GridShown } from '../../../../shared/projections/outreachViews.ts'
import { Button, enterMoves, Field, Notice, Select, TextArea, TextInput, toast } from '../../../ui/index.ts'
import { useDesk } from '../../desk/DeskContext.tsx'
import { usePress } from '../../desk/state/usePress.ts'
import { G } from './texts.ts'
import { useWrong } from './useWrong.ts'

export interface GridFormProps {
  /** The grid that is changed; one that the hall names and nobody has registered; `null` for a new one. */
  readonly grid: GridListed | GridShown | null
  readonly onSaved: (gridId: string) => Promise<void>
  readonly onStay: (() => void) | null
}

const FIELDS = ['name', 'siteId', 'boundary', 'households', 'stationPhone'] as const

/** What the register says of a grid. Keyed by the grid; nothing typed is lost by a refusal. */
export function GridForm({ grid, onSaved, onStay }: GridFormProps) {
  const { app, go } = useDesk()
  const known = grid !== null && 'boundary' in grid ? grid : null
  const [name, setName] = useState(grid?.name ?? '')
  const [siteId, setSiteId] = useState(grid?.siteId ?? '')
  const [boundary, setBoundary] = useState(known?.boundary ?? '')
  const [households, setHouseholds] = useState(known ? String(known.households) : '')
  const [stationPhone, setStationPhone] = useState(known?.stationPhone ?? '')
  const [notWhole, setNotWhole] = useState(false)
  const wrong = useWrong(go, 'grid', FIELDS)
  const registering = usePress('grid.register')
  const changing = usePress('grid.change')
  const sites = app.hall?.sites ?? []

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const count = households.trim() === '' ? 0 : Number(households)
    const whole = Number.isInteger(count) && count >= 0 && count <= 99_999
    setNotWhole(!whole)
    if (!whole) return go('grid.households')
    if (siteId === '') return wrong.show({ code: 'grid-site-unknown', field: 'siteId' })
    wrong.clear()
    const described = { name, siteId, boundary, households: count, stationPhone }
    if (known) {
      const reply = await changing.press({ gridId: known.gridId, ...described })
      if (reply === null) return
      if (!reply.ok) return wrong.show(reply.refusal)
      toast(G.saved)
      return onSaved(known.gridId)
    }
    const reply = await registering.press({ gridId: grid?.gridId ?? null, ...described })
    if (reply === null) return
    if (!reply.ok) return wrong.show(reply.refusal)
    toast(G.registered(name.trim(), reply.value.code))
    return onSaved(reply.value.gridId)
  }

  const choices = [{ value: '', label: G.chooseSite }, ...sites.map(({ id, name: label }) => ({ value: id, label }))]
  return (
    <form className="admin__form ui-panel" onSubmit={(event) => void submit(event)} onKeyDown={enterMoves} noValidate>
      <h3>{known ? G.changeTitle : G.registerTitle}</h3>
      {wrong.general !== null && <Notice tone="danger">{wrong.general}</Notice>}
      <div className="admin__pair">
        <Field label={G.gridName} error={wrong.at('name')} required>
          <TextInput data-place="grid.name" value={name} onChange={(event) => setName(event.currentTarget.value)} />
        </Field>
        <Field label={G.site} error={wrong.at('siteId')} required>
          <Select
            data-place="grid.siteId"
            options={choices}
            value={siteId}
            disabled={known !== null}
            onChange={(event) => setSiteId(event.currentTarget.value)}
          />
        </Field>
      </div>
      <Field label={G.boundary} hint={G.boundaryHint} error={wrong.at('boundary')} required>
        <TextArea
          rows={2}
          data-place="grid.boundary"
          value={boundary}
          onChange={(event) => setBoundary(event.currentTarget.value)}
        />
      </Field>
      <div className="admin__pair">
        <Field label={G.households} error={notWhole ? G.wholeNumber : undefined}>
          <TextInput
            inputMode="numeric"
            data-place="grid.households"
            value={households}
            onChange={(event) => setHouseholds(event.currentTarget.value)}
          />
        </Field>
        <Field label={G.stationPhone} hint={G.stationPhoneHint} error={wrong.at('stationPhone')}>
          <TextInput
            data-place="grid.stationPhone"
            value={stationPhone}
            onChange={(event) => setStationPhone(event.currentTarget.value)}
          />
        </Field>
      </div>
      <div className="admin__keys">
        {onStay && (
          <Button tone="quiet" onClick={onStay}>
            {G.cancel}
          </Button>
        )}
        <Button submit tone="primary" kbd="Ctrl+Enter" kbdGroup={G.group} busy={registering.busy || changing.busy}>
          {known ? G.save : G.register}
        </Button>
      </div>
    </form>
  )
}
