import { useRef } from 'react'
import type { PrinterTarget } from '../../../../shared/domain/hall/hall.ts'
import { A } from '../texts.ts'
import { FoundPrinters } from './FoundPrinters.tsx'
import { TargetForm, type TargetFormTools } from './TargetForm.tsx'

/** Where papers go: left what holds and the choice, right what this PC knows. */
export function PrinterSection({ target }: { readonly target: PrinterTarget }) {
  const form = useRef<TargetFormTools>(null)
  return (
    <div className="printer">
      <div className="printer__main">
        <TargetForm target={target} tools={form} />
      </div>
      <section className="printer__found ui-panel" aria-label={A.found}>
        <FoundPrinters onChoose={(printer) => form.current?.take(printer)} />
      </section>
    </div>
  )
}
