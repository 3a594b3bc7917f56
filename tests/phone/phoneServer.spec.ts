import { once } from 'node:events'
import http, { METHODS } from 'node:http'
import net from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { checkOf } from '../../electron/phone/phoneCheck.ts'
import { openPhoneServer, PHONE_LIMITS, type PhoneLimits, type PhoneServer } from '../../electron/phone/phoneServer.ts'
import type { PhonePage } from '../../shared/projections/phonePage.ts'

/** The real server on the real loopback, asked as anybody on the network could. */

const SECRET = new Uint8Array(32).fill(9)
const TICKET = '20261123-A007'
const PAGE: PhonePage = {
  hallName: '云溪街道便民服务中心',
  demo: false,
  hours: '工作日 9:00–17:30',
  enquiryPhone: '023-00001000',
  no: 'A007',
  groupName: '民政',
  state: { kind: 'called', counter: 3 },
  at: '2026-11-23T01:05:09.000Z'
}
const addressOf = (ticketId: string): string => `/t/${ticketId}?c=${checkOf(SECRET, ticketId)}`
const OK = addressOf(TICKET)

let server: PhoneServer | null = null
let asked: string[]

async function open(limits: Partial<PhoneLimits> = {}): Promise<number> {
  asked = []
  server = await openPhoneServer({
    host: '127.0.0.1',
    port: 0,
    secret: SECRET,
    limits: { ...PHONE_LIMITS, ...limits },
    pageOf: (ticketId) => {
      asked.push(ticketId)
      if (ticketId === 'busy') return Promise.reject(new Error('no answer'))
      return Promise.resolve(ticketId === TICKET ? PAGE : null)
    }
  })
  return server.port
}

afterEach(async () => {
  await server?.close()
  server = null
})

interface Got {
  readonly status: number
  readonly headers: http.IncomingHttpHeaders
  readonly body: string
}

type Asking = http.RequestOptions & { readonly body?: string }

/** One request as it is written, e.g. with dots in its path. */
function ask(port: number, path: string, options: Asking = {}): Promise<Got> {
  const { body, ...rest } = options
  return new Promise((resolve, reject) => {
    const request = http.request({ host: '127.0.0.1', port, path, agent: false, ...rest }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        text += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
      response.on('error', reject)
    })
    request.on('error', reject)
    request.end(body)
  })
}

/** All that comes back on a connection on which exactly this is sent, once the other side has ended it. */
async function raw(port: number, sent: string): Promise<string> {
  const socket = net.connect(port, '127.0.0.1')
  let text = ''
  socket.setEncoding('utf8')
  socket.on('data', (part: string) => {
    text += part
  })
  socket.on('error', () => undefined)
  socket.write(sent)
  await once(socket, 'close')
  return text
}

const withoutDate = ({ date: _date, ...headers }: http.IncomingHttpHeaders) => headers

describe('the one address', () => {
  it('shows the ticket whose check it carries', async () => {
    const { status, body, headers } = await ask(await open(), OK)
    expect(status).toBe(200)
    expect(body).toContain('请到 3 号窗口')
    expect(Number(headers['content-length'])).toBe(Buffer.byteLength(body))
    expect(asked).toEqual([TICKET])
  })

  it('answers HEAD with the head alone', async () => {
    const port = await open()
    const { status, body, headers } = await ask(port, OK, { method: 'HEAD' })
    expect([status, body]).toEqual([200, ''])
    expect(Number(headers['content-length'])).toBe(Buffer.byteLength((await ask(port, OK)).body))
  })

  it('is kept by nobody, may load and run nothing, sets no cookie and names no program', async () => {
    const { headers } = await ask(await open(), OK)
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      connection: 'close'
    })
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]+={0,2}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/
    )
    for (const name of ['set-cookie', 'server', 'x-powered-by', 'access-control-allow-origin', 'x-ratelimit-limit']) {
      expect(headers[name]).toBeUndefined()
    }
  })

  it('says that it cannot tell when the program does not answer', async () => {
    const { status, body } = await ask(await open(), addressOf('busy'))
    expect(status).toBe(503)
    expect(body).toContain('暂时查不到')
    expect(body).not.toContain('no answer')
  })
})

