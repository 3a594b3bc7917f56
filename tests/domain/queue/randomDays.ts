import fc from 'fast-check'
import type { HallConfig } from '../../../shared/domain/hall/hall.ts'
import { defaultHallService, type HallService } from '../../../shared/domain/hall/service.ts'
import type { Appointment } from '../../../shared/domain/queue/appointment.ts'
import type { QueueCommand } from '../../../shared/domain/queue/decideQueue.ts'
import { DAY, HALL } from '../../support/builders.ts'
import type { Model } from './model.ts'
import { type Booked, GROUPS, REASONS, SERVES, type Settings, type Step } from './modelSteps.ts'

/** A small hall, so that presses meet each other. */
export const SMALL_HALL: HallConfig = {
  ...HALL,
  groups: GROUPS.map((code) => ({ code, name: `业务${code}` })),
  counters: Object.entries(SERVES).map(([no, groups]) => ({ no: Number(no), name: `${no} 号`, groups }))
}

export const CLOSING_TIME = '13:00'

/** Seconds after nine in Shanghai as an instant. */
export const instantOf = (second: number): string =>
  new Date(Math.round(Date.parse(`${DAY}T01:00:00.000Z`) + second * 1000)).toISOString()

const BOOKINGS: readonly Booked[] = [
  { id: 'ap-1', group: 'A', slot: 1800, status: 'booked', today: true },
  { id: 'ap-2', group: 'B', slot: 3600, status: 'booked', today: true },
  { id: 'ap-3', group: 'A', slot: 900, status: 'booked', today: true },
  { id: 'ap-4', group: 'B', slot: 1800, status: 'cancelled', today: true },
  { id: 'ap-5', group: 'B', slot: 1800, status: 'lapsed', today: true },
  { id: 'ap-6', group: 'C', slot: 1800, status: 'booked', today: false }
]

export const settings: fc.Arbitrary<Settings> = fc.record({
  recallLock: fc.constantFrom(0, 3, 10),
  noShowCalls: fc.constantFrom(1, 1, 2, 3),
  noShowSeconds: fc.constantFrom(0, 0, 60),
  rejoinPlaces: fc.constantFrom(1, 2, 3),
  rejoins: fc.constantFrom(0, 1, 1, 2),
  earlier: fc.record({
    elderly: fc.constantFrom(0, 600, 1200),
    disabled: fc.constantFrom(300, 1200),
    other: fc.constant(600)
  }),
  contingent: fc.constantFrom(null, null, 2, 4),
  stopMinutes: fc.constantFrom(null, null, 0, 30),
  undoSeconds: fc.constantFrom(20, 120),
  leadChooses: fc.boolean(),
  slotSeconds: fc.constant(1800),
  headStart: fc.constant(900)
})

/** 40 is no counter, Z no group of the hall. */
const counter = fc.oneof({ weight: 40, arbitrary: fc.constantFrom(1, 2, 3) }, { weight: 1, arbitrary: fc.constant(40) })
const by = fc.constantFrom('zhou', 'zhou', 'qiu', 'lan')
const at = { counter, by }
const group = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...GROUPS) },
  { weight: 1, arbitrary: fc.constant('Z') }
)
const note = fc.constantFrom('', '陪同就医', '陪同就医')
const priority = fc.record({ reason: fc.constantFrom(...REASONS), note })
const reason = fc.constantFrom('', '赶车', '赶车', '赶车')
/** A number is picked when the step is taken: `#7`. */
const no = fc.nat(40).map((n) => `#${n}`)

/** What a counter does next of itself; which of several things, `n` says. */
interface Natural {
  readonly type: 'natural'
  readonly counter: number
  readonly by: string
  readonly n: number
}

