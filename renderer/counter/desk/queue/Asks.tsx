import { useEffect } from 'react'
import type { AlarmShown } from '../../../../shared/projections/hallViews.ts'
import type { DeskView } from '../../../../shared/projections/views.ts'
import { minutesText, refusalText } from '../../../texts/index.ts'
import { announce, Button, Notice, toast } from '../../../ui/index.ts'
import { forgottenMinutes } from '../model/queueForgotten.ts'
import { useNow } from '../state/useNow.ts'
import { usePress } from '../state/usePress.ts'
import type { CounterAct } from '../state/useQueue.ts'
import { T } from '../texts.ts'
import { Q } from './texts.ts'

export interface AsksProps {
  readonly desk: DeskView
  readonly busy: CounterAct | null
  readonly onAct: (act: CounterAct) => void
  /** Asks when it really ended. */
  readonly onSaidEnd: () => void
}

/**
 * What the desk asks without standing in anybody's way: a colleague is wanted, a service was perhaps not ended. It takes
 * its room from the waiting list, on a low screen it lies over the counts of the groups; the keys stay where they are.
 */
export function Asks({ desk, busy, onAct, onSaidEnd }: AsksProps) {
  const others = desk.alarms.filter(({ counter }) => counter !== desk.counter)
  const mine = desk.alarms.find(({ counter }) => counter === desk.counter)
  const first = others[0] ?? mine
  return (
    <div className="asks">
      {first && <Alarm alarm={first} mine={first === mine} more={Math.max(0, others.length - 1)} />}
      <Forgotten desk={desk} busy={busy} onAct={onAct} onSaidEnd={onSaidEnd} />
    </div>
  )
}

interface AlarmProps {
  readonly alarm: AlarmShown
  readonly mine: boolean
  readonly more: number
}

/** A colleague is wanted: whoever goes says so, and it is gone everywhere. */
function Alarm({ alarm: { counter, byName, reason }, mine, more }: AlarmProps) {
  const answer = usePress('queue.answerColleague')
  const sentence = mine ? Q.alarmMine : Q.alarm(counter, byName, reason)
  useEffect(() => {
    if (!mine) announce(sentence, true)
  }, [mine, sentence])
  const press = async (): Promise<void> => {
    const reply = await answer.press({ counter })
    if (reply === null) return
    if (reply.ok) toast(mine ? Q.alarmEnded : Q.alarmAnswered(counter))
    else toast(refusalText(reply.refusal), 'warn')
  }
  return (
    <div className="ask" data-testid="alarm">
      <Notice tone={mine ? 'info' : 'warn'}>
        <p>{sentence}</p>
        {more > 0 && <p>{Q.alarmMore(more)}</p>}
        <Button size="small" kbd="Alt+L" kbdGroup={T.queue} busy={answer.busy} onClick={() => void press()}>
          {mine ? Q.alarmEnd : Q.alarmAnswer}
        </Button>
      </Notice>
    </div>
  )
}

/** 办完了吗: asked once a service is longer than is usual, so that a forgotten key does not spoil the times. */
function Forgotten({ desk, busy, onAct, onSaidEnd }: AsksProps) {
  const minutes = forgottenMinutes(desk, useNow())
  if (minutes === null || !desk.current) return null
  return (
    <div className="ask" data-testid="forgotten">
      <Notice>
        <p>{Q.forgotten(desk.current.no, minutesText(minutes))}</p>
        <div className="ask__keys">
          <Button size="small" kbd="Alt+J" kbdGroup={T.queue} busy={busy === 'still'} onClick={() => onAct('still')}>
            {Q.still}
          </Button>
          <Button size="small" kbd="Alt+W" kbdGroup={T.queue} busy={busy === 'finish'} onClick={() => onAct('finish')}>
            {Q.justDone}
          </Button>
          <Button size="small" kbd="Alt+Z" kbdGroup={T.queue} onClick={onSaidEnd}>
            {Q.doneBefore}
          </Button>
        </div>
      </Notice>
    </div>
  )
}
