import { useEffect, useState } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import type { CaseDetail, CaseShown } from '../../../../shared/projections/views.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { liveIdentity } from '../model/identity.ts'
import type { IntakeForm } from '../model/intake.ts'
import { answered } from './answered.ts'
import { useLatest } from './useLatest.ts'

export interface OpenCase {
  readonly shown: CaseShown
  readonly detail: CaseDetail | null
}

export interface OpenCasesFound {
  /** Of the same person, but for the one on the form. */
  readonly cases: readonly OpenCase[]
  /** One of them about the same item: what is issued now would be a second case. */
  readonly sameItem: CaseShown | null
}

const SHOWN = 3
/** Shorter than this says nothing about a person. */
const LEAST = 4

/** The number on the form once it is whole and right, else `null`. */
export function useNumber(form: UseFormReturn<IntakeForm>, today: string): string | null {
  const [kind, typed] = useWatch({ control: form.control, name: ['applicant.idKind', 'applicant.idNumber'] })
  const live = liveIdentity(kind, typed, today, false)
  return live.state === 'right' && live.number.length >= LEAST ? live.number : null
}

/** The visitor who comes back: what is open of the person with this number, as soon as the number is whole. */
export function useOpenCases(form: UseFormReturn<IntakeForm>, number: string | null): OpenCasesFound {
  const line = useLatest()
  const [open, setOpen] = useState<readonly OpenCase[]>([])
  const [caseId, itemId] = useWatch({ control: form.control, name: ['caseId', 'itemId'] })

  useEffect(() => {
    setOpen([])
    line.cancel()
    if (number === null) return
    const load = async (): Promise<void> => {
      const found = await line.ask(() => openCasesOf(number))
      if (found) setOpen(found)
    }
    void load()
  }, [number, line])

  const cases = open.filter(({ shown }) => shown.caseId !== caseId)
  const same = itemId === '' ? undefined : cases.find(({ shown }) => shown.itemId === itemId)
  return { cases, sameItem: same?.shown ?? null }
}

async function openCasesOf(idNumber: string): Promise<readonly OpenCase[]> {
  const found = await answered(ask('casework.findOpen', { idNumber }))
  if (!found.ok) return []
  return Promise.all(
    found.value.slice(0, SHOWN).map(async (shown) => {
      const detail = await answered(ask('casework.get', { caseId: shown.caseId }))
      return { shown, detail: detail.ok ? detail.value : null }
    })
  )
}
