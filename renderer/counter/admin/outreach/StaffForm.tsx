import { type FormEvent, useState } from 'react'
import { GRID_ROLE_LABEL, GRID_ROLES, type GridRole, PRIMARY_ROLE } from '../../../../shared/domain/outreach/roles.ts'
import type { GridShown, GridStaffShown } from '../../../../shared/projections/outreachViews.ts'
import { Button, Checkbox, enterMoves, Field, Notice, Select, TextInput, toast } from '../../../ui/index.ts'
import { useDesk } from '../../desk/DeskContext.tsx'
import { dayTyped } from '../../desk/model/dayTyped.ts'
import { usePress } from '../../desk/state/usePress.ts'
import { DayInput } from './DayInput.tsx'
import { G } from './texts.ts'
import { useWrong } from './useWrong.ts'

const FIELDS = ['name', 'phone', 'duty', 'from', 'primary'] as const
const ROLES = GRID_ROLES.map((role) => ({ value: role, label: GRID_ROLE_LABEL[role] }))

export interface StaffFormProps {
  readonly grid: GridShown
  readonly today: string
  /** Whose entry is changed; `null`: somebody new. */
  readonly one: GridStaffShown | null
  readonly onSaved: () => Promise<void>
  readonly onStay: () => void
}

/** Somebody with a duty in this grid. */
export function StaffForm({ grid, today, one, onSaved, onStay }: StaffFormProps) {
  const { go } = useDesk()
  const [role, setRole] = useState<GridRole>(one?.role ?? (grid.primary === null ? PRIMARY_ROLE : 'assistant'))
  const [name, setName] = useState(one?.name ?? '')
  const [phone, setPhone] = useState(one?.phone ?? '')
  const [duty, setDuty] = useState(one?.duty ?? '')
  const [from, setFrom] = useState(today)
  const [notDay, setNotDay] = useState(false)
  const [primary, setPrimary] = useState(grid.primary === null)
  const [everywhere, setEverywhere] = useState(true)
  const wrong = useWrong(go, 'gridStaff', FIELDS)
  const assigning = usePress('grid.assign')
  const changing = usePress('grid.changeStaff')

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    wrong.clear()
    const { gridId } = grid
    if (one) {
      const input = { gridId, assignmentId: one.assignmentId, name, phone, duty }
      const reply = await changing.press({ ...input, everywhere: everywhere && one.elsewhere.length > 0 })
      if (reply === null) return
      if (!reply.ok) return wrong.show(reply.refusal)
      toast(G.changedIn(reply.value.grids))
      return onSaved()
    }
    const day = dayTyped(from, today)
    setNotDay(day === null)
    if (day === null) return go('gridStaff.from')
    const input = { gridId, role, name, phone, duty, primary: primary && role === PRIMARY_ROLE, from: day }
    const reply = await assigning.press(input)
    if (reply === null) return
    if (!reply.ok) return wrong.show(reply.refusal)
    toast(G.assigned(name.trim()))
    return onSaved()
  }

  return (
    <form className="admin__form ui-panel" onSubmit={(event) => void submit(event)} onKeyDown={enterMoves} noValidate>
      <h3>{one ? G.editTitle(one.name) : G.addStaff}</h3>
      {wrong.general !== null && <Notice tone="danger">{wrong.general}</Notice>}
      <div className="admin__pair">
        {!one && (
          <Field label={G.role} required>
            <Select
              data-place="gridStaff.role"
              options={ROLES}
              value={role}
              onChange={(event) => setRole(event.currentTarget.value as GridRole)}
            />
          </Field>
        )}
        <Field label={G.person} error={wrong.at('name')} required>
          <TextInput
            data-place="gridStaff.name"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </Field>
      </div>
      <Field label={G.phone} hint={G.phoneHint} error={wrong.at('phone')} required>
        <TextInput
          inputMode="tel"
          data-place="gridStaff.phone"
          value={phone}
          onChange={(event) => setPhone(event.currentTarget.value)}
        />
      </Field>
      <Field label={G.duty} hint={G.dutyHint} error={wrong.at('duty')} required>
        <TextInput data-place="gridStaff.duty" value={duty} onChange={(event) => setDuty(event.currentTarget.value)} />
      </Field>
      {!one && (
        <DayInput
          label={G.from}
          value={from}
          today={today}
          wrong={notDay ? G.dayWrong : wrong.at('from')}
          place="gridStaff.from"
          onChange={setFrom}
        />
      )}
      {!one && role === PRIMARY_ROLE && (
        <>
          <Checkbox
            label={G.makePrimary}
            data-place="gridStaff.primary"
            checked={primary}
            onChange={(event) => setPrimary(event.currentTarget.checked)}
          />
          {wrong.at('primary') !== undefined && <Notice tone="warn">{wrong.at('primary')}</Notice>}
        </>
      )}
      {one && one.elsewhere.length > 0 && (
        <Checkbox
          label={G.everywhere(one.elsewhere.join('、'))}
          checked={everywhere}
          onChange={(event) => setEverywhere(event.currentTarget.checked)}
        />
      )}
      <div className="admin__keys">
        <Button tone="quiet" onClick={onStay}>
          {G.cancel}
        </Button>
        <Button submit tone="primary" kbd="Ctrl+Enter" kbdGroup={G.group} busy={assigning.busy || changing.busy}>
          {one ? G.save : G.addStaff}
        </Button>
      </div>
    </form>
  )
}
