import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import type { PhonePageState } from '../../../../../shared/projections/hallViews.ts'
import { ask } from '../../../../bridge/linchuang.ts'
import { Notice } from '../../../../ui/index.ts'
import { answered } from '../../../desk/state/answered.ts'
import { PHONE_PROBLEM, S } from '../texts.ts'
import { useServiceForm } from '../useServiceForm.ts'

/** Where phones find the page just now, or why they do not; while something else is typed, that it is not in force yet. */
export function PhoneAddress() {
  const { control, formState } = useServiceForm()
  const typed = JSON.stringify(useWatch({ control, name: 'phone' }))
  const saved = JSON.stringify(formState.defaultValues?.phone)
  const [state, setState] = useState<PhonePageState | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is saved decides how the page is
  useEffect(() => {
    let gone = false
    void answered(ask('phone.state', {})).then((reply) => {
      if (!gone) setState(reply.ok ? reply.value : null)
    })
    return () => {
      gone = true
    }
  }, [saved])
  if (state?.problem && typed === saved) return <Notice tone="warn">{PHONE_PROBLEM[state.problem]}</Notice>
  return (
    <p className="service__address" role="status">
      {sentence(state, typed === saved)}
    </p>
  )
}

function sentence(state: PhonePageState | null, inForce: boolean): string {
  if (!inForce) return S.addressLater
  if (state === null) return ''
  return state.address === null ? S.addressOff : S.address(state.address)
}
