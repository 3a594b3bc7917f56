import type { DeskView } from '../../../../shared/projections/views.ts'
import { COUNTER_STATUS, clockTime } from '../../../texts/index.ts'
import { Button, Light, type Tone } from '../../../ui/index.ts'
import type { CounterAct } from '../state/useQueue.ts'
import { T } from '../texts.ts'
import { Q } from './texts.ts'

const TONE: Readonly<Record<DeskView['counterStatus'], Tone>> = { open: 'green', paused: 'amber', closed: 'grey' }

export interface CounterSwitchProps {
  readonly desk: DeskView
  readonly busy: CounterAct | null
  readonly onOpen: () => void
  /** Asks why and until when. */
  readonly onPause: () => void
}

/** Which counter this is, whether it is open, and the key that changes it. */
export function CounterSwitch({ desk, busy, onOpen, onPause }: CounterSwitchProps) {
  const open = desk.counterStatus === 'open'
  const mine = desk.counters.find((counter) => counter.no === desk.counter)
  return (
    <div className="counterSwitch">
      <p className="counterSwitch__what">
        <strong>{desk.counter} 号窗口</strong>
        <span className="counterSwitch__name">{pauseText(desk) || mine?.name}</span>
        <Light tone={TONE[desk.counterStatus]}>{COUNTER_STATUS[desk.counterStatus]}</Light>
      </p>
      <Button
        size="small"
        tone={open ? 'plain' : 'primary'}
        kbd="Ctrl+O"
        kbdGroup={T.queue}
        busy={busy === 'open'}
        data-place="queue.switch"
        onClick={open ? onPause : onOpen}
      >
        {open ? T.pauseCounter : T.openCounter}
      </Button>
    </div>
  )
}

/** Why it is paused, and when somebody is back; empty where it is not, or nothing was said. */
function pauseText({ counterStatus, pauseReason, pausedUntil }: DeskView): string {
  if (counterStatus !== 'paused') return ''
  const back = pausedUntil === null ? '' : Q.pausedUntil(clockTime(pausedUntil))
  return [pauseReason, back].filter((part) => part !== '').join(' · ')
}
