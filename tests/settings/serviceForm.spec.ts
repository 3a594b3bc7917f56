import fc from 'fast-check'
import { get } from 'react-hook-form'
import { describe, expect, it } from 'vitest'
import { pathOf, serviceSchema } from '../../renderer/counter/admin/service/model/schema.ts'
import {
  freeId,
  type Section,
  type ServiceValues,
  serviceOf,
  valuesOf
} from '../../renderer/counter/admin/service/model/values.ts'
import { NUMBER, PRIORITY_NAME } from '../../renderer/counter/admin/service/texts.ts'
import {
  type CONTINGENT as Bounds,
  CONTINGENT,
  checkHallService,
  PAGE_MOST,
  PRIORITY_MOST,
  SERVICE_BOUNDS,
  STOP
} from '../../shared/domain/hall/checkService.ts'
import { defaultHallService, type HallService, type ScreenPlan } from '../../shared/domain/hall/service.ts'
import type { PriorityReason } from '../../shared/domain/queue/queueEvents.ts'
import { HALL } from '../support/builders.ts'

const TODAY = '2026-11-23'
const LETTERS = HALL.groups.map(({ code }) => code)
const COUNTERS = HALL.counters.map(({ no }) => no)
const ALL: readonly Section[] = ['queue', 'appointments', 'voice', 'board', 'kiosk', 'rating', 'phone', 'screens']

const schema = serviceSchema(ALL, { hall: HALL, today: TODAY })
const standard = valuesOf(defaultHallService(), LETTERS)

/** Texts by path, changed in the form as the program comes; what the form says of it, by path. */
function problems(changes: Readonly<Record<string, unknown>>, sections = ALL): Record<string, string> {
  const parsed = serviceSchema(sections, { hall: HALL, today: TODAY }).safeParse(changed(changes))
  return parsed.success ? {} : Object.fromEntries(parsed.error.issues.map((one) => [one.path.join('.'), one.message]))
}

function changed(changes: Readonly<Record<string, unknown>>): ServiceValues {
  const values = structuredClone(standard)
  for (const [path, value] of Object.entries(changes)) {
    const steps = path.split('.')
    const last = steps.pop() ?? ''
    Object.assign(get(values, steps.join('.')) ?? values, { [last]: value })
  }
  return values
}

const within = ({ least, most }: typeof Bounds) => fc.integer({ min: least, max: most })
const bound = (field: keyof typeof SERVICE_BOUNDS) => within(SERVICE_BOUNDS[field])
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
const word = (most: number) => fc.string({ unit: fc.constantFrom('字', '𠮷', 'A', '1'), minLength: 1, maxLength: most })
const byLetter = fc.dictionary(fc.constantFrom(...LETTERS), within(CONTINGENT))
const date = fc.constantFrom('2026-11-30', '2027-02-28', '2026-01-01')
const reasons = Object.keys(PRIORITY_NAME) as PriorityReason[]

const plan = (id: number): fc.Arbitrary<ScreenPlan> =>
  fc
    .record({
      id: fc.constant(''),
      role: fc.constantFrom('hall' as const, 'kiosk' as const, 'rating' as const),
      display: fc.option(fc.integer({ min: 0, max: 15 })),
      fullscreen: fc.boolean(),
      counter: fc.constantFrom(...COUNTERS),
      groups: fc.subarray(LETTERS),
      counters: fc.subarray(COUNTERS)
    })
    .map((one) => ({ ...one, id: `${one.role}-${id}`, speaks: id === 1 && one.role === 'hall' }))

