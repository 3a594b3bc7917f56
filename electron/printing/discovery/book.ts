import { isIPv4, isIPv6 } from 'node:net'
import type { Answer } from 'dns-packet'
import type { NetworkPrinter } from '../../../shared/projections/views.ts'
import { type Question, readAnswers } from './message.ts'
import { readTxt, type TxtEntries, tidy } from './txt.ts'

type Kind = NetworkPrinter['kind']

/**
 * What is looked for: IPP (PWG 5100.14 §4.2.1) and the plain port that receipt printers have (Bonjour Printing
 * Specification 1.2.1 §4). Not `_ipps._tcp`: printers sign their certificates themselves, and only those of known
 * authorities are accepted here.
 */
export const SERVICES: Readonly<Record<Kind, readonly string[]>> = {
  ipp: ['_ipp', '_tcp', 'local'],
  raw: ['_pdl-datastream', '_tcp', 'local']
}

const KINDS: readonly Kind[] = ['ipp', 'raw']

/** 631 is IPP's own port (RFC 3510); where a printer names no path it is at this one (PWG 5100.14 §4.2.3.4). */
const IPP_PORT = 631
const IPP_PATH = 'ipp/print'

/** What the doors take as an address and as a name, in UTF-16 units. */
const ADDRESS_MAX = 200
const NAME_MAX = 80

/** More than any hall has: a flood of made-up printers ends here. */
const INSTANCES_MAX = 200
const HOSTS_MAX = 400

interface Instance {
  readonly kind: Kind
  readonly label: string
}

/** Everything heard while looking for printers, whatever the order it came in. Nothing that is heard makes it throw. */
export class Book {
  private readonly instances = new Map<string, Instance>()
  private readonly places = new Map<string, { readonly host: string; readonly port: number }>()
  private readonly words = new Map<string, TxtEntries>()
  private readonly addresses = new Map<string, Set<string>>()

  /** `from`: the address it came from. */
  take(bytes: Uint8Array, from: string): void {
    for (const answer of readAnswers(bytes)) this.note(answer, from)
  }

  /** What has to be asked for, because a printer has been named and not described. */
  missing(): readonly Question[] {
    return [...this.instances].flatMap(([name, { kind, label }]): readonly Question[] => {
      const labels = [label, ...SERVICES[kind]]
      const place = this.places.get(name)
      return [
        ...(place ? [] : [{ labels, type: 'SRV' } as const]),
        ...(this.words.has(name) ? [] : [{ labels, type: 'TXT' } as const]),
        ...(place && !this.addresses.has(place.host) ? [{ labels: place.host.split('.'), type: 'A' } as const] : [])
      ]
    })
  }

  /**
   * The printers that can be reached, by name. A printer that takes papers over IPP is not listed a second time with its
   * plain port: that is for receipts, and it would print them as rubbish.
   */
  printers(): readonly NetworkPrinter[] {
    const all = [...this.instances].flatMap(([name, instance]) => this.printer(name, instance) ?? [])
    const papers = new Set(all.flatMap(({ kind, host }) => (kind === 'ipp' ? [host] : [])))
    const seen = new Set<string>()
    return all
      .filter(({ kind, host }) => kind === 'ipp' || !papers.has(host))
      .filter(({ address }) => !seen.has(address) && seen.add(address))
      .sort((a, b) => a.name.localeCompare(b.name, 'zh') || (a.address < b.address ? -1 : 1))
  }

  private note(answer: Answer, from: string): void {
    // A printer that says goodbye (RFC 6762 §10.1).
    if ('ttl' in answer && answer.ttl === 0) return
    const name = 'name' in answer ? answer.name.toLowerCase() : ''
    switch (answer.type) {
      case 'PTR': {
        const kind = KINDS.find((one) => SERVICES[one].join('.') === name)
        if (kind) this.noteInstance(kind, answer.data)
        return
      }
      case 'SRV': {
        const { target, port } = answer.data
        if (port > 0 && this.places.size < HOSTS_MAX) this.places.set(name, { host: target.toLowerCase(), port })
        return
      }
      case 'TXT': {
        const strings = [answer.data].flat().map((part) => (typeof part === 'string' ? Buffer.from(part) : part))
        if (this.words.size < HOSTS_MAX) this.words.set(name, readTxt(strings))
        return
      }
      case 'A':
      case 'AAAA': {
        if (!isUsable(answer.data, from) || this.addresses.size >= HOSTS_MAX) return
        const known = this.addresses.get(name) ?? new Set()
        this.addresses.set(name, known.add(answer.data))
      }
    }
  }

  private noteInstance(kind: Kind, fullName: string): void {
    const ending = `.${SERVICES[kind].join('.')}`
    if (!fullName.toLowerCase().endsWith(ending) || this.instances.size >= INSTANCES_MAX) return
    const label = fullName.slice(0, -ending.length)
    if (tidy(label, NAME_MAX) !== '') this.instances.set(fullName.toLowerCase(), { kind, label })
  }

  /** `null` while it is not known where it is, or where nothing could be sent to it. */
  private printer(name: string, { kind, label }: Instance): NetworkPrinter | null {
    const place = this.places.get(name)
    const known = [...((place && this.addresses.get(place.host)) ?? [])].sort()
    const found = known.find((one) => isIPv4(one)) ?? known[0]
    if (!place || found === undefined) return null
    const host = isIPv6(found) ? `[${found}]` : found
    const { port } = place
    const words = this.words.get(name) ?? new Map<string, string>()
    const address = kind === 'ipp' ? ippAddress(host, port, words.get('rp') ?? '') : `${host}:${port}`
    if (address === null) return null
    const formats = words.get('pdl')
    return {
      kind,
      name: tidy(label, NAME_MAX),
      address,
      host,
      port,
      model: tidy(words.get('ty') ?? '', NAME_MAX),
      location: tidy(words.get('note') ?? '', NAME_MAX),
      pdf:
        formats === undefined
          ? null
          : formats
              .toLowerCase()
              .split(/[\s,;]+/)
              .includes('application/pdf')
    }
  }
}

/** `null` for a path that no address can have. */
function ippAddress(host: string, port: number, path: string): string | null {
  const clean = (path.trim() || IPP_PATH).replace(/^\/+/, '').replace(/[?#\\]/g, encodeURIComponent)
  try {
    const { pathname } = new URL(`http://${host}/${clean}`)
    const rest = `${host}${port === IPP_PORT ? '' : `:${port}`}${pathname}`
    return rest.length <= ADDRESS_MAX ? `ipp://${rest}` : null
  } catch {
    return null
  }
}

/**
 * Addresses that papers may go to. This PC's own are believed only when it is this PC that names them; one that holds
 * on a single cable only (fe80::) cannot be written down without naming the cable.
 */
function isUsable(address: string, from: string): boolean {
  if (isIPv6(address)) return /^(?:[23][\da-f]{3}|f[cd][\da-f]{2}):/i.test(address)
  if (!isIPv4(address)) return false
  const first = Number(address.slice(0, address.indexOf('.')))
  if (first === 127) return from.startsWith('127.')
  return first !== 0 && first < 224
}
