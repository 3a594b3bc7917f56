import { useWatch } from 'react-hook-form'
import type { ScreenPlan } from '../../../../../shared/domain/hall/service.ts'
import { Field, Select } from '../../../../ui/index.ts'
import { S } from '../texts.ts'
import { useAround, useErrorAt, useServiceForm } from '../useServiceForm.ts'
import { TextSetting, TickSetting } from './settings.tsx'

/** More displays than this stand at no desk; one that is recorded all the same is offered too. */
const OUTER_DISPLAYS = 5

function displays(chosen: string): { value: string; label: string }[] {
  const outer = Array.from({ length: OUTER_DISPLAYS }, (_, i) => i + 1)
  const known = Number(chosen)
  return [
    { value: '', label: S.displayFree },
    { value: '0', label: S.displayCounter },
    ...[...outer, ...(known > OUTER_DISPLAYS ? [known] : [])].map((n) => ({
      value: String(n),
      label: S.displayNth(n)
    }))
  ]
}

export interface PlanFieldsProps {
  readonly index: number
  readonly role: ScreenPlan['role']
  readonly name: string
}

/** One screen: where it stands and what it shows. */
export function PlanFields({ index, role, name }: PlanFieldsProps) {
  const { control, register } = useServiceForm()
  const at = `screens.${index}` as const
  const display = useWatch({ control, name: `${at}.display` })
  return (
    <div className="service__plan">
      <h4>{name}</h4>
      <Field label={S.display} error={useErrorAt(`${at}.display`)}>
        <Select options={displays(display)} {...register(`${at}.display`)} />
      </Field>
      {role === 'rating' && <AtCounter index={index} />}
      {role === 'hall' && <Zone index={index} />}
      <div className="service__ticks">
        <TickSetting
          path={`${at}.fullscreen`}
          label={S.fullscreen}
          {...(role === 'kiosk' && { hint: S.fullscreenHint })}
        />
        {role === 'hall' && <TickSetting path={`${at}.speaks`} label={S.speaks} hint={S.speaksHint} />}
      </div>
    </div>
  )
}

function AtCounter({ index }: { readonly index: number }) {
  const { register } = useServiceForm()
  const { hall } = useAround()
  const path = `screens.${index}.counter` as const
  const options = [
    { value: '', label: S.noCounter },
    ...hall.counters.map(({ no, name }) => ({ value: String(no), label: S.counterNamed(no, name) }))
  ]
  return (
    <Field label={S.atCounter} error={useErrorAt(path)} required>
      <Select options={options} {...register(path)} />
    </Field>
  )
}

/** Letters and counters of one hall screen; what the letters stand for is said below, so that a wrong one is seen. */
function Zone({ index }: { readonly index: number }) {
  const { control } = useServiceForm()
  const { hall } = useAround()
  const at = `screens.${index}` as const
  const letters = [
    ...new Set(
      useWatch({ control, name: `${at}.groups` })
        .toUpperCase()
        .match(/[A-Z]/g) ?? []
    )
  ]
  const names = letters.map((letter) => hall.groups.find(({ code }) => code === letter)?.name ?? S.nameless(letter))
  return (
    <div className="admin__pair">
      <TextSetting
        path={`${at}.groups`}
        label={S.zoneGroups}
        hint={names.length === 0 ? S.zoneGroupsHint : names.join('、')}
      />
      <TextSetting path={`${at}.counters`} label={S.zoneCounters} hint={S.zoneCountersHint} />
    </div>
  )
}
