import { useEffect, useState } from 'react'
import { useFieldArray } from 'react-hook-form'
import type { ScreenPlan } from '../../../../../shared/domain/hall/service.ts'
import { freeId, type PlanValues } from '../model/values.ts'
import { Group } from '../parts/Group.tsx'
import { PlanFields } from '../parts/PlanFields.tsx'
import { Rows } from '../parts/Rows.tsx'
import { ROLE_NAME, S } from '../texts.ts'
import { useServiceForm } from '../useServiceForm.ts'

const ROLES = Object.keys(ROLE_NAME) as readonly ScreenPlan['role'][]

const blank = (role: ScreenPlan['role'], plans: readonly PlanValues[]): PlanValues => ({
  id: freeId(`${role}-`, plans),
  role,
  display: '',
  fullscreen: true,
  counter: '',
  groups: '',
  counters: '',
  speaks: role === 'hall' && !plans.some((plan) => plan.role === 'hall' && plan.speaks)
})

/** 屏幕摆放: which windows there are beside the counter's, and on which display each stands. */
export function ScreensPage() {
  const { control, getValues } = useServiceForm()
  const { fields, append, remove } = useFieldArray({ control, name: 'screens', keyName: 'key' })
  const more = useMoreDisplays()
  return (
    <Group title={S.screens} note={S.screensMost} paths={['screens']} errorAt="screens" wide>
      <p role="status">{more ? S.moreDisplays : S.oneDisplay}</p>
      <Rows
        rows={fields}
        name={(i) => screenName(fields[i])}
        row={(i) => <PlanFields index={i} role={fields[i]?.role ?? 'hall'} name={screenName(fields[i])} />}
        adding={ROLES.map((role, i) => ({
          text: S.addScreen(ROLE_NAME[role]),
          run: () => append(blank(role, getValues('screens')), { shouldFocus: false }),
          ...(i === 0 && { place: 'admin.screens' })
        }))}
        onRemove={remove}
        emptyText={S.noScreens}
      />
    </Group>
  )
}

const screenName = (plan: PlanValues | undefined): string => (plan ? S.screenName(ROLE_NAME[plan.role], plan.id) : '')

/** What a page may know of the displays without asking anybody for more. */
const displays = (): EventTarget & { readonly isExtended?: boolean } => window.screen as never

function useMoreDisplays(): boolean {
  const [more, setMore] = useState(() => displays().isExtended === true)
  useEffect(() => {
    const known = displays()
    const look = (): void => setMore(known.isExtended === true)
    look()
    known.addEventListener('change', look)
    return () => known.removeEventListener('change', look)
  }, [])
  return more
}