const service: fc.Arbitrary<HallService> = fc.record({
  queue: fc.record({
    recallLockSeconds: bound('queue.recallLockSeconds'),
    noShowCalls: bound('queue.noShowCalls'),
    noShowSeconds: bound('queue.noShowSeconds'),
    rejoinPlaces: bound('queue.rejoinPlaces'),
    rejoins: bound('queue.rejoins'),
    priorityMinutes: fc.record({
      elderly: within(PRIORITY_MOST),
      disabled: within(PRIORITY_MOST),
      military: within(PRIORITY_MOST),
      maternity: within(PRIORITY_MOST),
      mobility: within(PRIORITY_MOST),
      other: within(PRIORITY_MOST)
    }),
    contingents: byLetter,
    stopMinutes: fc.option(within(STOP)),
    forgottenMinutes: bound('queue.forgottenMinutes'),
    undoSeconds: bound('queue.undoSeconds'),
    chooseBy: fc.constantFrom('clerk' as const, 'lead' as const),
    pauseReasons: fc.array(word(12), { maxLength: 8 })
  }),
  appointments: fc.record({
    on: fc.boolean(),
    slotMinutes: bound('appointments.slotMinutes'),
    places: byLetter,
    from: fc.constant('08:30'),
    until: time.filter((one) => one > '08:30'),
    daysAhead: bound('appointments.daysAhead'),
    headStartMinutes: bound('appointments.headStartMinutes'),
    graceMinutes: bound('appointments.graceMinutes')
  }),
  voice: fc.record({
    on: fc.boolean(),
    chime: fc.boolean(),
    voice: fc.constantFrom('system' as const, 'clips' as const),
    times: bound('voice.times'),
    gapSeconds: bound('voice.gapSeconds'),
    volume: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    one: fc.constantFrom('yi' as const, 'yao' as const),
    mute: fc.array(fc.record({ from: time, until: time }), { maxLength: 3 })
  }),
  board: fc.record({
    theme: fc.constantFrom('night' as const, 'day' as const, 'ink' as const),
    pages: fc.array(
      fc.record({
        id: fc.constantFrom('p1', 'p2'),
        kind: fc.constantFrom('notice' as const, 'disclosure' as const),
        title: word(PAGE_MOST.title),
        text: word(PAGE_MOST.text),
        until: fc.option(date)
      }),
      { maxLength: 4 }
    ),
    pageSeconds: bound('board.pageSeconds'),
    hotline: fc.constantFrom('', '12345', '023-12345')
  }),
  kiosk: fc.record({
    idleSeconds: bound('kiosk.idleSeconds'),
    withoutPaper: fc.boolean(),
    priorities: fc.subarray(reasons),
    elderlyAge: bound('kiosk.elderlyAge'),
    reader: fc.constantFrom('', 'ws://127.0.0.1:8090/')
  }),
  rating: fc.record({
    on: fc.boolean(),
    timeoutSeconds: bound('rating.timeoutSeconds'),
    startDays: bound('rating.startDays'),
    closeDays: bound('rating.closeDays'),
    longestDays: bound('rating.longestDays')
  }),
  phone: fc.record({
    on: fc.boolean(),
    port: bound('phone.port'),
    host: fc.constantFrom('', '192.168.1.20', 'hall-pc')
  }),
  screens: fc.array(fc.constant(null), { maxLength: 4 }).chain((rows) => fc.tuple(...rows.map((_, i) => plan(i + 1))))
})

