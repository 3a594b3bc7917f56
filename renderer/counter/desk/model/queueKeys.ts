import type { DeskView } from '../../../../shared/projections/views.ts'

/** The five keys of the queue. */
export type QueueAct = 'call' | 'recall' | 'miss' | 'start' | 'finish'

type Seen = Pick<DeskView, 'counter' | 'counterStatus' | 'current' | 'waitingHere'>

/**
 * Keys that lead somewhere as the desk stands. For the look of the buttons only: main decides, and its state may be a
 * moment newer than this view.
 */
export function usefulActs(desk: Seen): readonly QueueAct[] {
  if (desk.counter === null) return []
  if (desk.current?.status === 'called') return ['recall', 'miss', 'start']
  if (desk.current?.status === 'serving') return ['finish']
  return desk.counterStatus === 'open' && desk.waitingHere > 0 ? ['call'] : []
}

/** The one act that usually comes next. */
export function nextAct(desk: Pick<Seen, 'current'>): QueueAct {
  if (desk.current?.status === 'called') return 'start'
  if (desk.current?.status === 'serving') return 'finish'
  return 'call'
}
