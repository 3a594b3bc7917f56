import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { httpReader } from '../../electron/readers/httpReader.ts'
import { readingIn } from '../../electron/readers/parse.ts'
import { type CardReaderDriver, pauseAfter, readerAddress } from '../../electron/readers/reader.ts'
import { webSocketReader } from '../../electron/readers/webSocketReader.ts'
import { type ReaderSimulator, startReader } from '../support/readerSimulator.ts'

const TODAY = '2026-11-23'
const CARD = { idKind: 'residentId', name: '欧阳娜娜', idNumber: '500102198511209985', validUntil: '长期', address: '' }

let reader: ReaderSimulator
let driver: CardReaderDriver | null = null
let statuses: string[]
let messages: Uint8Array[]

beforeEach(async () => {
  reader = await startReader()
  statuses = []
  messages = []
})

afterEach(async () => {
  driver?.close()
  driver = null
  await reader.stop().catch(() => undefined)
})

const events = {
  onStatus: (status: string) => void (statuses.at(-1) === status || statuses.push(status)),
  onMessage: (message: Uint8Array) => void messages.push(message)
}
const url = (text: string): URL => {
  const address = readerAddress(text)
  if (!address) throw new Error('no address')
  return address
}
const names = () => messages.map((message) => readingIn(message, TODAY)?.name ?? null)
const heard = (wanted: readonly (string | null)[]) =>
  vi.waitFor(() => expect(names()).toEqual(wanted), { timeout: 10_000 })
const listened = (count: number) => vi.waitFor(() => expect(reader.listening()).toBe(count), { timeout: 10_000 })
const became = (status: string) => vi.waitFor(() => expect(statuses.at(-1)).toBe(status), { timeout: 10_000 })

describe('the address of a reader', () => {
  it('is on this PC, whatever a list of names says', () => {
    expect(readerAddress('ws://localhost:8090/')?.href).toBe('ws://127.0.0.1:8090/')
    expect(readerAddress('http://[::1]:8090/card')?.href).toBe('http://[::1]:8090/card')
    for (const wrong of [
      'ws://192.168.1.5:8090/',
      'ws://127.0.0.1.reader.test/',
      'wss://127.0.0.1/',
      'http://user:secret@127.0.0.1/',
      'file:///c/cards',
      ''
    ]) {
      expect(readerAddress(wrong)).toBeNull()
    }
  })

  it('is tried again after pauses that grow and end growing', () => {
    const pauses = [1, 2, 3, 4, 5, 6, 7, 100].map(pauseAfter)
    expect(pauses).toEqual([500, 1000, 2000, 4000, 8000, 15_000, 15_000, 15_000])
  })
})

describe('a reader over WebSocket', () => {
  it('hands on each card', async () => {
    driver = webSocketReader(url(reader.ws), events)
    await became('ready')
    reader.lay(CARD)
    reader.lay({ ...CARD, name: '单雨青' })
    await heard(['欧阳娜娜', '单雨青'])
    expect(statuses).toEqual(['connecting', 'ready'])
  })

  it('that goes away is lost, is tried again, and is heard when it is back', async () => {
    driver = webSocketReader(url(reader.ws), events)
    await became('ready')
    await reader.away()
    await became('lost')
    await reader.back()
    await became('ready')
    reader.lay(CARD)
    await heard(['欧阳娜娜'])
  })

  it('that is silent on an open line is lost as well', async () => {
    driver = webSocketReader(url(reader.ws), events, 50)
    await became('ready')
    reader.freeze()
    await became('lost')
    await reader.away()
    await reader.back()
    await became('ready')
  })

  it('that sends more than a card can be is cut off', async () => {
    driver = webSocketReader(url(reader.ws), events)
    await became('ready')
    reader.lay('x'.repeat(100_000))
    await vi.waitFor(() => expect(statuses).toContain('lost'))
    expect(messages).toEqual([])
  })

  it('is left alone once it is closed', async () => {
    driver = webSocketReader(url(reader.ws), events)
    await became('ready')
    driver.close()
    await listened(0)
    expect(statuses).toEqual(['connecting', 'ready'])
  })
})

describe('a reader over HTTP', () => {
  it('is asked again after each card, and a card that lies there counts once', async () => {
    driver = httpReader(url(reader.http), events)
    for (const card of [CARD, CARD, { ...CARD, name: '单雨青' }]) {
      await listened(1)
      reader.lay(card)
      await listened(0)
    }
    await heard(['欧阳娜娜', '单雨青'])
  })

  it('that goes away or never answers is lost, and is heard when it is back', async () => {
    driver = httpReader(url(reader.http), events, 300)
    await became('lost')
    await reader.away()
    await reader.back()
    // Whoever waits only so long may just be asking anew; the card lies there until then.
    await vi.waitFor(
      () => {
        reader.lay(CARD)
        expect(names()).toEqual(['欧阳娜娜'])
      },
      { timeout: 10_000 }
    )
    await became('ready')
  })

  it('that sends more than a card can be has said nothing', async () => {
    driver = httpReader(url(reader.http), events)
    await listened(1)
    reader.lay('x'.repeat(100_000))
    await became('lost')
    expect(messages).toEqual([])
  })

  it('is left alone once it is closed', async () => {
    driver = httpReader(url(reader.http), events)
    await listened(1)
    driver.close()
    await listened(0)
    expect(statuses).toEqual(['connecting'])
  })
})

describe('a message', () => {
  const bytes = (text: string) => new TextEncoder().encode(text)

  it('is JSON or one typed line, in UTF-8 or, of old readers, in GB 18030', () => {
    expect(readingIn(bytes(`\uFEFF${JSON.stringify(CARD)}`), TODAY)?.name).toBe('欧阳娜娜')
    expect(readingIn(bytes(`欧阳娜娜|${CARD.idNumber}`), TODAY)?.name).toBe('欧阳娜娜')
    // 张三 in GB 18030.
    const old = Buffer.concat([Buffer.from([0xd5, 0xc5, 0xc8, 0xfd]), bytes(`|${CARD.idNumber}`)])
    expect(readingIn(old, TODAY)?.name).toBe('张三')
    // A character beyond the Basic Multilingual Plane takes four bytes there: 𠮷.
    const rare = Buffer.concat([Buffer.from([0x95, 0x34, 0xb2, 0x35, 0xcc, 0xef]), bytes(`|${CARD.idNumber}`)])
    expect(readingIn(rare, TODAY)?.name).toBe('𠮷田')
  })

  it('that is no card is nothing', () => {
    for (const text of [
      '',
      '{',
      '[]',
      '"x"',
      '{"idNumber":{}}',
      '\0',
      'GET / HTTP/1.1',
      '{"__proto__":{"idNumber":"1"}}'
    ]) {
      expect(readingIn(bytes(text), TODAY)).toBeNull()
    }
  })
})
