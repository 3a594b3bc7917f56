import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forgottenMinutes } from '../../renderer/counter/desk/model/queueForgotten.ts'
import { locksOf } from '../../renderer/counter/desk/model/queueLocks.ts'
import { blockOf, DIRECT_KEY, MENU, MENU_KEY, type MenuAct } from '../../renderer/counter/desk/model/queueMenu.ts'
import { saidEndTyped, timeTyped, untilTyped } from '../../renderer/counter/desk/model/queueTime.ts'
import { secondsLeft } from '../../renderer/counter/desk/model/queueUndo.ts'
import { markOf, whyCurrent, whyNext } from '../../renderer/counter/desk/model/queueWhy.ts'
import { noTyped, ticketsFor } from '../../renderer/counter/desk/model/ticketsFor.ts'
import { trailLines } from '../../renderer/counter/desk/model/ticketTrail.ts'
import { blockText } from '../../renderer/counter/desk/queue/MoreMenu.tsx'
import { Q, STEP_NAME } from '../../renderer/counter/desk/queue/texts.ts'
import { REFUSALS } from '../../shared/contract/refusals.ts'
import { DEMO_HALL } from '../../shared/domain/hall/demo.ts'
import { defaultHallService } from '../../shared/domain/hall/service.ts'
import { decideQueue } from '../../shared/domain/queue/decideQueue.ts'
import { evolveQueue } from '../../shared/domain/queue/evolveQueue.ts'
import { initialQueue, type QueueEvent, type QueueState, type TicketStep } from '../../shared/domain/queue/queue.ts'
import type { QueueCommand } from '../../shared/domain/queue/queueCommands.ts'
import { Desk } from '../../shared/projections/desk.ts'
import { deskView } from '../../shared/projections/queueViews.ts'
import type { DeskView } from '../../shared/projections/views.ts'
import { readingOf } from '../support/caseReading.ts'
import { PLAIN_TICKET } from '../support/quickService.ts'

const DATE = '2026-11-23'
const SERVICE = defaultHallService()

/** ISO instant of a time of the day in Shanghai. */
const at = (time: string): string => new Date(`${DATE}T${time}+08:00`).toISOString()

interface Said {
  readonly type: QueueCommand['type']
  readonly [field: string]: unknown
}

/** A day that goes on by commands of counter 1, and what its clerk sees. */
function hallDay() {
  let state: QueueState = initialQueue
  let ids = 0
  const command = (time: string, said: Said, counter: number): QueueCommand => {
    ids += 1
    const given = { at: at(time), date: DATE, id: `i${ids}`, hall: DEMO_HALL, service: SERVICE, closingTime: '17:30' }
    return { ...given, counter, by: `p${counter}`, byName: '周', ...said } as unknown as QueueCommand
  }
  return {
    /** Refusal code, or `null`: it was done. */
    does(time: string, said: Said, counter = 1): string | null {
      const decision = decideQueue(state, command(time, said, counter))
      if (!decision.ok) return decision.refusal.code
      const events = decision.events.filter((event): event is QueueEvent => event.type !== 'DocumentIssued')
      state = events.reduce(evolveQueue, state)
      return null
    },
    /** What the domain would say, without doing it. */
    would: (time: string, said: Said) => decideQueue(state, command(time, said, 1)),
    trailOf(no: string): readonly TicketStep[] {
      const tickets = state.status === 'unopened' ? [] : [...state.tickets.values()]
      return tickets.find((one) => one.no === no)?.trail ?? []
    },
    sees(): DeskView {
      const desk = new Desk()
      desk.queues.set(DATE, state)
      return deskView(desk, DEMO_HALL, DATE, { counter: 1, personId: 'p1' }, readingOf(desk, DATE))
    }
  }
}

const ticket = (group: string, more: object = {}): Said => ({ ...PLAIN_TICKET, group, ...more })

