import type { DeskView } from '../../../../shared/projections/views.ts'
import { Button } from '../../../ui/index.ts'
import { nextAct, type QueueAct, usefulActs } from '../model/queueKeys.ts'
import type { CounterAct } from '../state/useQueue.ts'
import { ACT, T } from '../texts.ts'

const KEYS: readonly { readonly act: QueueAct; readonly key: string }[] = [
  { act: 'call', key: 'F5' },
  { act: 'recall', key: 'F6' },
  { act: 'miss', key: 'F7' },
  { act: 'start', key: 'F8' },
  { act: 'finish', key: 'F9' }
]

export interface QueueKeysProps {
  readonly desk: DeskView
  readonly busy: CounterAct | null
  readonly onAct: (act: CounterAct) => void
}

/**
 * F5 to F9. The one that usually comes next is the blue one; those that lead nowhere now are pale but still answer, with
 * the sentence that says why.
 */
export function QueueKeys({ desk, busy, onAct }: QueueKeysProps) {
  const next = nextAct(desk)
  const useful = usefulActs(desk)
  return (
    <div className="queueKeys">
      {KEYS.map(({ act, key }) => (
        <Button
          key={act}
          kbd={key}
          kbdGroup={T.queue}
          tone={act === next && useful.includes(act) ? 'primary' : 'plain'}
          className={useful.includes(act) ? '' : 'queueKeys__idle'}
          busy={busy === act}
          data-place={`queue.${act}`}
          onClick={() => onAct(act)}
        >
          {ACT[act]}
        </Button>
      ))}
    </div>
  )
}
