import { refusalText } from '../../../texts/index.ts'
import { Light, Notice } from '../../../ui/index.ts'
import { A, HEALTH } from '../texts.ts'
import type { Check } from './useCheck.ts'

/** What came of asking a printer: a light, what it means, and the code for whoever looks after it. */
export function PrinterHealthShown({ check }: { readonly check: Check }) {
  const { result, busy } = check
  if (busy || result === null) return <p className="admin__quiet">{busy ? A.testing : ''}</p>
  const { reply } = result
  if (!reply.ok) return <Notice tone="warn">{refusalText(reply.refusal)}</Notice>
  const { health, name, detail } = reply.value
  const { tone, word, sentence } = HEALTH[health]
  return (
    <p className="printer__health">
      <strong>
        <Light tone={tone}>{word}</Light>
      </strong>
      <span>{`${sentence}${name === '' ? '' : A.callsItself(name)}`}</span>
      {detail !== '' && <span className="admin__quiet">{A.detail(detail)}</span>}
    </p>
  )
}
