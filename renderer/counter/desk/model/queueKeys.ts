import type { DeskView } from '../../../../shared/projections/views.ts'

/** The five keys of the queue and the switch of the counter. */
export type QueueAct = 'call' | 'recall' | 'miss' | 'start' | 'finish'

/** `null`: may be pressed. Otherwise why not, as a key of the texts: shown instead of an error after the press. */
export type WhyNot =
  | null
  | 'loading'
  | 'noCounter'
  | 'counterClosed'
  | 'counterPaused'
  | 'calledFirst'
  | 'servingFirst'
  | 'nobodyWaiting'
  | 'noTicket'
  | 'notStarted'

type Seen = Pick<DeskView, 'counter' | 'counterStatus' | 'current' | 'waitingHere'>

/** Which keys of the queue lead somewhere now. Main decides again; this only saves the clerk a press that leads nowhere. */
export function queueKeys(desk: Seen | null): Readonly<Record<QueueAct, WhyNot>> {
  if (desk === null) return all('loading')
  if (desk.counter === null) return all('noCounter')
  const { current } = desk
  if (current?.status === 'called') {
    return { call: 'calledFirst', recall: null, miss: null, start: null, finish: 'notStarted' }
  }
  if (current?.status === 'serving') {
    return { call: 'servingFirst', recall: 'servingFirst', miss: 'servingFirst', start: 'servingFirst', finish: null }
  }
  return {
    call: whyNoCall(desk),
    recall: 'noTicket',
    miss: 'noTicket',
    start: 'noTicket',
    finish: 'noTicket',
  }
}

function whyNoCall(desk: Seen): WhyNot {
  if (desk.counterStatus === 'closed') return 'counterClosed'
  if (desk.counterStatus === 'paused') return 'counterPaused'
  return desk.waitingHere === 0 ? 'nobodyWaiting' : null
}

const all = (why: WhyNot): Readonly<Record<QueueAct, WhyNot>> => ({
  call: why,
  recall: why,
  miss: why,
  start: why,
  finish: why,
})

/** The one act that usually comes next: its button is the big one. */
export function nextAct(desk: Seen | null): QueueAct {
  if (desk?.current?.status === 'called') return 'start'
  if (desk?.current?.status === 'serving') return 'finish'
  return 'call'
}