describe('why this number', () => {
  test('says what moved it, from when it counts, and whom it goes before', () => {
    const day = hallDay()
    day.does('09:01:00', ticket('A'))
    day.does('09:05:00', ticket('B'))
    day.does('09:12:00', ticket('A', { priority: { reason: 'military', note: '' } }))
    day.does('09:12:00', { type: 'openCounter' })
    expect(whyNext(day.sees().waiting)).toBe('A002 军人优先：09:12 取号，按 08:52 排队，先于 A001 等 2 个号')
    expect(day.sees().waiting.map(markOf)).toEqual(['priority', null, null])
    day.does('09:13:00', { type: 'callNext' })
    const { current, waiting } = day.sees()
    expect(current && whyCurrent(current)).toBe('A002 军人优先：09:12 取号，按 08:52 排队')
    expect(whyNext(waiting)).toBe('A001 按取号先后：09:01 取号')
  })

  test('says so when it was not its turn at all', () => {
    const day = hallDay()
    day.does('09:00:00', { type: 'openCounter' })
    day.does('09:01:00', ticket('A'))
    day.does('09:02:00', ticket('A'))
    const chosen = day.sees().waiting[1]?.ticketId
    day.does('09:03:00', { type: 'callChosen', ticketId: chosen, reason: '抱着孩子', approvedBy: '' })
    const { current } = day.sees()
    expect(current && whyCurrent(current)).toBe('A002 挑选叫号：抱着孩子')
  })

  test('tells one that came back, one that was sent here, and one without a ticket', () => {
    const day = hallDay()
    day.does('09:00:00', { type: 'openCounter' })
    day.does('09:00:00', { type: 'openCounter' }, 2)
    day.does('09:01:00', ticket('B'))
    day.does('09:02:00', { type: 'callNext' }, 2)
    day.does(
      '09:03:00',
      { type: 'transfer', group: 'A', toCounter: 1, toPerson: null, toPersonName: '', reason: '' },
      2
    )
    expect(whyNext(day.sees().waiting)).toBe('B001 别处转给本窗口：仍按 09:01 排队')
    expect(day.sees().waiting.map(markOf)).toEqual(['transferred'])
    day.does('09:04:00', { type: 'callNext' })
    day.does('09:05:00', { type: 'recall' })
    day.does('09:06:00', { type: 'recall' })
    expect(day.does('09:07:00', { type: 'markNoShow' })).toBeNull()
    day.does('09:30:00', { type: 'rejoin', ticketId: day.sees().missed[0]?.ticketId })
    expect(whyNext(day.sees().waiting)).toBe('B001 过号后回来：09:01 取号，按 09:30 排队')
    day.does('09:40:00', { type: 'serveWalkIn', group: 'C' })
    const { current } = day.sees()
    expect(current && whyCurrent(current)).toBe('C001 没有取号，直接办理')
  })

  test('is silent when nobody waits', () => {
    expect(whyNext([])).toBeNull()
  })
})

describe('keys that have to wait', () => {
  test('重呼 and 过号 are locked exactly as long as the domain refuses them, and say what is left', () => {
    const calls = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 })
    fc.assert(
      fc.property(calls, fc.integer({ min: 0, max: 90 }), (gaps, last) => {
        const day = hallDay()
        const time = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 19)
        let now = 9 * 3600
        day.does(time(now), { type: 'openCounter' })
        day.does(time(now), ticket('A'))
        day.does(time(now), { type: 'callNext' })
        for (const gap of gaps) {
          now += gap
          day.does(time(now), { type: 'recall' })
        }
        now += last
        const { recall, miss } = locksOf(day.sees(), at(time(now)))
        const recalled = day.would(time(now), { type: 'recall' })
        const missed = day.would(time(now), { type: 'markNoShow' })
        expect(recall).toBe(recalled.ok ? 0 : recalled.refusal.seconds)
        expect(miss === null).toBe(missed.ok)
        if (!missed.ok) {
          const { calls: had, needCalls, seconds, needSeconds } = missed.refusal
          expect(miss?.calls).toBe(Math.max(0, Number(needCalls) - Number(had)))
          expect(miss?.seconds).toBe(Math.max(0, Number(needSeconds) - Number(seconds)))
        }
      })
    )
  })

  test('the sentence names what is missing and nothing else', () => {
    expect(Q.missLock(1, 23)).toBe('再叫 1 次、还要 23 秒才能过号')
    expect(Q.missLock(0, 5)).toBe('还要 5 秒才能过号')
    expect(Q.missLock(2, 0)).toBe('再叫 2 次才能过号')
  })

  test('what has just happened may lie ahead of a time that comes once a second: the lock is whole then', () => {
    const day = hallDay()
    day.does('09:00:00', { type: 'openCounter' })
    day.does('09:00:00', ticket('A'))
    day.does('09:30:01', { type: 'callNext' })
    const { recallLockSeconds, noShowSeconds } = SERVICE.queue
    expect(locksOf(day.sees(), at('09:30:00'))).toEqual({
      recall: recallLockSeconds,
      miss: { calls: 2, seconds: noShowSeconds }
    })
  })

  test('nobody waits for a clock that was set back', () => {
    const day = hallDay()
    day.does('09:00:00', { type: 'openCounter' })
    day.does('09:00:00', ticket('A'))
    day.does('09:30:00', { type: 'callNext' })
    expect(locksOf(day.sees(), at('09:00:00'))).toMatchObject({ recall: 0, miss: { calls: 2, seconds: 0 } })
  })
})

