import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { contract } from '../../shared/contract/contract.ts'
import { DOORS, SAMPLES } from './samples.ts'

// For a busy machine; nothing is measured.
vi.setConfig({ testTimeout: 60_000 })

type Path = readonly (string | number)[]
type Tree = Record<string | number, unknown>

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

/** Whole documents with rules of their own: forms (tests/drafts), items and files of items (tests/domain/catalogue). */
const OPEN = ['drafts.0.form', 'item', 'bytes', 'answers.s1']

/** The longest text a door takes: the reasons of a decision. */
const LONGEST = 4000

/** Counts that are honest beyond a hundred, or may be nothing. */
const OUT_OF_RANGE: Readonly<Record<string, readonly number[]>> = {
  // Half of a surrogate pair is no character.
  codePoint: [-1, 0, 0xd800, 0xdfff, 0x110000, 1.5, Infinity],
  'codePoints.0': [-1, 0, 0xd800, 0xdfff, 0x110000, 1.5, Infinity],
  'codePoints.1': [-1, 0, 0xd800, 0xdfff, 0x110000, 1.5, Infinity],
  households: [-1, 100_000, 1.5, Infinity],
  times: [-1, 4, 1.5, Infinity],
  'source.parts.0.cards': [-1, 0, 20_001, 1.5, Infinity]
}

/** What no setting of the hall can be; the bounds of each are the domain's (tests/domain/hall/service.spec.ts). */
const NO_SETTING = [-1, 100_001, 1.5, Infinity]

/** Every place in a message with what stands there, the message itself first. */
function places(value: unknown, path: Path = []): { readonly path: Path; readonly value: unknown }[] {
  if (OPEN.includes(path.join('.'))) return []
  const inner = isTree(value) ? Object.entries(value).flatMap(([key, v]) => places(v, [...path, key])) : []
  return [{ path, value }, ...inner]
}

/** The message with one place changed; `undefined` takes the key away. */
function changed(message: unknown, path: Path, to: unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return to
  const copy = structuredClone(message) as Tree
  if (rest.length === 0 && to === undefined) delete copy[key]
  else copy[key] = changed(copy[key], rest, to)
  return copy
}

const accepts = (door: keyof typeof SAMPLES, message: unknown): boolean =>
  contract[door].input.safeParse(message).success
const objects = (door: keyof typeof SAMPLES) =>
  places(SAMPLES[door]).filter(({ value }) => isTree(value) && !Array.isArray(value))

describe('every door', () => {
  it('that can be knocked at has a sample here, and pushes have none', () => {
    const knocked = Object.entries(contract).flatMap(([name, door]) => (door.kind === 'push' ? [] : [name]))
    expect([...DOORS].sort()).toEqual(knocked.sort())
  })
})

describe.each(DOORS)('the door %s', (door) => {
  const all = places(SAMPLES[door])

  it('takes an honest message as it is', () => {
    expect(contract[door].input.parse(SAMPLES[door])).toEqual(SAMPLES[door])
  })

  it('refuses an unknown key at any depth', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...objects(door)),
        fc.string({ minLength: 1 }),
        fc.jsonValue(),
        ({ path, value }, key, extra) => {
          fc.pre(!Object.hasOwn(value as Tree, key))
          // As it arrives: an own property, whatever its name.
          const more = Object.defineProperty({ ...(value as Tree) }, key, { value: extra, enumerable: true })
          expect(accepts(door, changed(SAMPLES[door], path, more))).toBe(false)
        }
      ),
      {
        numRuns: 60,
        examples: objects(door).map((place): [typeof place, string, fc.JsonValue] => [place, '__proto__', {}])
      }
    )
  })

  it('refuses a message that lacks a key', () => {
    for (const { path } of all) {
      const inArray = Array.isArray(path.slice(0, -1).reduce<unknown>((v, key) => (v as Tree)[key], SAMPLES[door]))
      if (path.length > 0 && !inArray)
        expect(accepts(door, changed(SAMPLES[door], path, undefined)), path.join('.')).toBe(false)
    }
  })

  it('refuses another type at any place', () => {
    const wrong: unknown[] = [undefined, 'x'.repeat(1000), 10 ** 9, -1, 0.5, Number.NaN, true, [], [[]], { a: 1 }]
    for (const { path, value } of all) {
      for (const other of wrong) {
        if (typeof other === typeof value && Array.isArray(other) === Array.isArray(value) && !isTree(value)) continue
        // An empty list where a list may be empty is the one honest stranger.
        if (Array.isArray(value) && Array.isArray(other) && other.length === 0) continue
        if (other === undefined && path.length > 0) continue
        expect(accepts(door, changed(SAMPLES[door], path, other)), `${path.join('.')} = ${JSON.stringify(other)}`).toBe(
          false
        )
      }
    }
  })

  it('refuses numbers out of range, endless texts and endless lists', () => {
    for (const { path, value } of all) {
      const where = path.join('.')
      const put = (to: unknown) => accepts(door, changed(SAMPLES[door], path, to))
      if (typeof value === 'string') expect(put('长'.repeat(LONGEST + 1)), where).toBe(false)
      if (typeof value === 'number')
        for (const n of OUT_OF_RANGE[where] ??
          (where.startsWith('service.') ? NO_SETTING : [-1, 0, 101, 1.5, Infinity]))
          expect(put(n), `${where} = ${n}`).toBe(false)
      if (Array.isArray(value)) expect(put(Array.from({ length: 501 }, () => value[0])), where).toBe(false)
    }
  })

  it('takes null only where nothing is an answer', () => {
    const nullable = all
      .filter(({ path }) => accepts(door, changed(SAMPLES[door], path, null)))
      .map(({ path }) => path.join('.'))
    const allowed = [
      'version',
      'priority',
      'until',
      'saidEnd',
      'toCounter',
      'toPerson',
      'phone',
      'itemId',
      'gridId',
      'answer',
      'answer.destination',
      'destination',
      'proxy.authority',
      'decideNow',
      'approval',
      'expectedBack',
      'certificateNo',
      'validUntil',
      'agent',
      'trackingNo',
      'counter',
      'caseId',
      'proxy',
      'proxy.phone',
      'applicant.phone',
      'secondNoticeReason',
      'current',
      'drafts.0.ticketNo',
      'drafts.0.itemId',
      'drafts.0.caseId',
      'secondLevel',
      'service.queue.stopMinutes',
      'service.screens.0.display',
      'service.screens.0.counter'
    ]
    expect(nullable.filter((path) => !allowed.includes(path))).toEqual([])
    // A case is always about an item; only a question may be about none.
    if (nullable.includes('itemId')) expect(['enquiry.record', 'kiosk.take']).toContain(door)
    // Only a grid that the hall does not name yet has no id.
    if (nullable.includes('gridId')) expect(door).toBe('grid.register')
    if (door === 'casework.complete' || door === 'casework.get') expect(nullable).toEqual([])
  })
})

