import { createSocket, type Socket } from 'node:dgram'
import { networkInterfaces } from 'node:os'
import type { NetworkPrinter } from '../../../shared/projections/views.ts'
import { Book, SERVICES } from './book.ts'
import { writeQuery } from './message.ts'

export interface ListenOptions {
  /** How long answers are waited for, in milliseconds. */
  readonly listenMs?: number
  /** Ends the waiting; what has answered until then is the answer. */
  readonly signal?: AbortSignal
  /** Own addresses of the networks that are asked; all there are when left out. */
  readonly from?: readonly string[]
  /** Who is asked: everybody on the network unless said otherwise. */
  readonly to?: { readonly address: string; readonly port: number }
}

/** Printers answer within 0.12 s; those asleep take longer. Windows lets answers in for three seconds. */
const LISTEN_MS = 3_000
/** Group and port of multicast DNS (RFC 6762 §3). */
const EVERYBODY = { address: '224.0.0.251', port: 5353 }
/** The first repetition comes a second after (RFC 6762 §5.2): one message is easily lost. */
const AGAIN_MS = 1_000
/** For what an answer has left open; others of the same moment are asked for together. */
const FOLLOW_MS = 100
/** More messages than this come from nobody who means well. */
const MESSAGES_MAX = 2_000
/** Nor can they make this PC ask more than this. */
const QUESTIONS_MAX = 400

/** Own IPv4 addresses on networks that others are on as well. */
export const ownAddresses = (): readonly string[] =>
  Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).flatMap(({ family, internal, address }) => (family === 'IPv4' && !internal ? [address] : []))
  )

/**
 * Asks the local network for printers and gathers what answers. The sockets are there while it runs and at no other
 * time. `null`: no network to ask, or the system does not let the question out.
 */
export async function listenForPrinters(options: ListenOptions = {}): Promise<readonly NetworkPrinter[] | null> {
  const { listenMs = LISTEN_MS, signal, from = ownAddresses(), to = EVERYBODY } = options
  if (signal?.aborted) return []
  const book = new Book()
  const heard = { messages: 0, asked: 0, following: false }
  const opened = await Promise.all(from.map((address) => openSocket(address)))
  const sockets = opened.filter((socket) => socket !== null)
  const timers: NodeJS.Timeout[] = []
  try {
    const services = writeQuery(Object.values(SERVICES).map((labels) => ({ labels, type: 'PTR' })))
    const askAll = (): Promise<readonly boolean[]> => Promise.all(sockets.map((socket) => sendTo(socket, services, to)))
    const follow = (): void => {
      const questions = book.missing()
      // One message a printer: some answer only the first question of several.
      const texts = questions.slice(0, QUESTIONS_MAX - heard.asked).map((question) => writeQuery([question]))
      heard.asked += texts.length
      for (const text of texts) for (const socket of sockets) void sendTo(socket, text, to)
    }
    for (const socket of sockets) {
      socket.on('message', (bytes, sender) => {
        // Answers come from the port of multicast DNS, anything else is no answer (RFC 6762 §6).
        if (sender.port !== to.port || heard.messages >= MESSAGES_MAX) return
        heard.messages += 1
        book.take(bytes, sender.address)
        if (heard.following) return
        heard.following = true
        later(timers, FOLLOW_MS, () => {
          heard.following = false
          follow()
        })
      })
    }
    const sent = await askAll()
    if (!sent.includes(true)) return null
    later(timers, AGAIN_MS, () => void askAll())
    await passed(listenMs, signal, timers)
    return book.printers()
  } finally {
    for (const timer of timers) clearTimeout(timer)
    for (const socket of sockets) socket.close()
  }
}

function later(timers: NodeJS.Timeout[], ms: number, act: () => void): NodeJS.Timeout {
  const timer = setTimeout(act, ms)
  timers.push(timer)
  return timer
}

const passed = (ms: number, signal: AbortSignal | undefined, timers: NodeJS.Timeout[]): Promise<void> =>
  new Promise((resolve) => {
    later(timers, ms, resolve)
    signal?.addEventListener('abort', () => resolve(), { once: true })
  })

/** A socket on a port of the system's choice, on one network. `null` where there is none to be had. */
function openSocket(address: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = createSocket('udp4')
    const giveUp = (): void => {
      socket.close()
      resolve(null)
    }
    socket.once('error', giveUp)
    socket.bind(0, address, () => {
      socket.off('error', giveUp)
      // A network that goes away meanwhile has no more answers; that is all.
      socket.on('error', () => undefined)
      try {
        socket.setMulticastInterface(address)
        // To the cable and the radio of this room and no further (RFC 6762 §11).
        socket.setMulticastTTL(255)
        resolve(socket)
      } catch {
        giveUp()
      }
    })
  })
}

const sendTo = (socket: Socket, text: Buffer, to: { readonly address: string; readonly port: number }) =>
  new Promise<boolean>((resolve) => {
    try {
      socket.send(text, to.port, to.address, (error) => resolve(error === null))
    } catch {
      resolve(false)
    }
  })
