import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { begin, discard, firstDraft, mustAsk, resume } from '../../renderer/counter/desk/model/drafts.ts'
import { blankForm, type IntakeForm } from '../../renderer/counter/desk/model/intake.ts'
import { latest } from '../../renderer/counter/desk/model/latest.ts'
import { listKey } from '../../renderer/counter/desk/model/listKeys.ts'
import { lay, lift } from '../../renderer/counter/desk/model/middle.ts'
import { minutesBetween } from '../../renderer/counter/desk/model/minutes.ts'
import { isMoving, stepOf } from '../../renderer/counter/desk/model/paperState.ts'
import { pressIds } from '../../renderer/counter/desk/model/pressId.ts'
import { nextAct, type QueueAct, usefulActs } from '../../renderer/counter/desk/model/queueKeys.ts'
import { recentItems } from '../../renderer/counter/desk/model/recentItems.ts'
import { sortUnprinted } from '../../renderer/counter/desk/model/unprinted.ts'
import { DEMO_HALL } from '../../shared/domain/hall/demo.ts'
import { decideQueue } from '../../shared/domain/queue/decideQueue.ts'
import { evolveQueue } from '../../shared/domain/queue/evolveQueue.ts'
import { initialQueue, type QueueEvent, type QueueState } from '../../shared/domain/queue/queue.ts'
import { Desk } from '../../shared/projections/desk.ts'
import { deskView } from '../../shared/projections/queueViews.ts'
import type { CaseShown, PaperShown } from '../../shared/projections/views.ts'
import { readingOf } from '../support/caseReading.ts'
import { PLAIN, PLAIN_TICKET, QUICKLY } from '../support/quickService.ts'

const named = (name: string): IntakeForm => ({ ...blankForm(), applicant: { ...blankForm().applicant, name } })

describe('forms on the desk', () => {
  test('nobody is asked about an empty form, nor about the form of the same visitor', () => {
    expect(mustAsk(blankForm(), 'A001', 'A002')).toBe(false)
    expect(mustAsk(named('张三'), 'A001', 'A001')).toBe(false)
    expect(mustAsk(named('张三'), 'A001', 'A002')).toBe(true)
    expect(mustAsk(named('张三'), null, 'A002')).toBe(true)
  })

  test('a form that is kept comes back as it was', () => {
    const left = begin({ ...firstDraft, current: { ...firstDraft.current, ticketNo: 'A001' } }, named('张三'), true, {
      ticketNo: 'A002'
    })
    expect(left.current).toMatchObject({ ticketNo: 'A002', form: blankForm() })
    const [kept] = left.aside
    const back = resume(left, blankForm(), kept?.key ?? 0)
    expect(back.current).toMatchObject({ ticketNo: 'A001', form: named('张三') })
    expect(back.aside).toEqual([])
  })

  test('taking one up puts the other aside, so that two people never share a form', () => {
    const left = begin(firstDraft, named('张三'), true, {})
    const back = resume(left, named('李四'), left.aside[0]?.key ?? 0)
    expect(back.current.form.applicant.name).toBe('张三')
    expect(back.aside.map((draft) => draft.form.applicant.name)).toEqual(['李四'])
  })

  test('an empty form is never kept, a cleared one is gone', () => {
    expect(begin(firstDraft, blankForm(), true, {}).aside).toEqual([])
    expect(begin(firstDraft, named('张三'), false, {}).aside).toEqual([])
  })

  test('whatever is kept, resumed and discarded, no typed form is lost or doubled', () => {
    const step = fc.oneof(
      fc.record({ act: fc.constant('begin' as const), name: fc.string({ minLength: 1, maxLength: 3 }) }),
      fc.record({
        act: fc.constant('resume' as const),
        at: fc.nat(5),
        name: fc.string({ minLength: 1, maxLength: 3 })
      }),
      fc.record({ act: fc.constant('discard' as const), at: fc.nat(5) })
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let drafts = firstDraft
        for (const one of steps) {
          const before = drafts.aside.length
          if (one.act === 'begin') {
            drafts = begin(drafts, named(`x${one.name}`), true, {})
            expect(drafts.aside).toHaveLength(before + 1)
          } else {
            const key = drafts.aside[one.at % Math.max(1, before)]?.key ?? -1
            drafts = one.act === 'resume' ? resume(drafts, named(`y${one.name}`), key) : discard(drafts, key)
            expect(drafts.aside).toHaveLength(one.act === 'discard' && key >= 0 ? before - 1 : before)
          }
          const keys = [drafts.current, ...drafts.aside].map((draft) => draft.key)
          expect(new Set(keys).size).toBe(keys.length)
        }
      })
    )
  })
})

