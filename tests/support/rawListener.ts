import { createServer, type Socket } from 'node:net'
import { readCommand } from '../printing/escpos/decoder.ts'

/**
 * A receipt printer on loopback: a real TCP server that works its buffer off command by command, stops when it cannot
 * print, and answers DLE EOT at once, whatever waits in the buffer. Commands it does not know throw in `sheets()`.
 */

export interface RawState {
  readonly paper: 'ok' | 'near-end' | 'out'
  readonly cover: 'closed' | 'open'
  readonly offline: boolean
  readonly error: 'none' | 'cutter' | 'unrecoverable'
  /** Takes everything in and prints nothing yet. */
  readonly held: boolean
  /** Answers nothing at all. */
  readonly mute: boolean
}

export interface RawHabits {
  /** Answers GS r; on unless said otherwise. */
  readonly marks?: boolean
  /** Knows the command that drops its buffer; on unless said otherwise. */
  readonly clears?: boolean
  /** Ends the connection when the other side has; on unless said otherwise. */
  readonly ends?: boolean
  /** Said of itself before every answer: flow control, automatic status. */
  readonly noise?: readonly number[]
}

/** What happens when so much has been printed (`lines`) or has come in (`bytes`). */
export type RawEvent =
  | { readonly lines: number; readonly change: Partial<RawState> }
  | { readonly atCut: true; readonly change: Partial<RawState> }
  | { readonly afterCut: true; readonly change: Partial<RawState> }
  | { readonly bytes: number; readonly dies: true }
  | { readonly bytes: number; readonly change: Partial<RawState> }

export interface RawListener {
  readonly port: number
  /** As a printer's name in a job. */
  name(paper: 80 | 58, status?: boolean): string
  set(change: Partial<RawState>): void
  when(event: RawEvent): void
  /** Everything that came in but the commands that are carried out at once. */
  received(): Buffer
  /** Receipts that were cut off, in order. */
  sheets(): readonly Buffer[]
  /** What has been printed and not been cut off. */
  torn(): Buffer
  /** How many questions came in. */
  asked(): number
  stop(): Promise<void>
}

const START: RawState = { paper: 'ok', cover: 'closed', offline: false, error: 'none', held: false, mute: false }
const CLEAR = Buffer.from([0x10, 0x14, 8, 1, 3, 20, 1, 6, 2, 8])

function answer(question: number, { paper, cover, offline, error }: RawState): number {
  const out = paper === 'out'
  const open = cover === 'open'
  const broken = error !== 'none'
  const bits = [
    0,
    out || open || offline || broken ? 0x08 : 0,
    (open ? 0x04 : 0) | (out ? 0x20 : 0) | (broken ? 0x40 : 0),
    (error === 'cutter' ? 0x08 : 0) | (error === 'unrecoverable' ? 0x20 : 0),
    (paper === 'ok' ? 0 : 0x0c) | (out ? 0x60 : 0)
  ]
  return 0x12 | (bits[question] ?? 0)
}