const step: fc.Arbitrary<Step | Natural> = fc.oneof(
  { weight: 80, arbitrary: fc.record({ type: fc.constant('natural' as const), n: fc.nat(99), ...at }) },
  {
    weight: 45,
    arbitrary: fc.record({
      type: fc.constant('issue' as const),
      group,
      priority: fc.option(priority, { freq: 2 }),
      kiosk: fc.boolean()
    })
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('checkIn' as const),
      booking: fc.constantFrom(...BOOKINGS),
      kiosk: fc.boolean()
    })
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('extendedService' as const) }) },
  {
    weight: 18,
    arbitrary: fc.record({
      type: fc.constantFrom(
        ...(['callNext', 'callNext', 'callNext', 'callNext', 'callNext', 'startService', 'startService'] as const),
        ...([
          'startService',
          'openCounter',
          'openCounter',
          'openCounter',
          'recall',
          'markNoShow',
          'markNoShow'
        ] as const),
        ...(['undo', 'undo', 'undo', 'stillServing', 'callColleague', 'answerColleague', 'closeCounter'] as const)
      ),
      ...at
    })
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('finishService' as const),
      saidEnd: fc.oneof(
        { weight: 6, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: fc.integer({ max: 9000, min: 0 }) }
      ),
      ...at
    })
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('pauseCounter' as const),
      until: fc.option(fc.integer({ min: 0, max: 9000 })),
      ...at
    })
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('hold' as const), reason, ...at }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('grantPriority' as const), no, priority, ...at }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('callChosen' as const),
      no,
      reason,
      approvedBy: fc.constantFrom('', 'shan'),
      ...at
    })
  },
  { weight: 5, arbitrary: fc.record({ type: fc.constantFrom('rejoin' as const, 'takeBack' as const), no, ...at }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('cancelTicket' as const), no, reason, ...at }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom('nextService' as const, 'correctService' as const, 'serveWalkIn' as const),
      group,
      ...at
    })
  },
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('transfer' as const),
      group,
      toCounter: fc.option(counter, { freq: 1 }),
      toPerson: fc.option(by, { freq: 1 }),
      ...at
    })
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('closeHall' as const), ...at }) }
)

/** Seconds that pass before a step; now and then the clock is set back. */
const pass = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 15 }) },
  { weight: 12, arbitrary: fc.integer({ min: 5, max: 200 }) },
  { weight: 1, arbitrary: fc.integer({ min: 300, max: 4000 }) },
  { weight: 1, arbitrary: fc.integer({ min: -600, max: -1 }) }
)

export interface RandomDay {
  readonly settings: Settings
  readonly start: number
  readonly steps: readonly { readonly pass: number; readonly step: Step | Natural }[]
}

const timed = fc.record({ pass, step })
const opening = (counterNo: number, person: string): RandomDay['steps'][number] => ({
  pass: 0,
  step: { type: 'openCounter', counter: counterNo, by: person }
})
const ALL_OPEN = [opening(1, 'zhou'), opening(2, 'qiu'), opening(3, 'lan')]
const MIDNIGHT: RandomDay['steps'][number] = { pass: 60, step: { type: 'closeDay' } }

/** A day: most begin with open counters; many end at midnight, and then somebody presses a key after all. */
export const randomDay = (length: number): fc.Arbitrary<RandomDay> =>
  fc
    .record({
      settings,
      start: fc.constantFrom(0, 0, 600, 9000, 12_000),
      opened: fc.constantFrom([], ALL_OPEN, ALL_OPEN, [opening(1, 'zhou')]),
      steps: fc.array(timed, { minLength: Math.floor(length / 2), maxLength: length, size: 'max' }),
      closes: fc.boolean(),
      late: fc.array(timed, { maxLength: 4 })
    })
    .map(({ settings: set, start, opened, steps, closes, late }) => ({
      settings: set,
      start,
      steps: closes ? [...opened, ...steps, MIDNIGHT, ...late] : [...opened, ...steps]
    }))

const WANTED: Readonly<Record<string, string>> = {
  grantPriority: 'waiting',
  callChosen: 'waiting',
  rejoin: 'missed',
  takeBack: 'held'
}

/** What somebody at this counter would most likely press now. */
function natural({ counter: asked, by: person, n }: Natural, model: Model): Step {
  const no = asked === 40 ? 1 : asked
  const desk = model.counterAt(no)
  const here = { counter: no, by: desk.status === 'open' ? desk.by : person }
  if (desk.status !== 'open') return { type: 'openCounter', ...here }
  const ticket = model.day.tickets.find((t) => t.no === desk.has)
  const held = model.day.tickets.find((t) => t.status === 'held')
  const group = GROUPS[n % GROUPS.length] ?? 'A'
  const missed = model.day.tickets.filter((t) => t.status === 'missed')
  const back = missed[n % Math.max(1, missed.length)]
  if (back && n % 3 === 0) return { type: 'rejoin', no: back.no, ...here }
  if (n % 17 === 0) return { type: 'undo', ...here }
  if (!ticket && held && n % 4 === 0) return { type: 'takeBack', no: held.no, ...here }
  if (!ticket) return n % 20 === 19 ? { type: 'serveWalkIn', group, ...here } : { type: 'callNext', ...here }
  if (ticket.status === 'called') {
    if (n < 50) return { type: 'startService', ...here }
    return { type: n < 85 ? 'markNoShow' : 'recall', ...here }
  }
  if (n < 50) return { type: 'finishService', saidEnd: null, ...here }
  if (n < 65) return { type: 'hold', reason: '复印', ...here }
  if (n < 75) return { type: 'nextService', group, ...here }
  const other = (no % 3) + 1
  const people = [model.counterAt(other).by, 'lan', null]
  const elsewhere =
    n % 2 === 0 ? { toCounter: other, toPerson: null } : { toCounter: null, toPerson: people[n % 3] ?? null }
  return { type: 'transfer', group, ...elsewhere, ...here }
}

