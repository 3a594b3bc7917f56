import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import {
  type CommandName,
  contract,
  type DoorName,
  type InputOf,
  type QueryName,
  type TopicName,
  type ValueOf
} from '../../shared/contract/contract.ts'
import type { ScreenRole } from '../../shared/contract/entry.ts'
import { type Reply, refuse } from '../../shared/kernel/result.ts'
import type { Logger } from '../boot/logging.ts'
import { SCREEN_SCHEME } from '../boot/schemes.ts'
import type { ScreenRegistry } from '../screens/registry.ts'
import { StoreUnavailable } from '../store/store.ts'
import type { Publisher } from './publish.ts'
import type { Session, Sessions } from './sessions.ts'

/** Who asks: the screen and whoever is signed in there. */
export interface Caller {
  readonly contentsId: number
  readonly screen: ScreenRole
  readonly session: Session | null
}

export type Handlers = {
  readonly [K in CommandName]: (input: InputOf<K>, caller: Caller, commandId: string) => Promise<Reply<ValueOf<K>>>
} & {
  readonly [K in QueryName]: (input: InputOf<K>, caller: Caller) => Promise<Reply<ValueOf<K>>>
}

/** Ceiling of a message in UTF-16 units of its JSON; the largest honest one (a catalogue row) is far below. */
const LARGEST = 512 * 1024
/** Ceiling of a message with a file in it; its door says how much of that it takes. */
const LARGEST_WITH_FILE = 9 * 1024 * 1024
const COMMAND_ID = /^[\w-]{8,64}$/

type Refused = { readonly ok: false; readonly refusal: { readonly code: string } }

/**
 * The one door. Checks, in this order: known page, its main frame, its own origin; shape and size of the message;
 * known door, right screen, right role; strict schema. Refusals are data, are counted and logged by code. A handler
 * that throws is an error of the program: the screen gets `internal`, the log gets the error.
 */
export function bindContract(options: {
  /** `null` while nothing can be done: everything is answered with what `closed` says. */
  readonly handlers: () => Handlers | null
  /** `starting` unless told: the log is being opened. `log-broken`: it was refused. */
  readonly closed?: () => 'starting' | 'log-broken'
  readonly screens: ScreenRegistry
  readonly sessions: Sessions
  readonly publisher: Publisher
  readonly log: Logger
}): { readonly refusedCount: () => number } {
  const { handlers, closed = () => 'starting', screens, sessions, publisher, log } = options
  let refused = 0
  const turnAway = (code: string, detail: Record<string, unknown> = {}): Refused => {
    refused += 1
    log.warn('door refused', { code, count: refused, ...detail })
    return { ok: false, refusal: { code } }
  }

  ipcMain.handle('door', async (event, message: unknown) => {
    const role = trustedRole(event, screens)
    if (!role) return turnAway('not-allowed', { why: 'sender' })
    const size = sizeOf(message)
    if (size === null) return turnAway('bad-input', { why: 'not JSON' })
    if (size > LARGEST_WITH_FILE) return turnAway('too-large', { size })
    const call = message as { name?: unknown; commandId?: unknown; input?: unknown }
    const door =
      typeof call?.name === 'string' && Object.hasOwn(contract, call.name) ? contract[call.name as DoorName] : null
    if (!door || door.kind === 'push') return turnAway('unknown-door')
    if (size > (door.largest ?? LARGEST)) return turnAway('too-large', { size })
    const name = call.name as CommandName | QueryName
    if (!(door.screens as readonly ScreenRole[]).includes(role)) return turnAway('not-allowed', { name, role })
    const session = sessions.of(event.sender.id)
    if (door.allowed !== 'anyone') {
      if (!session) return turnAway('not-signed-in', { name })
      if (!door.allowed.some((r) => session.roles.includes(r))) return turnAway('not-allowed', { name })
    }
    if (door.kind === 'command' && !(typeof call.commandId === 'string' && COMMAND_ID.test(call.commandId))) {
      return turnAway('bad-input', { name, why: 'commandId' })
    }
    const parsed = door.input.safeParse(call.input)
    if (!parsed.success) {
      const field = parsed.error.issues[0]?.path.map(String).join('.') ?? ''
      turnAway('bad-input', { name, field })
      return refuse('bad-input', { field })
    }
    const answering = handlers()
    if (!answering) return refuse(closed())
    const caller: Caller = { contentsId: event.sender.id, screen: role, session }
    try {
      // The pair of schema and handler belongs together by its name; the compiler cannot follow that through a union.
      const run = answering[name] as (input: unknown, caller: Caller, commandId: string) => Promise<Reply<unknown>>
      return await run(parsed.data, caller, String(call.commandId ?? ''))
    } catch (error) {
      // The working copy of the history is being restarted or rebuilt; today's work does not need it.
      if (error instanceof StoreUnavailable) return refuse('history-rebuilding')
      log.error('handler failed', { name, error })
      return refuse('internal')
    }
  })

  ipcMain.handle('listen', (event, topic: unknown) => {
    const role = trustedRole(event, screens)
    if (!role) return turnAway('not-allowed', { why: 'sender' })
    const door = typeof topic === 'string' && Object.hasOwn(contract, topic) ? contract[topic as DoorName] : null
    if (door?.kind !== 'push') return turnAway('unknown-door')
    if (!door.screens.includes(role)) return turnAway('not-allowed', { topic })
    publisher.listen(topic as TopicName, event.sender)
    return { ok: true, value: null }
  })

  return { refusedCount: () => refused }
}

/** A page we made, in its main frame, still on its own origin; else `null`. */
function trustedRole(event: IpcMainInvokeEvent, screens: ScreenRegistry): ScreenRole | null {
  const role = screens.roleOf(event.sender)
  const frame = event.senderFrame
  if (!role || !frame || frame !== event.sender.mainFrame) return null
  try {
    const url = new URL(frame.url)
    return url.protocol === `${SCREEN_SCHEME}:` && url.hostname === role ? role : null
  } catch {
    return null
  }
}

/**
 * Length of the message as JSON, with the bytes of files in it; `null` for what JSON cannot hold (functions never get
 * here, cycles and bigints do).
 */
function sizeOf(message: unknown): number | null {
  let bytes = 0
  const withoutFiles = (_key: string, value: unknown): unknown => {
    if (!(value instanceof Uint8Array)) return value
    bytes += value.byteLength
    return null
  }
  try {
    return (JSON.stringify(message, withoutFiles)?.length ?? 0) + bytes
  } catch {
    return null
  }
}