describe('everything else is the same 404', () => {
  const unknown = '20261123-A008'
  const others: readonly (readonly [what: string, path: string, options: Asking])[] = [
    ['no check', `/t/${TICKET}`, {}],
    ['an empty check', `/t/${TICKET}?c=`, {}],
    ['a wrong check', `/t/${TICKET}?c=${'A'.repeat(12)}`, {}],
    ['a check that is cut off', OK.slice(0, -1), {}],
    ['a check with more behind it', `${OK}A`, {}],
    ['the check of another ticket', `/t/${TICKET}?c=${checkOf(SECRET, unknown)}`, {}],
    ['two checks', `${OK}&c=${checkOf(SECRET, TICKET)}`, {}],
    ['an unknown ticket with its right check', addressOf(unknown), {}],
    ['the start', '/', {}],
    ['a folder', '/t/', {}],
    ['more behind the ticket', `/t/${TICKET}/x?c=${checkOf(SECRET, TICKET)}`, {}],
    ['dots', `/t/../t/../../etc/passwd?c=${checkOf(SECRET, TICKET)}`, {}],
    ['an icon', '/favicon.ico', {}],
    ['robots', '/robots.txt', {}],
    ['an address that cannot be decoded', '/t/%E0%A4%A', {}],
    ['a ticket that is too long', addressOf('x'.repeat(200)), {}],
    ['another way of writing it', OK.replace('/t/', '/T/'), {}],
    ['a full address', 'http://elsewhere.test/', {}],
    ['a body', OK, { method: 'POST', body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
    ['JSON', OK, { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } }],
    ['an odd kind of body', OK, { method: 'PUT', body: 'x', headers: { 'content-type': 'a\tb' } }]
  ]

  it.each(others)('%s', async (_what, path, options) => {
    const port = await open()
    const reference = await ask(port, '/nothing/here')
    const got = await ask(port, path, options)
    expect(got.status).toBe(404)
    expect(got.body).toBe(reference.body)
    expect(withoutDate(got.headers)).toEqual(withoutDate(reference.headers))
    expect(got.body).toContain('没有这个页面')
  })

  it('whatever the method, but for GET and HEAD', async () => {
    const port = await open({ perAddress: 1000 })
    // CONNECT asks for a tunnel, which is refused by ending the connection.
    const methods = METHODS.filter((method) => !['GET', 'HEAD', 'CONNECT'].includes(method))
    for (const method of methods) {
      expect([method, (await ask(port, OK, { method })).status]).toEqual([method, 404])
    }
    expect(await raw(port, `CONNECT ${OK} HTTP/1.1\r\nHost: x\r\n\r\n`)).toBe('')
    expect(asked).toEqual([])
  })

  it('a wrong check never reaches the program', async () => {
    const port = await open()
    for (const [, where, options] of others) await ask(port, where, options)
    expect(asked).toEqual([unknown])
  })

  it('an upgrade is no way in', async () => {
    const upgrade = `GET ${OK} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`
    expect(await raw(await open(), upgrade)).toMatch(/^HTTP\/1\.1 200 OK\r\n/)
  })
})

describe('nobody is asked more than a hall needs', () => {
  it('an address that asks too often gets a page that says so, whatever it asks for', async () => {
    const port = await open({ perAddress: 3 })
    const before = [await ask(port, OK), await ask(port, '/x'), await ask(port, `/t/${TICKET}?c=no`)]
    expect(before.map(({ status }) => status)).toEqual([200, 404, 404])
    for (const path of [OK, '/x']) {
      const { status, body, headers } = await ask(port, path)
      expect(status).toBe(429)
      expect(body).toContain('请过一分钟再看')
      expect(Number(headers['retry-after'])).toBeGreaterThan(0)
      expect(headers['x-ratelimit-limit']).toBeUndefined()
    }
    const other = await ask(port, OK, { localAddress: '127.0.0.2' })
    expect(other.status).toBe(200)
    expect(asked).toHaveLength(2)
  })

  it('a forged header makes nobody another address', async () => {
    const port = await open({ perAddress: 1 })
    await ask(port, OK)
    const forged = { 'x-forwarded-for': '10.0.0.9', forwarded: 'for=10.0.0.9', 'x-real-ip': '10.0.0.9' }
    expect((await ask(port, OK, { headers: forged })).status).toBe(429)
  })

  it('all addresses together have a limit of their own', async () => {
    const port = await open({ all: 2 })
    const statuses: number[] = []
    for (const host of [2, 3, 4]) statuses.push((await ask(port, OK, { localAddress: `127.0.0.${host}` })).status)
    expect(statuses).toEqual([200, 200, 429])
  })
})

describe('a connection is short', () => {
  const head = `GET ${OK} HTTP/1.1\r\nHost: x\r\n`

  it('a second request on it is not answered', async () => {
    const text = await raw(await open(), `${head}\r\n${head}\r\n`)
    expect(text.match(/HTTP\/1\.1 /g)).toHaveLength(1)
    expect(asked).toHaveLength(1)
  })

  it('a head that never ends is given up', async () => {
    const port = await open({ headersMs: 200, lookMs: 50 })
    expect(await raw(port, head)).toMatch(/^$|^HTTP\/1\.1 408 /)
    expect(asked).toEqual([])
  })

  it('so is a head that comes letter by letter', async () => {
    const port = await open({ headersMs: 300, lookMs: 50 })
    const socket = net.connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    socket.resume()
    const drip = setInterval(() => socket.write('a'), 20)
    await once(socket, 'close')
    clearInterval(drip)
    expect(asked).toEqual([])
  })

  it('so is a body that never comes', async () => {
    const port = await open({ headersMs: 300, lookMs: 50 })
    const slow = await raw(port, `POST ${OK} HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n`)
    expect(slow).toMatch(/^HTTP\/1\.1 4\d\d /)
  })

  it('so is one on which nothing is said', async () => {
    expect(await raw(await open({ headersMs: 200, lookMs: 50 }), '')).toMatch(/^$|^HTTP\/1\.1 408 /)
  })

  it('a long head and a long address are refused before they are read', async () => {
    const port = await open({ headerBytes: 2048 })
    const long = 'x'.repeat(4000)
    expect(await raw(port, `${head}X-Long: ${long}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /)
    expect(await raw(port, `GET ${OK}&x=${long} HTTP/1.1\r\nHost: x\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431 /)
    expect(asked).toEqual([])
  })

  it('what is no HTTP gets a bare refusal and the end', async () => {
    const answer = await raw(await open(), '\u0016\u0003\u0001 hello\r\n\r\n')
    expect(answer).toBe('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  })

  it('one address cannot hold them all', async () => {
    const port = await open({ connectionsPerAddress: 3 })
    const held = Array.from({ length: 3 }, () => net.connect(port, '127.0.0.1'))
    await Promise.all(held.map((socket) => once(socket, 'connect')))
    await expect(ask(port, OK)).rejects.toThrow()
    expect((await ask(port, OK, { localAddress: '127.0.0.2' })).status).toBe(200)
    for (const socket of held) socket.destroy()
    await expect
      .poll(() =>
        ask(port, OK).then(
          ({ status }) => status,
          () => 0
        )
      )
      .toBe(200)
  })
})
