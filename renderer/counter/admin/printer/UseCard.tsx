import { useId, useState } from 'react'
import type { PrinterTarget, PrinterUse } from '../../../../shared/domain/hall/hall.ts'
import { printerName, rollOfPrint } from '../../../../shared/domain/hall/printers.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, classes, Notice } from '../../../ui/index.ts'
import { usePress } from '../../desk/state/usePress.ts'
import { HealthShown } from './HealthShown.tsx'
import { TestPage } from './TestPage.tsx'
import { KIND, P, USE, USE_KEY } from './texts.ts'
import { useTargetState } from './useTargetState.ts'

export interface UseCardProps {
  readonly use: PrinterUse
  readonly target: PrinterTarget
  /** Its printer is being changed just now. */
  readonly chosen: boolean
  readonly onChange: () => void
}

/** One use of paper: its printer, how that is just now, and whether a test page comes out. */
export function UseCard({ use, target, chosen, onChange }: UseCardProps) {
  const id = useId()
  const state = useTargetState(target)
  const testing = usePress('printers.testPage')
  const [test, setTest] = useState<{ readonly docId: string; readonly of: string } | null>(null)
  const [refused, setRefused] = useState('')
  const name = printerName(target)
  const print = async (): Promise<void> => {
    const reply = await testing.press({ use })
    if (reply === null) return
    setTest(reply.ok ? { docId: reply.value.docId, of: name } : null)
    setRefused(reply.ok ? '' : refusalText(reply.refusal))
  }
  return (
    <section className={classes('printers__use ui-panel', chosen && 'printers__use--chosen')} aria-labelledby={id}>
      <h3 id={id}>{USE[use]}</h3>
      <div className="printer__now">
        <p className="admin__quiet">{P.now}</p>
        <p className="printer__target">
          {target.kind === 'folder' ? KIND.folder.label : target.name}
          {rollOfPrint(use, target).roll === 58 && P.narrow}
        </p>
        <p className="printer__address">{target.kind === 'folder' ? KIND.folder.hint : addressShown(target)}</p>
      </div>
      <div className="printers__state" role="status">
        {target.kind !== 'folder' &&
          (state ? <HealthShown checked={state} /> : <p className="admin__quiet">{P.asking}</p>)}
      </div>
      <div className="printers__keys">
        <Button
          kbd={USE_KEY[use]}
          kbdGroup={P.group}
          aria-label={P.changeOf(USE[use])}
          aria-pressed={chosen}
          data-place={`printer.${use}`}
          onClick={onChange}
        >
          {P.change}
        </Button>
        <Button busy={testing.busy} aria-label={P.testPageOf(USE[use])} onClick={() => void print()}>
          {P.testPage}
        </Button>
      </div>
      {refused !== '' && <Notice tone="warn">{refused}</Notice>}
      {test?.of === name && <TestPage docId={test.docId} />}
    </section>
  )
}

function addressShown(target: Exclude<PrinterTarget, { readonly kind: 'folder' }>): string {
  switch (target.kind) {
    case 'ipp':
      return target.uri
    case 'spooler':
      return `${KIND.spooler.label} ${target.queue}`
    case 'raw':
      return `${KIND.raw.label} ${target.host}:${target.port} ${P.rolls[target.paper]}`
  }
}
