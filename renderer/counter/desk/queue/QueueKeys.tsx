import { useId } from 'react'
import type { DeskView } from '../../../../shared/projections/views.ts'
import { Button } from '../../../ui/index.ts'
import { nextAct, type QueueAct, usefulActs } from '../model/queueKeys.ts'
import { locksOf } from '../model/queueLocks.ts'
import { useNow } from '../state/useNow.ts'
import type { CounterAct } from '../state/useQueue.ts'
import { ACT, T } from '../texts.ts'
import { Q } from './texts.ts'

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
 * the sentence that says why. What 重呼 and 过号 still wait for stands below, counting with the hall's clock.
 */
export function QueueKeys({ desk, busy, onAct }: QueueKeysProps) {
  const id = useId()
  const { recall, miss } = locksOf(desk, useNow())
  const next = nextAct(desk)
  const useful = usefulActs(desk)
  const why: Partial<Record<QueueAct, string>> = {
    ...(recall > 0 ? { recall: Q.recallLock(recall) } : {}),
    ...(miss ? { miss: Q.missLock(miss.calls, miss.seconds) } : {})
  }
  const leads = (act: QueueAct): boolean => useful.includes(act) && why[act] === undefined
  return (
    <div className="queueKeys">
      {KEYS.map(({ act, key }) => (
        <Button
          key={act}
          kbd={key}
          kbdGroup={T.queue}
          tone={act === next && leads(act) ? 'primary' : 'plain'}
          className={leads(act) ? '' : 'queueKeys__idle'}
          busy={busy === act}
          data-place={`queue.${act}`}
          aria-describedby={why[act] === undefined ? undefined : `${id}-${act}`}
          onClick={() => onAct(act)}
        >
          {ACT[act]}
        </Button>
      ))}
      {/* Its line is always there; what it says is the sentence that matters in this second. */}
      <p className="queueKeys__why">
        {why.recall !== undefined && <span id={`${id}-recall`}>{why.recall}</span>}
        {why.miss !== undefined && (
          <span id={`${id}-miss`} className={why.recall === undefined ? '' : 'ui-hidden'}>
            {why.miss}
          </span>
        )}
      </p>
    </div>
  )
}