describe('a forgotten 结束', () => {
  const { forgottenMinutes: limit } = SERVICE.queue
  const serving = () => {
    const day = hallDay()
    day.does('09:00:00', { type: 'openCounter' })
    day.does('09:00:00', ticket('A'))
    day.does('09:00:00', { type: 'callNext' })
    day.does('09:00:00', { type: 'startService' })
    return day
  }
  const later = (minutes: number): string => new Date(Date.parse(at('09:00:00')) + minutes * 60_000).toISOString()

  test('is asked about after the minutes of the hall, and says how long it has been', () => {
    const day = serving()
    expect(forgottenMinutes(day.sees(), later(limit))).toBeNull()
    expect(forgottenMinutes(day.sees(), later(limit + 1))).toBe(limit + 1)
    expect(Q.forgotten('A005', '52 分钟')).toBe('A005 已办理 52 分钟，办完了吗？')
  })

  test('还在办 puts the question off for as long once more, the time goes on', () => {
    const day = serving()
    day.does('09:50:00', { type: 'stillServing' })
    expect(forgottenMinutes(day.sees(), later(50 + limit))).toBeNull()
    expect(forgottenMinutes(day.sees(), later(51 + limit))).toBe(51 + limit)
  })

  test('the next matter of a visit begins anew', () => {
    const day = serving()
    day.does('09:40:00', { type: 'nextService', group: 'B' })
    expect(forgottenMinutes(day.sees(), later(41 + limit))).toBe(limit + 1)
    expect(forgottenMinutes(day.sees(), later(limit + 1))).toBeNull()
  })

  test.each([
    ['1032', '10:32'],
    ['932', '09:32'],
    ['10:32', '10:32'],
    ['９：０５', '09:05'],
    ['10点5分', '10:05'],
    ['2460', null],
    ['10:60', null],
    ['早上', null],
    ['', null]
  ])('the time %o is read as %o', (typed, time) => {
    expect(timeTyped(typed)).toBe(time)
  })

  test('the minute in which a service began is its beginning, so that the domain takes it', () => {
    expect(saidEndTyped('0900', DATE, at('09:00:40'))).toBe(at('09:00:40'))
    expect(saidEndTyped('0859', DATE, at('09:00:40'))).toBe(at('08:59:00'))
    expect(saidEndTyped('0901', DATE, at('09:00:40'))).toBe(at('09:01:00'))
    expect(saidEndTyped('bald', DATE, at('09:00:40'))).toBeNull()
  })

  test('back at: a time of today, or minutes from now', () => {
    expect(untilTyped('1330', DATE, at('12:00:30'))).toBe(at('13:30:00'))
    expect(untilTyped('+15', DATE, at('12:00:30'))).toBe(at('12:15:30'))
    expect(untilTyped('soon', DATE, at('12:00:30'))).toBeNull()
  })
})

describe('undo', () => {
  test('counts down to nothing, never below', () => {
    expect(secondsLeft(at('09:02:00'), at('09:00:00'))).toBe(120)
    expect(secondsLeft(at('09:02:00'), at('09:01:59'))).toBe(1)
    expect(secondsLeft(at('09:02:00'), at('10:00:00'))).toBe(0)
  })
})

