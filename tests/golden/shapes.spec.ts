import { describe, expect, it } from 'vitest'
import type { Recorded } from '../../shared/kernel/messages.ts'
import { Desk } from '../../shared/projections/desk.ts'
import { packDesk } from '../../shared/projections/deskSnapshot.ts'
import { golden } from './files.ts'
import { makeDay2 } from './makeDay2.ts'
import { makeDay3 } from './makeDay3.ts'
import { makeDay4 } from './makeDay4.ts'
import { allRecords, RECORDED_DAYS } from './recordedDays.ts'
import { compare, type Shape, shapeOf } from './shapes.ts'

type Catalogue = Readonly<Record<string, Shape>>

/** A kind of fact with its version, which is what an upcaster lifts. */
const nameOf = (event: { readonly type: string; readonly v: number }): string => `${event.type} v${event.v}`

function catalogueOf(records: readonly Recorded[]): Catalogue {
  const events = records.flatMap((r) => r.commit.events)
  const names = [...new Set(events.map(nameOf))].sort()
  return Object.fromEntries(
    names.map((name) => [name, shapeOf(events.filter((e) => nameOf(e) === name).map((e) => e.data))])
  )
}

/** By the rules of today; the committed days are by the rules of when they were recorded. */
const days = [makeDay2(), makeDay3(), makeDay4()]
const today = days.flat()
/** Of everything that was ever recorded: what older days had stays in it. */
const committed = golden<Catalogue>('shapes', 'event-catalogue.json', () => catalogueOf([...allRecords(), ...today]))

const KEEP =
  'Logs on disk hold events of the old shape for ever. Keep the field (shapes only grow), or give the event a new ' +
  'version `v` with a pure upcaster that lifts the old one, and leave the old entry in the catalogue.'
const NEW =
  'New fields and events are fine when readers of old logs can do without them. Make the field optional for readers, ' +
  'then run `GOLDEN=shapes npx vitest run tests/golden` and commit the catalogue.'

describe('comparing shapes', () => {
  const before = shapeOf([
    { a: { b: 1, c: null }, list: [{ x: 's' }] },
    { a: { b: 2, c: 's' }, list: [] }
  ])

  it('sees every place with all its types', () => {
    const expected = {
      a: 'object',
      'a.b': 'number',
      'a.c': 'null | string',
      list: 'list',
      'list[]': 'object',
      'list[].x': 'string'
    }
    expect(before).toEqual(expected)
  })

  it('sees what is gone, has come, or has changed its type', () => {
    const now = shapeOf([{ a: { b: '1', c: 's' }, list: [{ y: 's' }] }])
    expect(compare(before, now)).toEqual({
      gone: ['list[].x'],
      changed: ['a.b: number → string', 'a.c: null | string → string'],
      come: ['list[].y']
    })
    expect(compare(before, before)).toEqual({ gone: [], changed: [], come: [] })
  })

  it('tells papers and printers apart by their kind', () => {
    expect(Object.keys(shapeOf([{ paper: { kind: 'ticket', no: 'A001' } }]))).toEqual([
      'paper',
      'paper(ticket).kind',
      'paper(ticket).no'
    ])
  })
})

describe('the catalogue of event shapes', () => {
  const now = catalogueOf(today)

  it('still has every field of every event that was ever recorded', () => {
    const lost = Object.entries(committed).flatMap(([name, shape]) => {
      // An older version is no longer made; its shape is held by the recorded day below.
      const made = now[name]
      if (!made)
        return Object.keys(now).some((other) => other.split(' ')[0] === name.split(' ')[0]) ? [] : [`${name}: gone`]
      const { gone, changed } = compare(shape, made)
      return [...gone.map((path) => `${name}: ${path} is gone`), ...changed.map((text) => `${name}: ${text}`)]
    })
    expect(lost, KEEP).toEqual([])
  })

  it('has no field or event that is not written down', () => {
    const come = Object.entries(now).flatMap(([name, shape]) =>
      compare(committed[name] ?? {}, shape).come.map((p) => `${name}: ${p}`)
    )
    const events = Object.keys(now).filter((name) => !Object.hasOwn(committed, name))
    expect([...events, ...come], NEW).toEqual([])
  })

  it.each(RECORDED_DAYS)('fits the recorded $name: its events are readable by today’s names', ({ records }) => {
    const old = Object.entries(catalogueOf(records)).flatMap(([name, shape]) =>
      compare(shape, committed[name] ?? {}).gone.map((path) => `${name}: ${path}`)
    )
    expect(old, KEEP).toEqual([])
  })
})

describe('the snapshot of the desk', () => {
  /** Keyed by place, so that the shape does not hang on which dates and numbers there are. */
  function deskShape(): { readonly shape: unknown; readonly fields: Shape } {
    const packed = days.flatMap((day) => {
      const desk = new Desk()
      return day.map((recorded) => {
        desk.apply(recorded)
        return packDesk(desk)
      })
    })
    const { shape } = packed[0] as { readonly shape: unknown }
    return { shape, fields: shapeOf(packed) }
  }

  it('has another number when it has another shape, so that older ones are not misread', () => {
    const before = golden('shapes', 'desk-shape.json', deskShape)
    const now = deskShape()
    const { gone, changed, come } = compare(before.fields, now.fields)
    const hint =
      'Raise SHAPE in shared/projections/deskSnapshot.ts, then run `GOLDEN=shapes npx vitest run tests/golden`.'
    expect({ gone, changed, come, shape: now.shape }, hint).toEqual({
      gone: [],
      changed: [],
      come: [],
      shape: before.shape
    })
  })
})
