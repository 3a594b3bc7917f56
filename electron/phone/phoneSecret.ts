import path from 'node:path'
import { createDurably, readWhole, removeIfThere } from '../log/files.ts'
import { type LogFs, nodeLogFs } from '../log/logFs.ts'

const FILE = 'phone.key'
/** As long as the hash that it keys (RFC 2104). */
const BYTES = 32

/**
 * The secret behind the addresses of tickets, from its file in the data folder; made at the first use, readable by the
 * program's own user alone. No fact: losing it only voids the codes on today's tickets. Throws the system's error.
 */
export function phoneSecret(folder: string, random: (size: number) => Uint8Array, fs: LogFs = nodeLogFs): Uint8Array {
  const kept = readWhole(fs, path.join(folder, FILE))
  if (kept?.length === BYTES) return kept
  // Cut off while it was written: no ticket can carry a check of it.
  if (kept) removeIfThere(fs, path.join(folder, FILE))
  const made = random(BYTES)
  createDurably(fs, folder, FILE, made)
  return made
}
