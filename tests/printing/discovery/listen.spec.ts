import { createServer } from 'node:net'
import { getActiveResourcesInfo } from 'node:process'
import { afterEach, describe, expect, it } from 'vitest'
import { knockAtNeighbours, neighbours } from '../../../electron/printing/discovery/knock.ts'
import { listenForPrinters } from '../../../electron/printing/discovery/listen.ts'
import { type Announced, type DnsResponder, type ResponderHabits, startResponder } from '../../support/dnsResponder.ts'

const LOOPBACK = ['127.0.0.1']

const OFFICE: Announced = {
  service: '_ipp._tcp.local',
  label: '前台 v1.2',
  port: 631,
  txt: ['rp=ipp/print', 'pdl=application/pdf']
}

let responder: DnsResponder | null = null
afterEach(async () => {
  await responder?.stop()
  responder = null
})

async function ask(announced: readonly Announced[], habits: ResponderHabits = {}, listenMs = 600) {
  responder = await startResponder(announced, habits)
  return listenForPrinters({ listenMs, from: LOOPBACK, to: responder.at })
}

const sockets = (): number => getActiveResourcesInfo().filter((name) => name === 'UDPWrap').length

describe('looking for printers on the network', () => {
  it('asks for both services at once and lists who answers', async () => {
    expect(await ask([OFFICE], { twice: true })).toMatchObject([
      { name: '前台 v1.2', address: 'ipp://127.0.0.1/ipp/print', pdf: true }
    ])
    expect(responder?.asked).toEqual(['PTR _ipp._tcp.local', 'PTR _pdl-datastream._tcp.local'])
  })

  it('a printer that says no more than it is asked is asked for the rest, also with a dot in its name', async () => {
    expect(await ask([OFFICE], { generous: false }, 900)).toMatchObject([
      { name: '前台 v1.2', address: 'ipp://127.0.0.1/ipp/print' }
    ])
    const rest = [`SRV ${OFFICE.label}._ipp._tcp.local`, `TXT ${OFFICE.label}._ipp._tcp.local`, 'A printer.local']
    expect(responder?.asked).toEqual(expect.arrayContaining(rest))
  })

  it('rubbish before the answer does not hide it', async () => {
    const noise = [Buffer.alloc(0), Buffer.from('rubbish'), Buffer.alloc(8_000, 0xff)]
    expect(await ask([OFFICE], { noise })).toHaveLength(1)
  })

  it('nobody there is an empty list; no network is something else', async () => {
    expect(await ask([], {}, 50)).toEqual([])
    expect(await listenForPrinters({ from: [], listenMs: 50 })).toBeNull()
    // An address of documentation (RFC 5737): this machine has no such network.
    expect(await listenForPrinters({ from: ['203.0.113.1'], listenMs: 50 })).toBeNull()
  })

  it('holds sockets while it listens and at no other time, and ends with the program', async () => {
    responder = await startResponder([OFFICE])
    // Those of the tests before have to be gone; the responder's stays.
    await expect.poll(sockets).toBe(1)
    const closing = new AbortController()
    const listening = listenForPrinters({ listenMs: 60_000, signal: closing.signal, from: LOOPBACK, to: responder.at })
    await expect.poll(() => responder?.asked.length).toBeGreaterThan(0)
    expect(sockets()).toBe(2)
    closing.abort()
    await listening
    await expect.poll(sockets).toBe(1)
    expect(await listenForPrinters({ signal: closing.signal, from: LOOPBACK })).toEqual([])
    expect(sockets()).toBe(1)
  })
})

describe('knocking at the port of receipt printers', () => {
  it('finds what is open, and sends not a byte', async () => {
    let came = 0
    let bytes = 0
    const server = createServer((socket) => {
      came += 1
      socket.on('data', (part) => {
        bytes += part.length
      })
      socket.on('error', () => undefined)
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    // Every 127.x.x.x is this machine; only the first has the port open.
    const hosts = Array.from({ length: 40 }, (_, index) => `127.0.0.${index + 1}`)
    expect(await knockAtNeighbours({ hosts, port })).toEqual(['127.0.0.1'])
    await new Promise((resolve) => server.close(resolve))
    expect({ came, bytes }).toEqual({ came: 1, bytes: 0 })
  })

  it('stays on the private network this PC is on, and never knocks at itself', () => {
    const found = neighbours(['192.168.1.20', '192.168.1.21', '10.3.4.5', '172.32.0.1', '8.8.8.8', '169.254.1.1'])
    expect(found).toHaveLength(252 + 253)
    expect(found).not.toContain('192.168.1.20')
    expect(found).toContain('192.168.1.254')
    expect(found).toContain('10.3.4.1')
    expect(found.filter((host) => !/^(192\.168\.1|10\.3\.4)\.\d+$/.test(host))).toEqual([])
  })

  it('without such a network there is nothing to knock at, and a program that closes stops', async () => {
    expect(neighbours(['8.8.8.8'])).toEqual([])
    expect(await knockAtNeighbours({ hosts: [] })).toBeNull()
    const closing = new AbortController()
    closing.abort()
    expect(await knockAtNeighbours({ hosts: ['127.0.0.1'], signal: closing.signal })).toEqual([])
  })
})
