import { useState } from 'react'
import type { Refusal } from '../../../../shared/kernel/result.ts'
import { refusalText } from '../../../texts/index.ts'
import type { Go } from '../../desk/state/useGo.ts'

export interface Wrong {
  /** Sentence for the field, if the refusal is about it. */
  at(field: string): string | undefined
  /** Sentence that belongs to no field of this form. */
  readonly general: string | null
  /** Shows a refusal and leads to its field. */
  show(refusal: Refusal): void
  clear(): void
}

/** What main has said no to, beside the field it is about. `places` name the fields as `prefix.field`. */
export function useWrong(go: Go, prefix: string, fields: readonly string[]): Wrong {
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const known = refusal?.field !== undefined && fields.includes(refusal.field)
  return {
    at: (field) => (refusal !== null && refusal.field === field ? refusalText(refusal) : undefined),
    general: refusal !== null && !known ? refusalText(refusal) : null,
    show(next) {
      setRefusal(next)
      if (next.field !== undefined && fields.includes(next.field)) go(`${prefix}.${next.field}`)
    },
    clear: () => setRefusal(null)
  }
}
