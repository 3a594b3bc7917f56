import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { IppPrinterState } from '../../electron/printing/ipp/client.ts'
import { checkPrinter, findPrinters, healthOf, isPrinterAddress } from '../../electron/printing/printerCheck.ts'
import { startTestPrinters, type TestPrinter, type TestPrinters } from '../support/ippPrinter.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Short, so that silence shows soon; nothing is decided by it passing. */
const ASK_MS = 1_500

const at = (uri: string) => ({ uri, socket: null })

const idle: IppPrinterState = {
  name: '前台打印机',
  accepting: true,
  stopped: false,
  reasons: [],
  operations: new Set(),
  formats: ['application/pdf'],
  media: [],
  sides: [],
  scalings: [],
  device: ''
}

describe('what a printer says of itself', () => {
  test.each<[string, Partial<IppPrinterState>, string]>([
    ['nothing in the way', {}, 'ready'],
    ['low toner, which stops nothing', { reasons: ['toner-low-warning'] }, 'ready'],
    ['no paper', { reasons: ['media-empty-error'], stopped: true }, 'paper-out'],
    ['no paper, which it calls a warning', { reasons: ['media-needed-warning'] }, 'paper-out'],
    ['a jam', { reasons: ['media-jam'], stopped: true }, 'jam'],
    ['a print service that cannot reach it', { reasons: ['offline'] }, 'offline'],
    ['an open cover', { reasons: ['cover-open-error'], stopped: true }, 'cover-open'],
    ['no toner', { reasons: ['toner-empty-error'], stopped: true }, 'attention'],
    ['paused by somebody', { reasons: ['paused'], stopped: true }, 'paused'],
    ['stopped for no reason given', { stopped: true }, 'paused'],
    ['no more jobs taken', { accepting: false }, 'not-accepting'],
    ['no PDF', { formats: ['image/urf', 'application/octet-stream'] }, 'no-pdf'],
    ['no word about formats', { formats: [] }, 'ready']
  ])('%s', (_what, change, health) => {
    expect(healthOf({ ...idle, ...change }).health).toBe(health)
  })

  test('comes with its own keyword, for whoever looks after it', () => {
    expect(healthOf({ ...idle, reasons: ['media-empty-error'] }).detail).toBe('media-empty-error')
  })
})

describe('a printer that is asked how it is', () => {
  let printers: TestPrinters
  let machine: TestPrinter

  beforeAll(async () => {
    printers = await startTestPrinters()
    machine = await printers.printer()
  }, 60_000)

  afterAll(() => printers.stop())

  test('is ready and says its name; another name at its address is not there; silence and absence are unreachable', async () => {
    expect(await checkPrinter(machine.uri, ASK_MS)).toMatchObject({ name: 'printer0', health: 'ready' })
    expect(await checkPrinter(machine.uri.replace('/ipp/print', '/printers/other'), ASK_MS)).toMatchObject({
      health: 'not-there'
    })
    // It has no queues: that is a print service's business.
    expect(await findPrinters(at(machine.uri), ASK_MS)).toBeNull()
    machine.hang()
    expect(await checkPrinter(machine.uri, ASK_MS)).toMatchObject({ health: 'unreachable', detail: 'timeout' })
    machine.goOn()
    await machine.kill()
    expect(await checkPrinter(machine.uri, ASK_MS)).toMatchObject({ health: 'unreachable', detail: 'ECONNREFUSED' })
  })

  test('cannot be asked at an address that no printer has', async () => {
    for (const uri of ['http://printer/', 'ipp://', 'ipp://[', 'printer', '']) {
      expect(isPrinterAddress(uri), uri).toBe(false)
      await expect(checkPrinter(uri, ASK_MS)).rejects.toThrow(TypeError)
    }
    expect(isPrinterAddress('ipps://192.168.1.20/ipp/print')).toBe(true)
  })
})

describe('the print service of a PC', () => {
  const servers: Server[] = []
  afterEach(() => {
    for (const server of servers.splice(0)) server.close()
  })

  /** Says the same to everybody. */
  async function saying(answer: Buffer, status = 200): Promise<string> {
    const server = createServer((request, response) => {
      request.resume()
      request.on('end', () => response.writeHead(status, { 'content-type': 'application/ipp' }).end(answer))
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
    return `ipp://localhost:${(server.address() as AddressInfo).port}/`
  }

  test('lists its queues by the name people gave them, with how they are', async () => {
    // What CUPS 2.4.2 answered with two queues, of which the first is stopped.
    const service = await saying(readFileSync(new URL('./fixtures/cupsPrinters.ipp', import.meta.url)))
    expect(await findPrinters(at(service), ASK_MS)).toEqual([
      { queue: 'Laser2', name: 'Laser2', health: 'paused' },
      { queue: 'qiantai', name: '前台打印机', health: 'ready' }
    ])
  })

  test('without a queue (client-error-not-found) lists nothing', async () => {
    const notFound = Buffer.from([1, 1, 0x04, 0x06, 0, 0, 0, 1, 1, 3])
    expect(await findPrinters(at(await saying(notFound)), ASK_MS)).toEqual([])
  })

  test('is not there where nothing listens, or something else does', async () => {
    expect(await findPrinters(at('ipp://localhost:1/'), ASK_MS)).toBeNull()
    const web = await saying(Buffer.from('<h1>It works</h1>'))
    expect(await findPrinters(at(web), ASK_MS)).toBeNull()
    expect(await checkPrinter(web, ASK_MS)).toMatchObject({ health: 'not-there' })
    expect(await checkPrinter(await saying(Buffer.alloc(0), 404), ASK_MS)).toMatchObject({ health: 'not-there' })
  })
})
