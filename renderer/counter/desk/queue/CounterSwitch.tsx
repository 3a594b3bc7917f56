import type { DeskView } from '../../../../shared/projections/views.ts'
import { COUNTER_STATUS } from '../../../texts/index.ts'
import { Button, Light, type Tone } from '../../../ui/index.ts'
import type { CounterAct } from '../state/useQueue.ts'
import { T } from '../texts.ts'

const TONE: Readonly<Record<DeskView['counterStatus'], Tone>> = { open: 'green', paused: 'amber', closed: 'grey' }

export interface CounterSwitchProps {
  readonly desk: DeskView
  readonly busy: CounterAct | null
  readonly onAct: (act: CounterAct) => void
}

/** Which counter this is, whether it is open, and the key that changes it. */
export function CounterSwitch({ desk, busy, onAct }: CounterSwitchProps) {
  const open = desk.counterStatus === 'open'
  const mine = desk.counters.find((counter) => counter.no === desk.counter)
  return (
    <div className="counterSwitch">
      <p className="counterSwitch__what">
        <strong>{desk.counter} 号窗口</strong>
        {mine && <span className="counterSwitch__name">{mine.name}</span>}
        <Light tone={TONE[desk.counterStatus]}>{COUNTER_STATUS[desk.counterStatus]}</Light>
      </p>
      <Button
        size="small"
        tone={open ? 'plain' : 'primary'}
        kbd="Ctrl+O"
        kbdGroup={T.queue}
        busy={busy === 'open' || busy === 'pause'}
        data-place="queue.switch"
        onClick={() => onAct(open ? 'pause' : 'open')}
      >
        {open ? T.pauseCounter : T.openCounter}
      </Button>
    </div>
  )
}
