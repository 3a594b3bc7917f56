import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Handlers } from '../../electron/ipc/bindContract.ts'
import { bindContract } from '../../electron/ipc/bindContract.ts'
import { type Session, Sessions } from '../../electron/ipc/sessions.ts'
import { StoreUnavailable } from '../../electron/store/store.ts'
import { contract } from '../../shared/contract/contract.ts'
import { DOORS, SAMPLES } from './samples.ts'

type Listener = (event: unknown, message: unknown) => unknown
const listeners = vi.hoisted(() => new Map<string, Listener>())
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, listener: Listener) => listeners.set(channel, listener) },
  protocol: {}
}))

const COUNTER = 1
const HALL = 2
/** Ids of pages by the role they play. */
const SCREENS = { counter: COUNTER, hall: HALL, kiosk: 3, rating: 4 }
const CLERK: Session = { personId: 'zhou', name: '周晓禾', roles: ['clerk'], counter: 3 }

type BindOptions = Parameters<typeof bindContract>[0]
const answered: { name: string; input: unknown; commandId: string; caller: unknown }[] = []
const heard: unknown[] = []
const logged: { level: string; message: string; detail: unknown }[] = []
let sessions: Sessions
let ready: boolean
let breaks: Error | null
let refusedCount: () => number

beforeEach(() => {
  for (const list of [answered, heard, logged]) list.length = 0
  sessions = new Sessions()
  sessions.open(COUNTER, CLERK)
  ready = true
  breaks = null
  const handlers = new Proxy({} as Handlers, {
    get: (_target, name: string) => async (input: unknown, caller: unknown, commandId: string) => {
      if (breaks) throw breaks
      answered.push({ name, input, caller, commandId })
      return { ok: true, value: name }
    }
  })
  const roles = new Map(Object.entries(SCREENS).map(([role, id]) => [id, role]))
  const note = (level: string) => (message: string, detail: unknown) => logged.push({ level, message, detail })
  refusedCount = bindContract({
    handlers: () => (ready ? handlers : null),
    screens: {
      roleOf: (contents: { id: number }) => roles.get(contents.id) ?? null
    } as unknown as BindOptions['screens'],
    sessions,
    publisher: { listen: (topic: unknown) => heard.push(topic) } as unknown as BindOptions['publisher'],
    log: { info: note('info'), warn: note('warn'), error: note('error') } as unknown as BindOptions['log']
  }).refusedCount
})

/** An invoke of a page: from its main frame at its own address unless told otherwise. */
function event(id: number, change: { url?: string; frame?: 'main' | 'inner' | 'gone' } = {}) {
  const [role = 'counter'] = Object.entries(SCREENS).find(([, known]) => known === id) ?? []
  const { url = `linchuang://${role}/index.html`, frame = 'main' } = change
  const mainFrame = { url }
  const frames = { main: mainFrame, inner: { url }, gone: null }
  return { sender: { id, mainFrame }, senderFrame: frames[frame] }
}

const knock = (message: unknown, from = event(COUNTER)) => listeners.get('door')?.(from, message)
const listen = (topic: unknown, from = event(COUNTER)) => listeners.get('listen')?.(from, topic)
const call = { name: 'queue.issueTicket', commandId: 'press-0001', input: { group: 'A', priority: null } }

/** Refused with this code, counted and logged once, and nothing behind the door has moved. */
async function turnedAway(answer: unknown, code: string): Promise<void> {
  expect(await answer).toMatchObject({ ok: false, refusal: { code } })
  expect(refusedCount()).toBe(1)
  expect(logged.filter((l) => l.level === 'warn')).toMatchObject([{ detail: { code, count: 1 } }])
  expect([answered, heard]).toEqual([[], []])
}

