import type { NetworkPrinter } from '../../../shared/projections/views.ts'
import { knockAtNeighbours } from './knock.ts'
import { listenForPrinters } from './listen.ts'

/** The searches that somebody at the screen has asked for: one of a kind at a time, ended with the program. */

type Found = readonly NetworkPrinter[] | null

const closing = new AbortController()
let listening: Promise<Found> | null = null
let knocking: Promise<Found> | null = null

/** Printers that announce themselves on the network. `null`: the network cannot be used. */
export function findAnnounced(): Promise<Found> {
  listening ??= listenForPrinters({ signal: closing.signal }).finally(() => {
    listening = null
  })
  return listening
}

/** What has the port of receipt printers open nearby; it may be any printer. `null` as above. */
export function findNeighbours(): Promise<Found> {
  knocking ??= knock().finally(() => {
    knocking = null
  })
  return knocking
}

/** Ends what is being looked for. Call when the program closes. */
export const endSearches = (): void => closing.abort()

async function knock(): Promise<Found> {
  const hosts = await knockAtNeighbours({ signal: closing.signal })
  return hosts === null ? null : hosts.map(neighbour)
}

const PORT = 9100

const neighbour = (host: string): NetworkPrinter => ({
  kind: 'raw',
  name: '',
  address: `${host}:${PORT}`,
  host,
  port: PORT,
  model: '',
  location: '',
  pdf: null
})
