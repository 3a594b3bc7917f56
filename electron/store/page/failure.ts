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
  'AbortError',
  'TimeoutError',
  'NotReadableError'
])

/** Says what an error means to main. Dexie wraps errors; the innermost one is what happened. */
export function failureOf(error: unknown): StoreFailure {
  const chain = errorChain(error)
  const deepest = chain.at(-1)
  const kind = chain.map(({ name }) => kindOf(name)).find((known) => known !== 'fault') ?? 'fault'
  const full = chain.some(({ name }) => kindOf(name) === 'full')
  return { kind: full ? 'full' : kind, name: deepest?.name ?? 'Error', message: deepest?.message ?? '' }
}

function kindOf(name: string): StoreFailureKind {
  if (name === 'QuotaExceededError') return 'full'
  return DAMAGE.has(name) ? 'damaged' : 'fault'
}

function errorChain(error: unknown): { name: string; message: string }[] {
  const chain: { name: string; message: string }[] = []
  for (let at = error; at instanceof Object && chain.length < 8; at = (at as { inner?: unknown }).inner) {
    const { name, message } = at as { name?: unknown; message?: unknown }
    chain.push({ name: String(name ?? 'Error'), message: String(message ?? '').slice(0, 300) })
  }
  return chain
}