describe('the form of queue, screens and voice', () => {
  it('shows settings and gives them back unchanged, whatever the hall has set, and so does its own text', () => {
    fc.assert(
      fc.property(service, (one) => {
        expect(checkHallService(one, HALL)).toEqual([])
        const values = valuesOf(one, LETTERS)
        const parsed = schema.parse(values)
        expect(serviceOf(parsed, TODAY)).toEqual(one)
        // In the same order too, or what nobody has changed would be recorded as a change.
        expect(JSON.stringify(serviceOf(parsed, TODAY))).toBe(JSON.stringify(one))
        expect(valuesOf(serviceOf(parsed, TODAY), LETTERS)).toEqual(values)
      })
    )
  })

  it('says beside each number what it may be, and both ends are taken', () => {
    for (const field of Object.keys(NUMBER) as (keyof typeof NUMBER)[]) {
      const { least, most } = SERVICE_BOUNDS[field]
      const sentence = `请填 ${least} 到 ${most} 之间的整数。`
      for (const wrong of ['', '三', '2.5', '-1', String(most + 1)]) {
        expect(problems({ [field]: wrong })).toEqual({ [field]: sentence })
      }
      expect(problems({ [field]: String(least) })).toEqual({})
      expect(problems({ [field]: String(most) })).toEqual({})
    }
    expect(problems({ 'queue.priorityMinutes.elderly': '61' })).toEqual({
      'queue.priorityMinutes.elderly': '请填 0 到 60 之间的整数。'
    })
  })

  it('takes what an input method leaves, and an empty field for no end', () => {
    const typed = {
      'queue.noShowSeconds': ' ９０ ',
      'queue.stopMinutes': '',
      'queue.contingents.A': '',
      'appointments.places.B': '３',
      'appointments.from': '8：30',
      'voice.volume': '８０％',
      'kiosk.reader': 'ｗｓ：／／127.0.0.1:8090/'
    }
    const read = serviceOf(schema.parse(changed(typed)), TODAY)
    expect(read.queue).toMatchObject({ noShowSeconds: 90, stopMinutes: null, contingents: {} })
    expect(read.appointments).toMatchObject({ places: { B: 3 }, from: '08:30' })
    expect([read.voice.volume, read.kiosk.reader]).toEqual([0.8, 'ws://127.0.0.1:8090/'])
  })

  it('reads the day a notice ends as it is typed, and names what is no day', () => {
    const page = { id: 'p1', kind: 'notice', title: '停电', text: '周三上午停电。', until: '11.30' }
    const read = serviceOf(schema.parse(changed({ 'board.pages': [page] })), TODAY)
    expect(read.board.pages[0]?.until).toBe('2026-11-30')
    const wrong = problems({ 'board.pages': [{ ...page, until: '月底', title: '' }] })
    expect(wrong).toEqual({
      'board.pages.0.until': '请填写日期，例如 11-30 或 2026-11-30；一直显示就不填。',
      'board.pages.0.title': '标题和内容都要写。不需要这一页就把它删掉。'
    })
  })

  it('leaves out reasons that nobody wrote, and says at its own row which one is too long', () => {
    const rows = ['短时离开', ' ', '一个写得实在太长的暂停原因'].map((text) => ({ text }))
    expect(problems({ 'queue.pauseReasons': rows })).toEqual({
      'queue.pauseReasons.2.text': '太长了，最多 12 个字，远处的人才看得完。请写短一些。'
    })
    const read = serviceOf(schema.parse(changed({ 'queue.pauseReasons': rows.slice(0, 2) })), TODAY)
    expect(read.queue.pauseReasons).toEqual(['短时离开'])
  })

  it('wants every screen somewhere sensible', () => {
    const [hall] = standard.screens
    const rating = { ...hall, id: 'rating-1', role: 'rating', speaks: false, counter: '' }
    expect(problems({ screens: [hall, rating] })).toEqual({
      'screens.1.counter': '没有这个号的窗口。请选一个已有的窗口。'
    })
    expect(problems({ screens: [hall, { ...hall, id: 'hall-2' }] })).toEqual({
      screens: '只让一块大厅屏出声，不然两处声音会叠在一起。请关掉其余几块的语音。'
    })
    expect(problems({ screens: [{ ...hall, counters: '1和2' }] })).toEqual({
      'screens.0.counters': '请只填窗口号，用顿号隔开，例如 1、2、5。'
    })
    const zoned = serviceOf(
      schema.parse(changed({ screens: [{ ...hall, groups: 'ｂ a', counters: '2，1、2' }] })),
      TODAY
    )
    expect(zoned.screens[0]).toMatchObject({ groups: ['B', 'A'], counters: [2, 1] })
  })

  it('says nothing of parts that stand on another page', () => {
    const wrong = { 'queue.rejoins': 'x', 'voice.volume': '200' }
    expect(Object.keys(problems(wrong, ['queue', 'appointments']))).toEqual(['queue.rejoins'])
    expect(Object.keys(problems(wrong, ['voice', 'board']))).toEqual(['voice.volume'])
    expect(problems(wrong, ['screens'])).toEqual({})
  })

  it('finds the field of every refusal, and none for a refusal of the whole', () => {
    const at = (field?: string) => pathOf({ code: 'rule-time', ...(field !== undefined && { field }) }, standard)
    expect(at('service.voice.mute.0.from')).toEqual(['voice', 'mute', '0', 'from'])
    expect([at('service'), at()]).toEqual([[], []])
    const long = { code: 'service-text-long', field: 'service.queue.pauseReasons', most: 3 }
    expect(
      pathOf(long, { queue: { ...standard.queue, pauseReasons: [{ text: '用餐' }, { text: '短时离开' }] } })
    ).toEqual(['queue', 'pauseReasons', '1', 'text'])
  })

  it('gives each new row an id of its own', () => {
    expect(freeId('p', [])).toBe('p1')
    expect(freeId('hall-', [{ id: 'hall-1' }, { id: 'hall-3' }])).toBe('hall-2')
  })
})
