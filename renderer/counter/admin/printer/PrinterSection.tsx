import { useState } from 'react'
import type { PrinterUse } from '../../../../shared/domain/hall/hall.ts'
import { PRINTER_USES, type Printers } from '../../../../shared/domain/hall/printers.ts'
import type { Go } from '../../desk/state/useGo.ts'
import './printer.css'
import { TargetForm } from './TargetForm.tsx'
import { UseCard } from './UseCard.tsx'

/** 打印机: for each use of paper its printer and how it is just now; below, the one that is being changed. */
export function PrinterSection({ printers, go }: { readonly printers: Printers; readonly go: Go }) {
  const [chosen, setChosen] = useState<PrinterUse | null>(null)
  const change = (use: PrinterUse): void => {
    setChosen(use)
    go('printer.kind')
  }
  const done = (use: PrinterUse): void => {
    setChosen(null)
    go(`printer.${use}`)
  }
  return (
    <div className="printers">
      <div className="printers__uses">
        {PRINTER_USES.map((use) => (
          <UseCard key={use} use={use} target={printers[use]} chosen={use === chosen} onChange={() => change(use)} />
        ))}
      </div>
      {chosen !== null && (
        <TargetForm key={chosen} use={chosen} target={printers[chosen]} onDone={() => done(chosen)} />
      )}
    </div>
  )
}
