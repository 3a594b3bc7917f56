import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { followReader } from '../../electron/readers/followReader.ts'
import type { ReaderEvents } from '../../electron/readers/reader.ts'
import { defaultHallService, type HallService } from '../../shared/domain/hall/service.ts'
import { fakeTerminal, type TestTerminal } from '../commands/support/fakeTerminal.ts'

const CARD = { name: '欧阳娜娜', idNumber: '11010519491231002X', validUntil: '长期', address: '滨河路 2 号' }
const WHO = { personId: 'zhou', name: '周晓禾', roles: ['clerk'], counter: 1 } as const

interface Opened {
  readonly address: string
  readonly events: ReaderEvents
  closed: boolean
}

let running: TestTerminal
let opened: Opened[]
let published: string[]
let logged: string
let follower: { close(): Promise<void> }
let turns = 0

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  running = await fakeTerminal()
  opened = []
  published = []
  logged = ''
  const note = (message: string, details?: unknown): void => {
    logged += JSON.stringify([message, details])
  }
  follower = followReader(
    running.terminal,
    running.log,
    { publish: (topic) => void published.push(topic) },
    { info: note, warn: note },
    (address, events) => {
      const mine: Opened = { address: address.href, events, closed: false }
      opened.push(mine)
      return {
        close: () => {
          mine.closed = true
        }
      }
    }
  )
})

afterEach(async () => {
  await follower.close()
  vi.useRealTimers()
})

async function set(change: (service: HallService) => HallService): Promise<void> {
  turns += 1
  const reply = await running.handlers['service.set'](
    { service: change(defaultHallService()) as never },
    { ...running.caller, session: { ...WHO, roles: ['administrator'] } },
    `set-service-${turns}`
  )
  expect(reply).toMatchObject({ ok: true })
}
const reader = (address: string, kiosk = false) =>
  set((service) => ({
    ...service,
    kiosk: { ...service.kiosk, reader: address },
    screens: kiosk
      ? [
          ...service.screens,
          {
            id: 'kiosk-1',
            role: 'kiosk',
            display: null,
            fullscreen: false,
            counter: null,
            groups: [],
            counters: [],
            speaks: false
          }
        ]
      : service.screens
  }))
const lay = (card: unknown) => opened.at(-1)?.events.onMessage(new TextEncoder().encode(JSON.stringify(card)))
const cards = () => running.terminal.cards
const shown = (personId: string = WHO.personId) => cards().counterView(personId).card
const take = (readId: string, personId: string = WHO.personId) =>
  running.handlers['reader.take']({ readId }, { ...running.caller, session: { ...WHO, personId } }, 'take-the-card-1')

describe('the reader that the hall has set', () => {
  it('is opened, changed and left with the setting, and its state is said', async () => {
    expect(opened).toEqual([])
    await reader('ws://localhost:8090/')
    expect(opened.map(({ address }) => address)).toEqual(['ws://127.0.0.1:8090/'])
    opened[0]?.events.onStatus('ready')
    expect(cards().status).toBe('ready')
    expect(published).toContain('kiosk')
    await reader('http://127.0.0.1:8091/')
    expect(opened[0]?.closed).toBe(true)
    // What the old one still says is nobody's.
    opened[0]?.events.onStatus('ready')
    opened[1]?.events.onStatus('lost')
    opened[0]?.events.onStatus('ready')
    expect(cards().status).toBe('lost')
    await reader('')
    expect(opened[1]?.closed).toBe(true)
    expect(cards().status).toBe('none')
  })

  it('gives a card at the counter to whoever is signed in, masked until it is taken, and once', async () => {
    await reader('ws://127.0.0.1:8090/')
    running.terminal.sessions.open(1, WHO)
    lay(CARD)
    const card = shown()
    expect(card).toEqual({ readId: expect.any(String), maskedName: '欧**娜' })
    expect(cards().kioskCard()).toBeNull()
    expect(shown('somebody-else')).toBeNull()
    expect(await take(card?.readId ?? '', 'somebody-else')).toMatchObject({ refusal: { code: 'card-reading-gone' } })
    expect(await take('another-reading')).toMatchObject({ refusal: { code: 'card-reading-gone' } })
    expect(await take(card?.readId ?? '')).toMatchObject({
      value: { name: '欧阳娜娜', idNumber: CARD.idNumber, validUntil: null }
    })
    expect(await take(card?.readId ?? '')).toMatchObject({ refusal: { code: 'card-reading-gone' } })
    expect(shown()).toBeNull()
  })

  it('forgets a card after a minute, the newer one a minute after it', async () => {
    await reader('ws://127.0.0.1:8090/')
    running.terminal.sessions.open(1, WHO)
    lay(CARD)
    vi.advanceTimersByTime(40_000)
    lay({ ...CARD, name: '单雨青' })
    vi.advanceTimersByTime(40_000)
    expect(shown()?.maskedName).toBe('单*青')
    vi.advanceTimersByTime(20_000)
    expect(shown()).toBeNull()
  })

  it('keeps no card that nobody is there for', async () => {
    await reader('ws://127.0.0.1:8090/')
    lay(CARD)
    running.terminal.sessions.open(1, WHO)
    expect(shown()).toBeNull()
    expect(cards().kioskCard()).toBeNull()
  })

  it('is the kiosk’s where there is one: it learns whether somebody is old enough, the counter learns nothing', async () => {
    await reader('ws://127.0.0.1:8090/', true)
    running.terminal.sessions.open(1, WHO)
    lay(CARD)
    expect(cards().kioskCard()).toEqual({ readId: expect.any(String), elderly: true })
    expect(shown()).toBeNull()
    expect(await take(cards().kioskCard()?.readId ?? '')).toMatchObject({ refusal: { code: 'card-reading-gone' } })
    lay({ ...CARD, idNumber: '500102200002299994' })
    expect(cards().kioskCard()?.elderly).toBe(false)
  })

  it('leaves no word of a card in records or logs', async () => {
    await reader('ws://127.0.0.1:8090/')
    running.terminal.sessions.open(1, WHO)
    lay(CARD)
    lay({ ...CARD, idNumber: '110105194912310021' })
    await take(shown()?.readId ?? '')
    expect(logged).toContain('card not readable')
    expect(logged + JSON.stringify(running.log.all())).not.toMatch(/欧阳|1949|滨河路/)
  })
})