describe('号码操作', () => {
  const acts = MENU.flatMap((part): readonly MenuAct[] => part.acts)

  test('every act has one key in the menu, and no direct key is given twice or to a key of the desk', () => {
    expect(new Set(acts.map((act) => MENU_KEY[act])).size).toBe(acts.length)
    const direct = Object.values(DIRECT_KEY)
    expect(new Set(direct).size).toBe(direct.length)
    for (const key of ['F2', 'F5', 'F6', 'F7', 'F8', 'F9', 'Alt+Q', 'Alt+J', 'Alt+W', 'Alt+Z', 'Alt+L']) {
      expect(direct).not.toContain(key)
    }
  })

  /** The act as its dialog would send it. */
  const honest = (act: MenuAct, desk: DeskView): Said | null => {
    const other = desk.current?.group === 'A' ? 'B' : 'A'
    const to = { toCounter: null, toPerson: null, toPersonName: '', reason: '' }
    const said: Partial<Record<MenuAct, Said>> = {
      hold: { type: 'hold', reason: '去复印' },
      transfer: { type: 'transfer', group: 'B', ...to },
      nextService: { type: 'nextService', group: other },
      correct: { type: 'correctService', group: other },
      // With nobody there is no id to send; the domain's word for that is the one of the plain key.
      chosen: desk.waiting[0]
        ? { type: 'callChosen', ticketId: desk.waiting[0].ticketId, reason: '急', approvedBy: '' }
        : { type: 'callNext' },
      walkIn: { type: 'serveWalkIn', group: 'A' },
      takeBack: { type: 'takeBack', ticketId: desk.held[0]?.ticketId },
      rejoin: { type: 'rejoin', ticketId: desk.missed[0]?.ticketId },
      close: { type: 'closeCounter' },
      colleague: { type: 'callColleague', reason: '' }
    }
    return said[act] ?? null
  }

  test('is pale exactly where the domain would refuse, with its own word where it has one', () => {
    const steps = fc.array(
      fc.constantFrom<Said>(
        ticket('A'),
        ticket('B'),
        { type: 'openCounter' },
        { type: 'pauseCounter', reason: '', until: null },
        { type: 'closeCounter' },
        { type: 'callNext' },
        { type: 'startService' },
        { type: 'hold', reason: '' },
        { type: 'finishService', saidEnd: null },
        { type: 'recall' },
        { type: 'markNoShow' },
        { type: 'callColleague', reason: '' }
      ),
      { maxLength: 14 }
    )
    fc.assert(
      fc.property(steps, (order) => {
        const day = hallDay()
        let minute = 0
        const next = (): string =>
          `${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`
        for (const said of order) {
          day.does(next(), said)
          minute += 1
          const desk = day.sees()
          for (const act of acts) {
            const block = blockOf(act, desk)
            const said = honest(act, desk)
            if (said === null) continue
            const decision = day.would(next(), said)
            const about = `${act} after ${order.map(({ type }) => type).join(' ')}`
            if (block === null) {
              // Nobody else is there to take a transfer: the dialog says so when it is sent.
              const code = decision.ok ? null : decision.refusal.code
              expect([null, 'transfer-self'], about).toContain(code)
            } else if ((REFUSALS as readonly string[]).includes(block.code)) {
              expect(decision.ok ? null : decision.refusal, about).toMatchObject(block)
            } else {
              expect(decision.ok && decision.events.length > 0, about).toBe(false)
            }
            if (block !== null) expect(blockText(block)).toMatch(/^[^a-z]*。$/)
          }
        }
      }),
      { numRuns: 60 }
    )
  })
})

describe('a number that is typed', () => {
  const tickets = [{ no: 'A001' }, { no: 'A012' }, { no: 'B012' }, { no: 'C112' }]

  test('is found by a part of it, whatever the width of its letters', () => {
    expect(ticketsFor('', tickets)).toEqual(tickets)
    expect(ticketsFor('12', tickets).map(({ no }) => no)).toEqual(['A012', 'B012', 'C112'])
    expect(ticketsFor('ａ１２', tickets).map(({ no }) => no)).toEqual(['A012'])
    expect(ticketsFor('甲', tickets)).toEqual([])
  })

  test('is filled up to its three digits, and guessed only where one alone ends so', () => {
    expect(noTyped('a12', [])).toBe('A012')
    expect(noTyped('1', tickets)).toBe('A001')
    expect(noTyped('12', tickets)).toBe('12')
    expect(noTyped('a1001', [])).toBe('A1001')
  })
})

describe('the trail of a number', () => {
  test('tells each step in words, with counter, colleague and reason', () => {
    const day = hallDay()
    day.does('09:00:00', { type: 'openCounter' })
    day.does('09:00:00', { type: 'openCounter' }, 2)
    day.does('09:01:00', ticket('A'))
    day.does('09:01:30', {
      type: 'grantPriority',
      ticketId: day.sees().waiting[0]?.ticketId,
      priority: { reason: 'elderly', note: '' }
    })
    day.does('09:02:00', { type: 'callNext' })
    day.does('09:02:05', { type: 'undo' })
    day.does('09:03:00', { type: 'callNext' })
    day.does('09:04:00', { type: 'startService' })
    day.does('09:05:00', { type: 'nextService', group: 'B' })
    day.does('09:06:00', {
      type: 'transfer',
      group: 'B',
      toCounter: 2,
      toPerson: null,
      toPersonName: '',
      reason: '要社保'
    })
    const trail = trailLines(day.trailOf('A001'), DEMO_HALL.groups)
    expect(trail.map(({ at: time, what, more }) => `${time} ${what} ${more}`.trim())).toEqual([
      '09:01:00 取号',
      '09:01:30 给予优先 老年人优先',
      '09:02:00 叫号 1 号窗口',
      '09:02:05 撤销 1 号窗口 · 叫号',
      '09:03:00 叫号 1 号窗口',
      '09:04:00 开始办理 1 号窗口',
      '09:05:00 接着办下一项 1 号窗口 · 社保就业',
      '09:06:00 转号 1 号窗口 · 2 号窗口 要社保'
    ])
  })

  test('has a word for every fact of the queue', () => {
    for (const word of Object.values(STEP_NAME)) expect(word).toMatch(/^\p{Script=Han}[\p{Script=Han}，]*$/u)
  })
})
