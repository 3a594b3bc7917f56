import { useId, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Reply } from '../../../../shared/kernel/result.ts'
import type { NetworkPrinter } from '../../../../shared/projections/views.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, Notice, RadioGroup } from '../../../ui/index.ts'
import { answered } from '../../desk/state/answered.ts'
import { choicesOf, describe, fillOf } from './networkFill.ts'
import { N } from './networkTexts.ts'
import type { TargetValues } from './targetSchema.ts'
import { P } from './texts.ts'

type Way = 'printers.discover' | 'printers.knock'

const FINDING: Readonly<Record<Way, string>> = { 'printers.discover': N.finding, 'printers.knock': N.knocking }
const NONE: Readonly<Record<Way, string>> = { 'printers.discover': N.noneAnswered, 'printers.knock': N.noneOpen }

export interface NetworkPrintersProps {
  readonly form: UseFormReturn<TargetValues>
  /** Receipt printers may be chosen. */
  readonly rolls: boolean
  /** Another printer is in the form now. */
  readonly onPick: () => void
}

/** Looks for printers on the network when somebody presses for it; the one that is chosen is filled in below. */
export function NetworkPrinters({ form, rolls, onPick }: NetworkPrintersProps) {
  const { setValue, getValues } = form
  const hints = useId()
  const [busy, setBusy] = useState<Way | null>(null)
  const [answer, setAnswer] = useState<{ readonly way: Way; readonly reply: Reply<readonly NetworkPrinter[]> } | null>(
    null
  )
  const [picked, setPicked] = useState<string | null>(null)
  const found = answer?.reply.ok ? choicesOf(answer.reply.value, rolls) : []
  const find = async (way: Way): Promise<void> => {
    setBusy(way)
    setAnswer(null)
    setPicked(null)
    const reply = await answered(ask(way, {}))
    setAnswer({ way, reply })
    setBusy(null)
  }
  const pick = (address: string): void => {
    const printer = found.find((one) => one.address === address)
    if (!printer) return
    setPicked(address)
    const { kind, ...values } = fillOf(printer, getValues('name'), found)
    setValue('kind', kind)
    for (const [name, value] of Object.entries(values)) {
      setValue(name as keyof TargetValues, value, { shouldDirty: true, shouldValidate: true })
    }
    onPick()
  }
  return (
    <section className="printers__network" aria-label={N.legend}>
      <div className="printers__way">
        <Button
          size="small"
          kbd="Alt+F"
          kbdGroup={P.group}
          busy={busy === 'printers.discover'}
          disabled={busy === 'printers.knock'}
          aria-describedby={`${hints}-find`}
          onClick={() => void find('printers.discover')}
        >
          {N.find}
        </Button>
        <span className="admin__quiet" id={`${hints}-find`}>
          {N.findHint}
        </span>
      </div>
      {rolls && (
        <div className="printers__way">
          <Button
            size="small"
            busy={busy === 'printers.knock'}
            disabled={busy === 'printers.discover'}
            aria-describedby={`${hints}-knock`}
            onClick={() => void find('printers.knock')}
          >
            {N.knock}
          </Button>
          <span className="admin__quiet" id={`${hints}-knock`}>
            {N.knockHint}
          </span>
        </div>
      )}
      <div role="status">
        {busy !== null && <p className="admin__quiet">{FINDING[busy]}</p>}
        {answer && !answer.reply.ok && <Notice tone="warn">{refusalText(answer.reply.refusal)}</Notice>}
        {answer?.reply.ok && found.length === 0 && <Notice tone="warn">{NONE[answer.way]}</Notice>}
        {found.length > 0 && <p>{N.found(found.length)}</p>}
      </div>
      {found.length > 0 && (
        <RadioGroup
          legend={N.legend}
          legendHidden
          column
          options={found.map((one) => ({
            value: one.address,
            label: one.name === '' ? one.address : one.name,
            hint: describe(one)
          }))}
          value={picked}
          onChange={pick}
        />
      )}
    </section>
  )
}
