import { useEffect, useState } from 'react'
import type { PrinterTarget } from '../../../../shared/domain/hall/hall.ts'
import { printerName } from '../../../../shared/domain/hall/printers.ts'
import type { PrinterChecked } from '../../../../shared/projections/views.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { answered } from '../../desk/state/answered.ts'

/** Between an answer and the next question: soon enough after somebody has put paper in. */
const AGAIN_MS = 3_000

/**
 * How the printer of a target is, asked while the page is in sight, one question after the other. What it said last
 * stands until it says something else; `null` before its first answer.
 */
export function useTargetState(target: PrinterTarget): PrinterChecked | null {
  const [seen, setSeen] = useState<{ readonly of: string; readonly checked: PrinterChecked } | null>(null)
  const name = printerName(target)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the name says all that a question depends on
  useEffect(() => {
    if (target.kind === 'folder') return
    let gone = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const look = async (): Promise<void> => {
      const reply = await answered(ask('printers.check', { target }))
      if (gone) return
      if (reply.ok) setSeen({ of: name, checked: reply.value })
      timer = setTimeout(() => void look(), AGAIN_MS)
    }
    void look()
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [name])
  return seen?.of === name ? seen.checked : null
}
