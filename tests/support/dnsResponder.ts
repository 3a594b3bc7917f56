import { createSocket } from 'node:dgram'
import type { AddressInfo } from 'node:net'
import { type Answer, decode, encode } from 'dns-packet'

/**
 * A responder of multicast DNS on loopback: a real socket that answers the questions that come in, as printers do. It
 * is asked alone and not through the group, so that whatever else listens on this machine stays out of it.
 */

export interface Announced {
  readonly service: '_ipp._tcp.local' | '_pdl-datastream._tcp.local'
  readonly label: string
  readonly port: number
  /** Strings of the TXT record. */
  readonly txt?: readonly (string | Buffer)[]
  readonly host?: string
  readonly addresses?: readonly string[]
}

export interface ResponderHabits {
  /** The answer to the first question has all of it in its additional records; on unless said otherwise. */
  readonly generous?: boolean
  /** Every message twice, as over two networks. */
  readonly twice?: boolean
  /** Sent with every answer, before it. */
  readonly noise?: readonly Uint8Array[]
}

export interface DnsResponder {
  readonly at: { readonly address: string; readonly port: number }
  /** Types and names of what was asked, in order. */
  readonly asked: string[]
  stop(): Promise<void>
}

/** Stands for a dot inside a label while a message is written: the writer takes dots for the ends of labels. */
const DOT = '\u007f'

/** Writes an answer; labels may hold dots. */
export function writeAnswer(answers: readonly Answer[], additionals: readonly Answer[] = []): Buffer {
  const bytes = encode({ type: 'response', id: 0, answers: [...answers], additionals: [...additionals] })
  // No length is that large, and the 127 of an address stands between other numbers.
  for (let at = 12; at < bytes.length; at++) {
    if (bytes[at] === 0x7f && isLetter(bytes[at - 1]) && isLetter(bytes[at + 1])) bytes[at] = 0x2e
  }
  return bytes
}

const isLetter = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte < 0x7b

const HOST = 'printer.local'

export function recordsOf(one: Announced) {
  const { service, label, port, txt = ['txtvers=1'], host = HOST, addresses = ['127.0.0.1'] } = one
  const name = `${label.replaceAll('.', DOT)}.${service}`
  const ptr: Answer = { type: 'PTR', name: service, ttl: 10, data: name }
  const srv: Answer = { type: 'SRV', name, ttl: 10, data: { target: host, port } }
  const text: Answer = { type: 'TXT', name, ttl: 10, data: txt.map((part) => Buffer.from(part)) }
  const found = addresses.map(
    (data): Answer => ({ type: data.includes(':') ? 'AAAA' : 'A', name: host, ttl: 10, data })
  )
  return { ptr, srv, text, found }
}

/** The message with which a printer answers the question for its service. */
export function announcement(one: Announced): Buffer {
  const { ptr, srv, text, found } = recordsOf(one)
  return writeAnswer([ptr], [srv, text, ...found])
}

export async function startResponder(
  announced: readonly Announced[],
  { generous = true, twice = false, noise = [] }: ResponderHabits = {}
): Promise<DnsResponder> {
  const asked: string[] = []
  const socket = createSocket('udp4')
  const answersTo = (name: string, type: string): Buffer[] =>
    announced.flatMap((one): Buffer[] => {
      const { ptr, srv, text, found } = recordsOf(one)
      const full = `${one.label}.${one.service}`
      if (type === 'PTR' && name === one.service) return [generous ? announcement(one) : writeAnswer([ptr])]
      if (type === 'SRV' && name === full) return [writeAnswer([srv])]
      if (type === 'TXT' && name === full) return [writeAnswer([text])]
      if (type === 'A' && name === (one.host ?? HOST)) return [writeAnswer(found)]
      return []
    })
  socket.on('message', (bytes, sender) => {
    for (const { name, type } of decode(bytes).questions ?? []) {
      asked.push(`${type} ${name}`)
      for (const answer of answersTo(name, type)) {
        for (const text of [...noise, answer, ...(twice ? [answer] : [])]) {
          socket.send(text, sender.port, sender.address)
        }
      }
    }
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  const { address, port } = socket.address() as AddressInfo
  return { at: { address, port }, asked, stop: () => new Promise((resolve) => socket.close(() => resolve())) }
}
