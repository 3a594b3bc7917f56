import { useState } from 'react'
import type { DeskView } from '../../../../shared/projections/views.ts'
import { mustAsk } from '../model/drafts.ts'
import { isTyped } from '../model/intake.ts'
import type { Go } from './useGo.ts'
import type { Intake } from './useIntake.ts'
import type { CounterAct, Queue } from './useQueue.ts'
import type { SheetsOnDesk } from './useSheets.ts'

/** Asked before a form with work in it makes room. */
export interface Leaving {
  /** The form goes: kept among the unfinished, or cleared. */
  leave(keep: boolean): void
  /** The form stays where it is. */
  stay(): void
}

export interface Visitors {
  readonly leaving: Leaving | null
  /** Rises with every visitor: what was looked up for one is not left lying about for the next. */
  readonly count: number
  act(what: CounterAct): Promise<void>
  /** Somebody sits down otherwise than by 开始: without a number, or back from an errand. */
  seat(ticketNo: string): void
  newForm(): void
  next(): Promise<void>
  continueFromPage(caseId: string): void
}

interface Around {
  readonly desk: DeskView | null
  readonly queue: Queue
  readonly intake: Intake
  readonly sheets: SheetsOnDesk
  readonly go: Go
}

/**
 * How one visitor follows another: the keys of the queue move on, and what lies on the desk is never mixed up between two
 * people nor lost.
 */
export function useVisitors({ desk, queue, intake, sheets, go }: Around): Visitors {
  const [leaving, setLeaving] = useState<Leaving | null>(null)
  const [count, setCount] = useState(0)
  const inHand = desk?.current?.no ?? null

  /** Clears the desk for `then`, asking first if there is unfinished work on it. */
  const makeRoom = (then: (keep: boolean) => void, stay: () => void): void => {
    sheets.clear()
    if (intake.done || !isTyped(intake.form.getValues())) {
      then(false)
      return
    }
    const close = (what: () => void) => (): void => {
      setLeaving(null)
      what()
    }
    setLeaving({ leave: (keep) => close(() => then(keep))(), stay: close(stay) })
  }

  const anew =
    (ticketNo: string | null) =>
    (keep: boolean): void => {
      intake.startAnew(keep, ticketNo)
      go('itemId')
    }

  /** The visitor with this number sits down. */
  const begin = (ticketNo: string | null): void => {
    setCount((before) => before + 1)
    const adopt = (): void => {
      intake.adopt(ticketNo)
      go('itemId')
    }
    if (!intake.done && !mustAsk(intake.form.getValues(), intake.draft.ticketNo, ticketNo)) {
      sheets.clear()
      adopt()
    } else makeRoom(anew(ticketNo), adopt)
  }

  return {
    leaving,
    count,
    async act(what) {
      if (!(await queue.press(what))) return
      if (what === 'start') begin(inHand)
      if (what === 'open') go('queue.call')
    },
    seat: begin,
    newForm() {
      makeRoom(anew(inHand), () => go('itemId'))
    },
    async next() {
      if (desk?.current?.status === 'serving' && !(await queue.press('finish'))) return
      sheets.clear()
      setCount((before) => before + 1)
      intake.startAnew(true, null)
      go((await queue.press('call')) ? 'queue.start' : 'queue.call')
    },
    continueFromPage(caseId) {
      makeRoom(
        (keep) => void intake.continueCase(caseId, { sameVisitor: false, keep }),
        () => {
          sheets.lay({ kind: 'case', caseId })
          go('case.main')
        }
      )
    }
  }
}