/** The step with a real number in it: mostly one that the step makes sense for. */
export function resolved(asked: Step | Natural, model: Model): Step {
  if (asked.type === 'natural') return natural(asked, model)
  if (!('no' in asked) || !asked.no.startsWith('#')) return asked
  const n = Number(asked.no.slice(1))
  const all = model.day.tickets
  const fitting = all.filter((t) => t.status === WANTED[asked.type])
  const among = n % 5 === 0 || fitting.length === 0 ? all : fitting
  return { ...asked, no: among[n % Math.max(1, among.length)]?.no ?? 'A404' }
}

export function serviceOf(set: Settings): HallService {
  const service = defaultHallService()
  const minutes = {
    elderly: set.earlier.elderly / 60,
    disabled: set.earlier.disabled / 60,
    other: set.earlier.other / 60
  }
  return {
    ...service,
    queue: {
      ...service.queue,
      recallLockSeconds: set.recallLock,
      noShowCalls: set.noShowCalls,
      noShowSeconds: set.noShowSeconds,
      rejoinPlaces: set.rejoinPlaces,
      rejoins: set.rejoins,
      priorityMinutes: { ...service.queue.priorityMinutes, ...minutes },
      contingents: set.contingent === null ? {} : { A: set.contingent },
      stopMinutes: set.stopMinutes,
      undoSeconds: set.undoSeconds,
      chooseBy: set.leadChooses ? 'lead' : 'clerk'
    },
    appointments: {
      ...service.appointments,
      on: true,
      slotMinutes: set.slotSeconds / 60,
      headStartMinutes: set.headStart / 60
    }
  }
}

const appointmentOf = (booking: Booked): Appointment => ({
  appointmentId: booking.id,
  code: '123456',
  group: booking.group,
  date: booking.today ? DAY : '2026-11-24',
  slot: new Date(Date.parse(`${DAY}T09:00:00Z`) + booking.slot * 1000).toISOString().slice(11, 16),
  name: '',
  phone: null,
  status: booking.status
})

/** What the doors would send for the `n`th step of a day. */
export function commandOf(asked: Step, service: HallService, now: number, n: number): QueueCommand {
  const given = { at: instantOf(now), date: DAY, id: `id-${n}`, hall: SMALL_HALL, service, closingTime: CLOSING_TIME }
  const source = 'kiosk' in asked && asked.kiosk ? ('kiosk' as const) : ('counter' as const)
  if (asked.type === 'issue') {
    const { priority: wish, group: code } = asked
    return { type: 'issueTicket', ...given, group: code, priority: wish, source, itemId: null, appointment: null }
  }
  if (asked.type === 'checkIn') {
    const appointment = appointmentOf(asked.booking)
    return {
      type: 'issueTicket',
      ...given,
      group: appointment.group,
      priority: null,
      source,
      itemId: null,
      appointment
    }
  }
  if (!('by' in asked)) return { type: asked.type, ...given }
  const ticketId = 'no' in asked ? { ticketId: `${DAY.replaceAll('-', '')}-${asked.no}` } : {}
  const reasons = 'reason' in asked ? {} : { reason: '' }
  const ends = {
    ...('until' in asked ? { until: asked.until === null ? null : instantOf(asked.until) } : {}),
    ...('saidEnd' in asked ? { saidEnd: asked.saidEnd === null ? null : instantOf(asked.saidEnd) } : {}),
    ...('toPerson' in asked ? { toPersonName: asked.toPerson ?? '' } : {})
  }
  return { ...given, ...reasons, byName: asked.by, ...asked, ...ticketId, ...ends } as QueueCommand
}
