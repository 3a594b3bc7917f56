import type { PrinterChecked } from '../../../../shared/projections/views.ts'
import { checkDetail } from '../../../texts/index.ts'
import { Light } from '../../../ui/index.ts'
import { HEALTH, P } from './texts.ts'

/** A light, what it means and what to do, and the printer's own code for whoever looks after it. */
export function HealthShown({
  checked,
  named = false
}: {
  readonly checked: PrinterChecked
  readonly named?: boolean
}) {
  const { health, name, detail } = checked
  const { tone, word, sentence } = HEALTH[health]
  return (
    <p className="printer__health">
      <strong>
        <Light tone={tone}>{word}</Light>
      </strong>
      <span>{`${sentence}${named && name !== '' ? P.callsItself(name) : ''}`}</span>
      {detail !== '' && <span className="admin__quiet">{checkDetail(detail) ?? P.detail(detail)}</span>}
    </p>
  )
}