export async function startRawListener(habits: RawHabits = {}): Promise<RawListener> {
  const { marks = true, clears = true, ends = true, noise = [] } = habits
  let state = START
  let fault: unknown = null
  let events: RawEvent[] = []
  let received = Buffer.alloc(0)
  let incoming = Buffer.alloc(0)
  let buffer = Buffer.alloc(0)
  let piece = Buffer.alloc(0)
  let lines = 0
  let asked = 0
  const sheets: Buffer[] = []
  const sockets = new Set<Socket>()

  const say = (socket: Socket, ...bytes: readonly number[]): void => {
    if (!state.mute && socket.writable) socket.write(Uint8Array.from([...noise, ...bytes]))
  }
  const stopped = (): boolean =>
    state.held ||
    state.mute ||
    state.offline ||
    state.paper === 'out' ||
    state.cover === 'open' ||
    state.error !== 'none'

  function happen(met: (event: RawEvent) => boolean): void {
    const due = events.filter(met)
    events = events.filter((event) => !due.includes(event))
    for (const event of due) {
      if ('change' in event) state = { ...state, ...event.change }
      else for (const socket of sockets) socket.resetAndDestroy()
    }
  }

  function work(socket: Socket): void {
    while (!stopped() && buffer.length > 0) {
      const found = readCommand(buffer, 0)
      if (!found) return
      const { command, end } = found
      if (command.kind === 'cut') {
        happen((event) => 'atCut' in event)
        if (stopped()) return
      }
      const bytes = buffer.subarray(0, end)
      buffer = buffer.subarray(end)
      if (command.kind === 'automatic-status') continue
      if (command.kind === 'status-request') {
        if (marks) say(socket, state.paper === 'out' ? 0x0f : state.paper === 'near-end' ? 0x03 : 0)
        continue
      }
      piece = Buffer.concat([piece, bytes])
      if (command.kind === 'newline') {
        lines += 1
        happen((event) => 'lines' in event && lines >= event.lines)
      }
      if (command.kind === 'cut') {
        sheets.push(piece)
        piece = Buffer.alloc(0)
        // The mark that follows is still answered: the roll has ended behind the receipt.
        const next = buffer.length > 0 ? readCommand(buffer, 0) : null
        if (next?.command.kind === 'status-request' && events.some((event) => 'afterCut' in event)) {
          buffer = buffer.subarray(next.end)
          if (marks) say(socket, 0)
        }
        happen((event) => 'afterCut' in event)
      }
    }
  }

  /** Takes commands that are carried out at once out of what comes in; the rest waits for its turn. */
  function take(socket: Socket): void {
    while (incoming.length > 0) {
      const [first = 0, second, third] = incoming
      if (first === 0x10 && (second === undefined || (second === 0x04 && third === undefined))) return
      if (first === 0x10 && second === 0x04 && third !== undefined && third >= 1 && third <= 4) {
        asked += 1
        say(socket, answer(third, state))
        incoming = incoming.subarray(3)
        continue
      }
      if (clears && first === 0x10 && second === 0x14) {
        if (incoming.length < CLEAR.length) return
        if (incoming.subarray(0, CLEAR.length).equals(CLEAR)) {
          incoming = incoming.subarray(CLEAR.length)
          buffer = Buffer.alloc(0)
          piece = Buffer.alloc(0)
          say(socket, 0x37, 0x25, 0)
          continue
        }
      }
      received = Buffer.concat([received, incoming.subarray(0, 1)])
      // A printer that does not know the command ignores it.
      if (first === 0x10 && second === 0x14) incoming = incoming.subarray(Math.min(incoming.length, CLEAR.length))
      else {
        buffer = Buffer.concat([buffer, incoming.subarray(0, 1)])
        incoming = incoming.subarray(1)
      }
      happen((event) => 'bytes' in event && received.length >= event.bytes)
    }
  }

  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket)
    incoming = Buffer.alloc(0)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    socket.on('end', () => {
      if (ends) socket.end()
    })
    socket.on('data', (data) => {
      try {
        incoming = Buffer.concat([incoming, data])
        take(socket)
        work(socket)
      } catch (error) {
        fault ??= error
      }
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const place = server.address()
  if (place === null || typeof place === 'string') throw new Error('no port')
  const { port } = place

  const whole = <T>(value: T): T => {
    if (fault) throw fault
    return value
  }

  return {
    port,
    name: (paper, status = true) => `raw://127.0.0.1:${port}?paper=${paper}${status ? '' : '&status=none'}`,
    set(change) {
      state = { ...state, ...change }
      for (const socket of sockets) work(socket)
    },
    when: (event) => void events.push(event),
    received: () => received,
    sheets: () => whole(sheets),
    torn: () => whole(piece),
    asked: () => asked,
    async stop() {
      for (const socket of sockets) socket.destroy()
      await new Promise((closed) => server.close(closed))
    }
  }
}
