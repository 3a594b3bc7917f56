import { createHash } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import type { PhonePage } from '../../shared/projections/phonePage.ts'
import { isCheck } from './phoneCheck.ts'
import { plainHtml, ticketHtml } from './phoneHtml.ts'
import { PHONE_STYLE } from './phoneStyle.ts'

export interface PhoneLimits {
  /**
   * Requests a minute from one address. An open page asks four times; behind a hall's wireless network many phones may
   * share one address.
   */
  readonly perAddress: number
  /** Pages of tickets a minute, whoever asks: all who wait in a full hall, four times each. */
  readonly all: number
  readonly connections: number
  readonly connectionsPerAddress: number
  /** For the head of a request, and for a connection on which nothing happens. Milliseconds. */
  readonly headersMs: number
  /** How often connections are looked at for that. */
  readonly lookMs: number
  /** Of request line and head together, in bytes: an address of a ticket and what browsers send take under 2 KiB. */
  readonly headerBytes: number
}

export const PHONE_LIMITS: PhoneLimits = {
  perAddress: 120,
  all: 1_200,
  connections: 256,
  connectionsPerAddress: 64,
  headersMs: 5_000,
  lookMs: 1_000,
  headerBytes: 8_192
}

export interface PhoneServerOptions {
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  readonly secret: Uint8Array
  /** `null`: no such ticket. Rejects when it cannot be told now. */
  readonly pageOf: (ticketId: string) => Promise<PhonePage | null>
  readonly limits?: PhoneLimits
}

export interface PhoneServer {
  readonly port: number
  close(): Promise<void>
}

const MINUTE_MS = 60_000

const styleHash = createHash('sha256').update(PHONE_STYLE).digest('base64')

/** With every page: it may load nothing, run nothing, be framed by nobody, stay nowhere and tell nobody its address. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  // Said here, the server ends the connection itself; a limit of requests alone leaves that to the other side.
  connection: 'close',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': 'noindex'
}

const send = (reply: FastifyReply, status: number, html: string): FastifyReply =>
  reply.code(status).headers(HEADERS).send(html)

/** A wrong check, an unknown ticket, another place, another method: nobody can tell which it was. */
const notFound = (reply: FastifyReply): FastifyReply => send(reply, 404, plainHtml('notFound'))

/** What cannot even be read as a request gets a bare status and the end of its connection. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const statuses: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }
  const status = statuses[error.code ?? ''] ?? 400
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`
  socket.end(head, () => socket.destroy())
}

/** Nobody holds all the connections: too many from one address are ended at once. */
function holdPerAddress(app: FastifyInstance, most: number): void {
  const open = new Map<string, number>()
  app.server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    const now = (open.get(address) ?? 0) + 1
    open.set(address, now)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left > 0) open.set(address, left)
      else open.delete(address)
    })
    if (now > most) socket.destroy()
  })
}

/**
 * The page for phones on the network: one address, `GET /t/<ticket>?c=<check>`, that reads and changes nothing. No
 * bodies, cookies or scripts; one request a connection. Rejects with the system's error when the port cannot be had.
 */
export async function openPhoneServer(options: PhoneServerOptions): Promise<PhoneServer> {
  const { host, port, secret, pageOf, limits = PHONE_LIMITS } = options
  const app = fastify({
    logger: false,
    trustProxy: false,
    bodyLimit: 1,
    maxParamLength: 40,
    connectionTimeout: limits.headersMs,
    keepAliveTimeout: limits.headersMs,
    requestTimeout: limits.headersMs,
    maxRequestsPerSocket: 1,
    forceCloseConnections: true,
    http: {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: limits.lookMs
    },
    clientErrorHandler: refuseUnreadable,
    // An address that cannot be decoded.
    frameworkErrors: (_error, _request, reply) => notFound(reply)
  })
  app.server.maxConnections = limits.connections
  holdPerAddress(app, limits.connectionsPerAddress)
  app.removeAllContentTypeParsers()
  app.setErrorHandler((error, _request, reply) => {
    if (error.statusCode === 429) return send(reply, 429, plainHtml('tooMany'))
    return (error.statusCode ?? 500) < 500 ? notFound(reply) : send(reply, 503, plainHtml('notNow'))
  })

  // Numbers of what is left would only help whoever tries; `retry-after` is kept.
  const quiet = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false }
  const silent = { addHeaders: quiet, addHeadersOnExceeding: quiet }
  await app.register(rateLimit, { global: false, timeWindow: MINUTE_MS, ...silent })
  // Whatever is asked for counts for its address; after it, pages of tickets count for all together.
  app.addHook('onRequest', app.rateLimit({ max: limits.perAddress, timeWindow: MINUTE_MS }))
  await app.register(rateLimit, {
    max: limits.all,
    timeWindow: MINUTE_MS,
    keyGenerator: () => 'all',
    ...silent
  })
  app.setNotFoundHandler((_request, reply) => notFound(reply))

  app.get<{ Params: { ticketId: string }; Querystring: Record<string, unknown> }>(
    '/t/:ticketId',
    async ({ params, query }, reply) => {
      const { ticketId } = params
      const { c: check, still } = query
      if (!isCheck(secret, ticketId, check)) return notFound(reply)
      const page = await pageOf(ticketId)
      return page ? send(reply, 200, ticketHtml(page, { check, still: still === '1' })) : notFound(reply)
    }
  )
  await app.listen({ host, port })
  return { port: (app.server.address() as AddressInfo).port, close: () => app.close() }
}
