import { existsSync } from 'node:fs'

/** Where something that speaks IPP is spoken to: by its address, or on this PC through a domain socket. */
export interface Seat {
  /** Its name in the messages; the address as well where there is no socket. */
  readonly uri: string
  /** Path of a domain socket. */
  readonly socket: string | null
}

/** Where Debian, Ubuntu, Fedora and the Chinese systems built on them start CUPS on demand: only the socket wakes it. */
const SOCKETS = ['/run/cups/cups.sock', '/var/run/cups/cups.sock']

/** CUPS on this PC listens here where there is no socket; other systems have nothing there. */
const LOOPBACK = 'localhost:631'

/**
 * This PC's print service. `CUPS_SERVER` is CUPS's own variable for another place: a path of a socket or `host[:port]`.
 */
export function ownService(env: Readonly<Record<string, string | undefined>> = process.env): Seat {
  const told = env.CUPS_SERVER ?? ''
  const socket = told.startsWith('/') ? told : told === '' ? SOCKETS.find((file) => existsSync(file)) : undefined
  if (socket !== undefined) return { uri: 'ipp://localhost/', socket }
  return { uri: `ipp://${told === '' ? LOOPBACK : told}/`, socket: null }
}

/** A queue of this PC's print service. */
export function queueSeat(queue: string, service: Seat = ownService()): Seat {
  return { ...service, uri: `${service.uri}printers/${encodeURIComponent(queue)}` }
}

/** CUPS keeps its queues below these paths, and printers do not: what answers there speaks for a printer behind it. */
export const isQueueAddress = (url: URL): boolean => /^\/(printers|classes)\/./.test(url.pathname)
