import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import net, { type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { privateAddress } from '../../electron/phone/ownAddress.ts'
import { phoneSecret } from '../../electron/phone/phoneSecret.ts'
import { PhoneService, type PhoneServiceOptions } from '../../electron/phone/phoneService.ts'
import type { PhoneSettings } from '../../shared/domain/hall/service.ts'
import type { PhonePage } from '../../shared/projections/phonePage.ts'
import { buildPhoneWorker } from './phoneWorker.ts'

// For a busy machine; nothing is measured.
vi.setConfig({ testTimeout: 60_000 })

/** The thread as it is built, started and stopped as a hall does it. */

let built: Awaited<ReturnType<typeof buildPhoneWorker>>
beforeAll(async () => {
  built = await buildPhoneWorker()
}, 60_000)
afterAll(() => built.remove())

const TICKET = '20261123-A007'
const PAGE: PhonePage = {
  hallName: '云溪街道便民服务中心',
  demo: false,
  hours: '',
  enquiryPhone: '',
  no: 'A007',
  groupName: '民政',
  state: { kind: 'waiting', ahead: 2, estimate: null, counters: [] },
  at: '2026-11-23T01:05:09.000Z'
}

let service: PhoneService
let logged: string[]
let others: Server[]

function serve(change: Partial<PhoneServiceOptions> = {}): PhoneService {
  const note = (what: string, detail?: object): void => void logged.push(`${what} ${JSON.stringify(detail ?? {})}`)
  service = new PhoneService({
    workerFile: built.workerFile,
    secret: () => new Uint8Array(32).fill(3),
    log: { info: note, warn: note },
    address: () => '127.0.0.1',
    ...change
  })
  return service
}

beforeEach(() => {
  logged = []
  others = []
})
afterEach(async () => {
  await service.close()
  await Promise.all(others.map((other) => new Promise((resolve) => other.close(resolve))))
})

/** Another program on that port (0: any) of every interface. */
async function occupy(port = 0): Promise<number> {
  const other = net.createServer((socket) => socket.destroy())
  await new Promise<void>((resolve) => other.listen(port, '0.0.0.0', resolve))
  others.push(other)
  return (other.address() as AddressInfo).port
}

/** A port that is free just now. */
async function freePort(): Promise<number> {
  const port = await occupy()
  await new Promise((resolve) => others.pop()?.close(resolve))
  return port
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      resolve(false)
    })
    socket.once('error', () => resolve(true))
  })

const on = (port: number, host = ''): PhoneSettings => ({ on: true, port, host })
const pageOf = (ticketId: string): PhonePage | null => (ticketId === TICKET ? PAGE : null)
const textOf = async (url: string | null): Promise<string> => (await fetch(url ?? '')).text()