describe('keys of the queue', () => {
  const COMMAND = {
    call: 'callNext',
    recall: 'recall',
    miss: 'markNoShow',
    start: 'startService',
    finish: 'finishService'
  } as const satisfies Record<QueueAct, string>
  const given = {
    at: '2026-11-23T01:30:00.000Z',
    date: '2026-11-23',
    hall: DEMO_HALL,
    ...QUICKLY,
    ...PLAIN,
    counter: 1,
    by: 'p1',
    byName: '周'
  }

  const run = (state: QueueState, command: Parameters<typeof decideQueue>[1]): { state: QueueState; ok: boolean } => {
    const decision = decideQueue(state, command)
    if (!decision.ok) return { state, ok: false }
    const events = decision.events.filter((event): event is QueueEvent => event.type !== 'DocumentIssued')
    return { state: events.reduce(evolveQueue, state), ok: true }
  }

  test('a key looks useful exactly when main would take it', () => {
    const acts = fc.array(
      fc.constantFrom<QueueAct | 'open' | 'pause' | 'ticket'>(
        'call',
        'recall',
        'miss',
        'start',
        'finish',
        'open',
        'pause',
        'ticket'
      )
    )
    fc.assert(
      fc.property(acts, (order) => {
        let state: QueueState = initialQueue
        order.forEach((act, at) => {
          const id = `i${at}`
          if (act === 'ticket') state = run(state, { ...given, id, ...PLAIN_TICKET, group: 'A' }).state
          else if (act === 'open') state = run(state, { ...given, id, type: 'openCounter' }).state
          else if (act === 'pause') state = run(state, { ...given, id, type: 'pauseCounter' }).state
          else state = run(state, { ...given, id, type: COMMAND[act] }).state
          const desk = new Desk()
          desk.queues.set(given.date, state)
          const view = deskView(desk, DEMO_HALL, given.date, { counter: 1, personId: '' }, readingOf(desk, given.date))
          const useful = usefulActs(view)
          for (const [key, type] of Object.entries(COMMAND)) {
            expect(useful.includes(key as QueueAct), `${key} after ${order.slice(0, at + 1).join(' ')}`).toBe(
              run(state, { ...given, id: 'next', type }).ok
            )
          }
          if (useful.length > 0) expect(useful).toContain(nextAct(view))
        })
      })
    )
  })
})

describe('answers', () => {
  test('an answer that has been overtaken is dropped, in whichever order answers come', async () => {
    const line = latest()
    const answers: ((text: string) => void)[] = []
    const ask = () => line.ask(() => new Promise<string>((resolve) => answers.push(resolve)))
    const first = ask()
    const second = ask()
    answers[1]?.('new')
    answers[0]?.('old')
    expect(await Promise.all([first, second])).toEqual([null, 'new'])
  })

  test('after cancelling nothing arrives', async () => {
    const line = latest()
    const asked = line.ask(async () => 'late')
    line.cancel()
    expect(await asked).toBeNull()
  })
})

describe('presses', () => {
  const counting = () => {
    let last = 0
    return pressIds(() => {
      last += 1
      return `id${last}`
    })
  }

  test('each press has an id of its own', () => {
    const ids = counting()
    const first = ids.idFor({ group: 'A' })
    ids.settle({ ok: true, value: null })
    expect(ids.idFor({ group: 'A' })).not.toBe(first)
  })

  test('a press that repeats one without an answer has the same id, for the same input only', () => {
    const ids = counting()
    const first = ids.idFor({ group: 'A' })
    ids.settle({ ok: false, refusal: { code: 'no-answer' } })
    expect(ids.idFor({ group: 'A' })).toBe(first)
    ids.settle({ ok: false, refusal: { code: 'log-unknown' } })
    expect(ids.idFor({ group: 'A' })).toBe(first)
    expect(ids.idFor({ group: 'B' })).not.toBe(first)
  })

  test('a refusal settles the press', () => {
    const ids = counting()
    const first = ids.idFor({})
    ids.settle({ ok: false, refusal: { code: 'nobody-waiting' } })
    expect(ids.idFor({})).not.toBe(first)
  })
})

describe('lists', () => {
  test('up and down go round, page keys stop at the ends, other keys are not the list’s', () => {
    expect(listKey('ArrowDown', -1, 3)).toBe(0)
    expect(listKey('ArrowDown', 2, 3)).toBe(0)
    expect(listKey('ArrowUp', -1, 3)).toBe(2)
    expect(listKey('PageDown', 0, 3)).toBe(2)
    expect(listKey('PageUp', 2, 30)).toBe(0)
    expect(listKey('a', 0, 3)).toBeNull()
    expect(listKey('ArrowDown', 0, 0)).toBeNull()
  })

  test('a sheet that is opened again comes to the top and lies there once', () => {
    const first = { kind: 'case', caseId: 'c1' } as const
    const second = { kind: 'paper', docId: 'd1' } as const
    const sheets = lay(lay(lay([], first), second), first)
    expect(sheets).toEqual([second, first])
    expect(lift(sheets)).toEqual([second])
  })

  test('items of today are offered newest first, each once', () => {
    const shown = (itemId: string) => ({ itemId, itemName: `名${itemId}` }) as CaseShown
    expect(recentItems(['b', 'a', 'b', 'c'].map(shown), 2).map((one) => one.itemId)).toEqual(['b', 'a'])
  })
})

describe('papers', () => {
  const paper = (docId: string, kind: PaperShown['kind'], status: PaperShown['status']) =>
    ({ docId, kind, status }) as PaperShown

  test('what went wrong stands on top, slips apart, and none is left out', () => {
    const papers = [
      paper('1', 'acceptanceNotice', 'issued'),
      paper('2', 'ticket', 'failed'),
      paper('3', 'oneTimeNotice', 'unknown'),
      paper('4', 'acceptanceNotice', 'queued')
    ]
    const { ofCases, slips } = sortUnprinted(papers)
    expect(ofCases.map((one) => one.docId)).toEqual(['3', '1', '4'])
    expect(slips.map((one) => one.docId)).toEqual(['2'])
  })

  test('a print with unknown outcome is neither printed again nor taken for printed before it is answered', () => {
    expect(stepOf({ status: 'unknown' })).toBe('answer')
    expect(isMoving({ status: 'unknown' })).toBe(false)
    expect(stepOf({ status: 'sent' })).toBe('wait')
    expect(isMoving({ status: 'sent' })).toBe(true)
  })
})

test('minutes are whole, and a clock that was set back shows none', () => {
  expect(minutesBetween('2026-11-23T01:00:00Z', '2026-11-23T01:29:59Z')).toBe(29)
  expect(minutesBetween('2026-11-23T01:00:00Z', '2026-11-23T00:00:00Z')).toBe(0)
  expect(minutesBetween('', '2026-11-23T00:00:00Z')).toBe(0)
})
