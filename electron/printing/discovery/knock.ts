import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'

export interface KnockOptions {
  /** Addresses to knock at; the neighbours of this PC when left out. */
  readonly hosts?: readonly string[]
  readonly port?: number
  /** For a door to open, in milliseconds: on the network of one building an answer takes a few. */
  readonly waitMs?: number
  readonly signal?: AbortSignal
}

/** Port of plain printing, as receipt printers leave the factory. */
const PORT = 9100
const WAIT_MS = 500
/** At the same time: few enough that a small switch or a watchful firewall is not troubled. */
const AT_ONCE = 16

/**
 * Which neighbours have the port of receipt printers open. A connection is made and ended; not a byte is sent, so that
 * nothing can come out of a printer. `null`: this PC is on no private network of its own.
 */
export async function knockAtNeighbours(options: KnockOptions = {}): Promise<readonly string[] | null> {
  const { hosts = neighbours(), port = PORT, waitMs = WAIT_MS, signal } = options
  if (hosts.length === 0) return null
  const waiting = [...hosts]
  const open = new Set<string>()
  const work = async (): Promise<void> => {
    for (let host = waiting.shift(); host !== undefined && !signal?.aborted; host = waiting.shift()) {
      if (await isOpen(host, port, waitMs)) open.add(host)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return hosts.filter((host) => open.has(host))
}

function isOpen(host: string, port: number, waitMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port })
    const end = (open: boolean): void => {
      socket.destroy()
      resolve(open)
    }
    socket.setTimeout(waitMs, () => end(false))
    socket.once('connect', () => end(true))
    socket.once('error', () => end(false))
  })
}

/**
 * The other addresses that share the first three numbers with this PC's, on private networks only (RFC 1918 §3): 253 at
 * most for each. Networks beyond these are never knocked at.
 */
export function neighbours(own: readonly string[] = ownPrivate()): readonly string[] {
  const nets = new Set(own.filter(isPrivate).map((address) => address.slice(0, address.lastIndexOf('.'))))
  return [...nets]
    .flatMap((net) => Array.from({ length: 254 }, (_, index) => `${net}.${index + 1}`))
    .filter((address) => !own.includes(address))
}

const isPrivate = (address: string): boolean => /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(address)

/** With a mask that leaves room for others; a tunnel to elsewhere has none. */
const ownPrivate = (): readonly string[] =>
  Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).flatMap(({ family, internal, address, netmask }) =>
      family === 'IPv4' && !internal && netmask !== '255.255.255.255' ? [address] : []
    )
  )