describe('the page for phones', () => {
  it('while it is off opens no port, starts no thread, makes no secret and puts no address on tickets', async () => {
    const port = await freePort()
    const secret = vi.fn(() => new Uint8Array(32))
    serve({ workerFile: '/not/there.cjs', secret })
    service.follow({ on: false, port, host: '' }, pageOf)
    expect(await service.state()).toEqual({ on: false, address: null, problem: null })
    expect(service.urlOf(TICKET)).toBeNull()
    expect(secret).not.toHaveBeenCalled()
    expect(await isFree(port)).toBe(true)
    expect(logged).toEqual([])
  })

  it('is there once it is switched on, behind the address of a ticket, and gone when it is switched off', async () => {
    const port = await freePort()
    serve().follow(on(port), pageOf)
    expect(await service.state()).toEqual({ on: true, address: `http://127.0.0.1:${port}/`, problem: null })
    const url = service.urlOf(TICKET)
    expect(url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/t/${TICKET}\\?c=[\\w-]{12}$`))
    expect(await textOf(url)).toContain('前面还有 2 人')
    expect((await fetch(service.urlOf('20261123-A008') ?? '')).status).toBe(404)

    service.follow({ ...on(port), on: false }, pageOf)
    expect(await service.state()).toEqual({ on: false, address: null, problem: null })
    expect(service.urlOf(TICKET)).toBeNull()
    expect(await isFree(port)).toBe(true)
  })

  it('stays as it is when other settings change, and moves when its port does', async () => {
    const [first, second] = [await freePort(), await freePort()]
    serve().follow(on(first), pageOf)
    await service.state()
    service.follow(on(first, 'hall.test'), pageOf)
    expect(await service.state()).toMatchObject({ address: `http://hall.test:${first}/` })
    expect(logged.filter((line) => line.includes('page open'))).toHaveLength(1)
    service.follow(on(second), pageOf)
    expect(await service.state()).toMatchObject({ address: `http://127.0.0.1:${second}/` })
    expect(await isFree(first)).toBe(true)
    expect(await textOf(service.urlOf(TICKET))).toContain('前面还有 2 人')
  })

  it('switched back and forth it ends as it was set last', async () => {
    const port = await freePort()
    serve()
    for (const wanted of [true, false, true, true, false]) service.follow({ on: wanted, port, host: '' }, pageOf)
    expect(await service.state()).toEqual({ on: false, address: null, problem: null })
    expect(await isFree(port)).toBe(true)
  })

  it('a port that is taken is a warning, no address on tickets, and is tried again', async () => {
    const port = await occupy()
    serve({ retryMs: 50 }).follow(on(port), pageOf)
    expect(await service.state()).toEqual({ on: true, address: null, problem: 'port-taken' })
    expect(service.urlOf(TICKET)).toBeNull()
    expect(logged[0]).toContain('"problem":"port-taken"')
    await new Promise((resolve) => others.pop()?.close(resolve))
    await expect.poll(async () => (await service.state()).problem, { timeout: 20_000 }).toBeNull()
    expect(await textOf(service.urlOf(TICKET))).toContain('A007')
  })

  it('without a network there is no address, and says so', async () => {
    const port = await freePort()
    serve({ address: () => null }).follow(on(port), pageOf)
    expect(await service.state()).toEqual({ on: true, address: null, problem: 'no-address' })
    expect(service.urlOf(TICKET)).toBeNull()
  })

  it('without a place for its secret it does not open', async () => {
    const port = await freePort()
    const secret = () => {
      throw new Error('EROFS')
    }
    serve({ secret }).follow(on(port), pageOf)
    expect(await service.state()).toEqual({ on: true, address: null, problem: 'no-secret' })
    expect(await isFree(port)).toBe(true)
  })

  it('a fault while a page is made stops nothing but that page', async () => {
    const port = await freePort()
    let broken = true
    serve().follow(on(port), (ticketId) => {
      if (broken) throw new Error('a fault')
      return pageOf(ticketId)
    })
    await service.state()
    expect((await fetch(service.urlOf(TICKET) ?? '')).status).toBe(503)
    broken = false
    expect((await fetch(service.urlOf(TICKET) ?? '')).status).toBe(200)
    expect(logged.join()).not.toContain(TICKET)
  })
})

describe('the secret of the addresses', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'linchuang-key-'))
    serve()
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))
  const random = vi.fn((size: number) => Buffer.alloc(size, 5))

  it('is made once, for the program’s own user alone, and found again', () => {
    const made = phoneSecret(folder, random)
    expect(made).toHaveLength(32)
    expect(readdirSync(folder)).toEqual(['phone.key'])
    if (process.platform !== 'win32') expect(statSync(path.join(folder, 'phone.key')).mode & 0o777).toBe(0o600)
    expect(Buffer.from(phoneSecret(folder, () => Buffer.alloc(32, 6)))).toEqual(Buffer.from(made))
  })

  it('is made anew when its file is not whole', () => {
    writeFileSync(path.join(folder, 'phone.key'), 'cut')
    expect(Buffer.from(phoneSecret(folder, random))).toEqual(Buffer.alloc(32, 5))
    expect(readFileSync(path.join(folder, 'phone.key'))).toEqual(Buffer.alloc(32, 5))
  })

  it('another secret makes other addresses', async () => {
    const port = await freePort()
    service.follow(on(port), pageOf)
    await service.state()
    const old = service.urlOf(TICKET)
    await service.close()
    serve({ secret: () => new Uint8Array(32).fill(4) }).follow(on(port), pageOf)
    await service.state()
    expect(service.urlOf(TICKET)).not.toBe(old)
    expect((await fetch(old ?? '')).status).toBe(404)
  })
})

describe('the address of this PC', () => {
  const at = (...all: readonly (readonly [string, string])[]) =>
    privateAddress(all.map(([name, address]) => ({ name, address })))

  it('is the one in the hall’s network, not that of a virtual machine, a tunnel or the open network', () => {
    expect(at(['eth0', '10.0.0.5'])).toBe('10.0.0.5')
    expect(at(['docker0', '172.17.0.1'], ['eth0', '10.0.0.5'], ['wlan0', '192.168.1.9'])).toBe('192.168.1.9')
    expect(at(['vEthernet (WSL)', '192.168.80.1'], ['以太网', '172.16.4.5'])).toBe('172.16.4.5')
    expect(at(['eth0', '8.8.8.8'], ['eth1', '172.32.0.1'], ['eth2', '169.254.3.4'])).toBeNull()
    expect(at(['vmnet8', '192.168.80.1'])).toBe('192.168.80.1')
    expect(at()).toBeNull()
  })
})