describe('the door', () => {
  it('lets an honest call through, with who asks', async () => {
    expect(await knock(call)).toEqual({ ok: true, value: 'queue.issueTicket' })
    const caller = { contentsId: COUNTER, screen: 'counter', session: CLERK }
    expect(answered).toEqual([
      { name: 'queue.issueTicket', input: { group: 'A', priority: null }, commandId: 'press-0001', caller }
    ])
    expect(refusedCount()).toBe(0)
  })

  it.each([
    ['a page nobody made', event(99)],
    ['a frame inside a page', event(COUNTER, { frame: 'inner' })],
    ['a frame that is gone', event(COUNTER, { frame: 'gone' })],
    ['a page that has gone elsewhere', event(COUNTER, { url: 'https://example.test/' })],
    ['a page on the origin of another screen', event(COUNTER, { url: 'linchuang://hall/index.html' })],
    ['a page without an address', event(COUNTER, { url: '' })]
  ])('is shut to %s', async (_who, from) => {
    await turnedAway(knock(call, from), 'not-allowed')
  })

  it('is shut to a screen that the door is not for', async () => {
    sessions.open(HALL, { ...CLERK, roles: ['administrator'] })
    await turnedAway(knock(call, event(HALL)), 'not-allowed')
  })

  it('is shut before somebody signs in', async () => {
    sessions.close(COUNTER)
    await turnedAway(knock(call), 'not-signed-in')
  })

  it('is shut to a role that the door is not for', async () => {
    await turnedAway(knock({ ...call, name: 'printers.assign', input: SAMPLES['printers.assign'] }), 'not-allowed')
  })

  it('lets anyone sign in', async () => {
    sessions.close(COUNTER)
    expect(await knock({ ...call, name: 'staff.signIn', input: SAMPLES['staff.signIn'] })).toMatchObject({ ok: true })
  })

  it.each([
    'nowhere',
    'toString',
    '__proto__',
    'constructor',
    'desk',
    'hall',
    '',
    7,
    null,
    undefined,
    ['queue.recall'],
    {}
  ])('is not there under the name %s', async (name) => {
    await turnedAway(knock({ ...call, name }), 'unknown-door')
  })

  it.each([null, undefined, 0, 'queue.recall', [], [call], true])('takes no message that is %s', async (message) => {
    await turnedAway(knock(message), 'unknown-door')
  })

  it.each([undefined, null, '', 'short', 'x'.repeat(65), 'with space', 12345678, {}, '../../etc'])(
    'takes no command under the id %s',
    async (commandId) => {
      await turnedAway(knock({ ...call, commandId }), 'bad-input')
    }
  )

  it('takes a query without an id', async () => {
    const asked = { name: 'casework.get', input: SAMPLES['casework.get'] }
    expect(await knock(asked)).toMatchObject({ ok: true })
  })

  it('names the field that does not fit, and does not repeat what stood there', async () => {
    const input = structuredClone(SAMPLES['casework.accept']) as { applicant: { name: unknown } }
    input.applicant.name = 500102198511209985n.toString().length
    expect(await knock({ ...call, name: 'casework.accept', input })).toEqual({
      ok: false,
      refusal: { code: 'bad-input', field: 'applicant.name' }
    })
    expect(answered).toEqual([])
  })

  it('refuses an unknown key', async () => {
    await turnedAway(knock({ ...call, input: { group: 'A', by: 'root' } }), 'bad-input')
  })

  it('refuses what is larger than any honest message, before looking into it', async () => {
    await turnedAway(knock({ ...call, input: { group: 'A'.repeat(600_000) } }), 'too-large')
    expect(JSON.stringify(logged)).not.toContain('AAAA')
  })

  it('takes a file of megabytes only where a door is for files, and no larger than that door takes', async () => {
    sessions.open(COUNTER, { ...CLERK, roles: ['lead'] })
    const file = (megabytes: number) => ({ format: 'xlsx', bytes: new Uint8Array(megabytes * 1024 * 1024) })
    expect(await knock({ name: 'catalogue.preview', input: file(8) })).toMatchObject({ ok: true })
    expect(await knock({ name: 'catalogue.preview', input: file(9) })).toMatchObject({ refusal: { code: 'too-large' } })
    const smuggled = { ...call, input: { group: 'A', bytes: new Uint8Array(600 * 1024) } }
    expect(await knock(smuggled)).toMatchObject({ refusal: { code: 'too-large' } })
  })

  it('refuses what JSON cannot hold', async () => {
    const circle: Record<string, unknown> = { group: 'A' }
    circle.self = circle
    await turnedAway(knock({ ...call, input: circle }), 'bad-input')
  })

  it('refuses numbers that JSON does not know', async () => {
    await turnedAway(knock({ ...call, input: { group: 10n } }), 'bad-input')
  })

  it('answers `starting` while the log is being opened, without counting it as an attack', async () => {
    ready = false
    expect(await knock(call)).toEqual({ ok: false, refusal: { code: 'starting' } })
    expect(refusedCount()).toBe(0)
  })

  it('says `internal` when the program is at fault: the error goes to the log, not to the screen', async () => {
    breaks = new Error('secret detail')
    expect(await knock(call)).toEqual({ ok: false, refusal: { code: 'internal' } })
    expect(logged).toMatchObject([{ level: 'error', detail: { name: 'queue.issueTicket', error: breaks } }])
  })

  it('says that the history is being restored while the store page cannot answer', async () => {
    breaks = new StoreUnavailable('behind')
    expect(await knock(call)).toEqual({ ok: false, refusal: { code: 'history-rebuilding' } })
  })

  it('counts each refusal', async () => {
    for (let n = 0; n < 3; n += 1) await knock({ ...call, name: 'nowhere' })
    expect(refusedCount()).toBe(3)
  })

  it('hands every command and query of the contract to its handler', async () => {
    sessions.open(COUNTER, { ...CLERK, roles: ['administrator'] })
    for (const name of DOORS) {
      const from = event(SCREENS[contract[name].screens[0] ?? 'counter'])
      expect(await knock({ name, commandId: 'press-0001', input: SAMPLES[name] }, from), name).toEqual({
        ok: true,
        value: name
      })
    }
    expect(answered).toHaveLength(Object.values(contract).filter((door) => door.kind !== 'push').length)
  })
})

describe('listening', () => {
  it('is for topics of the own screen', async () => {
    expect(await listen('desk')).toEqual({ ok: true, value: null })
    expect(await listen('hall', event(HALL))).toEqual({ ok: true, value: null })
    expect(heard).toEqual(['desk', 'hall'])
  })

  it.each(['desk', 'app'])('to %s is refused to the hall screen', async (topic) => {
    await turnedAway(listen(topic, event(HALL)), 'not-allowed')
  })

  it.each(['queue.recall', 'nowhere', '__proto__', null, 7])('to %s is refused: it is no topic', async (topic) => {
    await turnedAway(listen(topic), 'unknown-door')
  })

  it('is refused to a page nobody made', async () => {
    await turnedAway(listen('beat', event(99)), 'not-allowed')
  })
})
