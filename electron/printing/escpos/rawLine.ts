import { connect, type Socket } from 'node:net'
import { answerReader } from './answers.ts'
import { ask, CLEAR, type Question } from './commands.ts'
import { QUESTIONS, type RawStatus } from './status.ts'

/** The line to the printer is gone, or nothing comes back on it any more. The message is a code, never a document. */
export class LineLost extends Error {
  override readonly name = 'LineLost'
}

/** A connection to a receipt printer. One question at a time: its answers do not say what they answer. */
export interface RawLine {
  /** Whether the mark at the end of a document has been answered. */
  readonly marked: boolean
  /** Whether the connection has broken. */
  readonly broken: boolean
  /** The four answers about its state; each has `askMs`. Throws LineLost. */
  status(askMs: number): Promise<RawStatus>
  /** Resolves when this computer has let go of every byte. Throws LineLost. */
  send(bytes: Uint8Array, sendMs: number): Promise<void>
  /** Drops what the printer has not printed; whether it says that it has. Throws LineLost when the line breaks. */
  clear(askMs: number): Promise<boolean>
  /** Resolves when something has been heard, or after this long. */
  heard(ms: number): Promise<void>
  /** Ends our half; whether the printer ended its own, which it does when it has read everything. */
  finish(closeMs: number): Promise<boolean>
  close(): void
}

const codeOf = (error: Error): string => (error as NodeJS.ErrnoException).code ?? error.name

/** Opens the line. Throws LineLost when nobody answers in time. */
export async function openLine(host: string, port: number, connectMs: number): Promise<RawLine> {
  const socket = connect({ host, port, allowHalfOpen: true, noDelay: true })
  let lost: LineLost | null = null
  let ended = false
  let marked = false
  let cleared = false
  const statuses: number[] = []
  const waiting = new Set<() => void>()
  const changed = (): void => {
    for (const wake of waiting) wake()
  }
  const lose = (reason: string): void => {
    lost ??= new LineLost(reason)
    changed()
  }

  const read = answerReader((heard) => {
    if (heard.kind === 'status') statuses.push(heard.byte)
    else if (heard.kind === 'mark') marked = true
    else cleared = true
  })
  socket.on('data', (bytes) => {
    read(bytes)
    changed()
  })
  socket.on('error', (error) => lose(codeOf(error)))
  socket.on('close', () => lose('closed'))
  socket.on('end', () => {
    ended = true
    changed()
  })

  /** Waits until something is true; `false` when it is not in time. */
  function until(met: () => boolean, ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (answer: boolean): void => {
        clearTimeout(timer)
        waiting.delete(look)
        resolve(answer)
      }
      const look = (): void => {
        if (met()) settle(true)
      }
      const timer = setTimeout(() => settle(met()), ms)
      waiting.add(look)
      look()
    })
  }

  let connected = false
  socket.on('connect', () => {
    connected = true
    changed()
  })
  await until(() => connected || lost !== null, connectMs)
  if (!connected) {
    socket.destroy()
    throw lost ?? new LineLost('ETIMEDOUT')
  }

  const line: RawLine = {
    get marked() {
      return marked
    },
    get broken() {
      return lost !== null || ended
    },
    async status(askMs) {
      const answers: Record<Question, number> = { 1: 0, 2: 0, 3: 0, 4: 0 }
      for (const question of QUESTIONS) answers[question] = await oneAnswer(question, askMs)
      return answers
    },
    async send(bytes, sendMs) {
      await written(socket, bytes, sendMs)
    },
    async clear(askMs) {
      await written(socket, Uint8Array.from(CLEAR), askMs)
      return (await until(() => cleared || line.broken, askMs)) && cleared
    },
    async heard(ms) {
      const before = statuses.length
      const markedBefore = marked
      await until(() => line.broken || marked !== markedBefore || statuses.length !== before, ms)
    },
    async finish(closeMs) {
      socket.end()
      await until(() => ended || lost !== null, closeMs)
      return ended
    },
    close: () => void socket.destroy()
  }

  async function oneAnswer(question: Question, askMs: number): Promise<number> {
    statuses.length = 0
    await written(socket, Uint8Array.from(ask(question)), askMs)
    await until(() => statuses.length > 0 || line.broken, askMs)
    const [answer] = statuses
    if (answer === undefined) throw lost ?? new LineLost(ended ? 'closed' : 'no-answer')
    return answer
  }

  async function written(to: Socket, bytes: Uint8Array, ms: number): Promise<void> {
    if (line.broken) throw lost ?? new LineLost('closed')
    let gone = false
    to.write(bytes, (error) => {
      gone = !error
      changed()
    })
    await until(() => gone || lost !== null, ms)
    if (!gone) throw lost ?? new LineLost('not-taken')
  }

  return line
}
