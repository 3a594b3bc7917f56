import type { StoreFailure, StoreFailureKind } from '../protocol.ts'

/**
 * What Chromium and Dexie throw when the database underneath is damaged, was closed or deleted, or is of a later
 * program. All of them end the same way: made anew from the log. `UnknownError` is LevelDB's corruption.
 */
const DAMAGE = new Set([
  'UnknownError',
  'DatabaseClosedError',
  'OpenFailedError',
  'VersionError',
  'UpgradeError',
  'NotFoundError',
  'InvalidStateError',
  'TimeoutError',
  'NotReadableError'
])

/** Says what an error means to main. Dexie wraps errors; the innermost one is what happened. */
export function failureOf(error: unknown): StoreFailure {
  const chain = errorChain(error)
  const kinds = chain.map(({ name }) => kindOf(name))
  const kind = (['full', 'damaged', 'aborted'] as const).find((wanted) => kinds.includes(wanted)) ?? 'fault'
  const { name, message } = chain.at(-1) ?? { name: 'Error', message: '' }
  return { kind, name, message }
}

function kindOf(name: string): StoreFailureKind {
  if (name === 'QuotaExceededError') return 'full'
  // A full disk and a damaged table both abort transactions; which it was shows when the database is opened again.
  if (name === 'AbortError') return 'aborted'
  return DAMAGE.has(name) ? 'damaged' : 'fault'
}

/** From the outside in; of many failures of one bulk the first. */
function errorChain(error: unknown): { name: string; message: string }[] {
  const chain: { name: string; message: string }[] = []
  let at: unknown = error
  while (at instanceof Object && chain.length < 8) {
    const { name, message, inner, failures } = at as Record<'name' | 'message' | 'inner' | 'failures', unknown>
    chain.push({ name: String(name ?? 'Error'), message: String(message ?? '').slice(0, 300) })
    at = inner ?? (Array.isArray(failures) ? failures[0] : undefined)
  }
  return chain
}
