import type { RollWidth } from './rolls.ts'

/**
 * Address of a receipt printer on the network: `raw://<host>:<port>?paper=80`, an IPv6 host in brackets. It is the
 * printer's name in print jobs.
 */

export interface RawAddress {
  /** Name or number; IPv6 without brackets. */
  readonly host: string
  readonly port: number
  readonly paper: RollWidth
  /** Does it answer questions about its state? `&status=none` in the address where it does not. */
  readonly status: boolean
}

/** JetDirect's port, which receipt printers have taken over. */
export const RAW_PORT = 9100

const SHAPE = /^raw:\/\/(?:\[([0-9a-f:.]+(?:%[\w.-]+)?)\]|([^\s/?#@:[\]%]+))(?::(\d{1,5}))?\/?\?([\w=&]+)$/i

const PAPERS: Readonly<Record<string, RollWidth>> = { '80': 80, '58': 58 }

/** `null` for a text that is no such address. */
export function parseRawAddress(name: string): RawAddress | null {
  const match = SHAPE.exec(name)
  if (!match) return null
  const [, six, named, digits, query = ''] = match
  const host = six ?? named ?? ''
  const port = digits === undefined ? RAW_PORT : Number(digits)
  const settings = query.split('&').map((pair) => pair.split('='))
  const given = new Map(settings.map(([key = '', value = '']) => [key, value]))
  const paper = PAPERS[given.get('paper') ?? '']
  const status = given.get('status')
  const known = settings.every((pair) => pair.length === 2 && (pair[0] === 'paper' || pair[0] === 'status'))
  if (!known || given.size !== settings.length || !paper || (status ?? 'none') !== 'none') return null
  if (port < 1 || port > 65_535 || (six !== undefined && !six.includes(':'))) return null
  return { host, port, paper, status: status === undefined }
}