describe('what people type', () => {
  const accept = contract['casework.accept'].input

  it('loses its outer blanks at the door', () => {
    const typed = {
      ...SAMPLES['casework.accept'],
      applicant: { ...SAMPLES['casework.accept'].applicant, name: '  单雨青 ' }
    }
    expect(accept.parse(typed).applicant.name).toBe('单雨青')
  })

  it('keeps names beyond the BMP whole up to the longest name there is', () => {
    for (const name of ['𠮷𬭎', '𠮷'.repeat(50)]) {
      const typed = { ...SAMPLES['casework.accept'], applicant: { ...SAMPLES['casework.accept'].applicant, name } }
      expect(accept.parse(typed).applicant.name).toBe(name)
    }
  })

  it('is never a blank name', () => {
    const typed = {
      ...SAMPLES['casework.accept'],
      applicant: { ...SAMPLES['casework.accept'].applicant, name: ' \t ' }
    }
    expect(accept.safeParse(typed).success).toBe(false)
  })

  it('keeps a password as it was typed, blanks and all', () => {
    const typed = { ...SAMPLES['staff.signIn'], password: ' a b ' }
    expect(contract['staff.signIn'].input.parse(typed).password).toBe(' a b ')
  })

  it('sends papers to printers only, never to a file or a page', () => {
    const { input } = contract['printers.assign']
    const fits = (target: unknown) => input.safeParse({ use: 'ticket', target }).success
    const at = (uri: string) => fits({ kind: 'ipp', uri, name: '前台' })
    expect(['ipp://h/p', 'ipps://h:631/ipp/print'].map(at)).toEqual([true, true])
    const others = [
      'http://h/p',
      'file:///etc/passwd',
      'ipp://',
      'ipp://a b',
      'xipp://h',
      'javascript:alert(1)',
      ' ipp://h'
    ]
    expect(others.filter(at)).toEqual([])
    expect(fits({ kind: 'folder', uri: 'ipp://h/p' })).toBe(false)
    const raw = (host: string, port = 9100) =>
      fits({ kind: 'raw', host, port, paper: '80', status: true, name: '取号机' })
    expect(['192.168.1.30', 'printer.test', '[fe80::1]'].map((host) => raw(host))).toEqual([true, true, true])
    expect(['', 'a b', 'h/p', 'h:9100', 'h?x', '-h', 'é'].filter((host) => raw(host))).toEqual([])
    expect([0, 65_536, 9100.5].filter((port) => raw('h', port))).toEqual([])
    const queue = (name: string) => fits({ kind: 'spooler', queue: name, name: '前台' })
    expect(['qiantai', 'HP-1_2', '前台', 'HP LaserJet 1020', '\\\\FWQ\\前台'].filter(queue)).toHaveLength(5)
    expect(['', ' a', 'a ', '../etc', 'a#b', 'a?b', 'a\nb', 'x'.repeat(221)].filter(queue)).toEqual([])
  })

  it.each(['', '../x', 'a/b', 'a b', 'é', 'x'.repeat(65), 'a.b'])('is no id: “%s”', (itemId) => {
    expect(contract['catalogue.item'].input.safeParse({ itemId }).success).toBe(false)
  })
})
