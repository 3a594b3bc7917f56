import { scrypt, timingSafeEqual } from 'node:crypto'
import type { PasswordHash } from '../../shared/domain/staff/staff.ts'

/** 164 ms on the machine measured: slow enough for a guesser, short enough for a sign-in. 32 MiB of memory. */
const COST = { N: 2 ** 15, r: 8, p: 1 } as const
const HASH_BYTES = 32
export const SALT_BYTES = 16

function derive(
  password: string,
  salt: Buffer,
  cost: { N: number; r: number; p: number },
  bytes: number
): Promise<Buffer> {
  const maxmem = 256 * cost.N * cost.r
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, bytes, { ...cost, maxmem }, (error, key) =>
      error ? reject(error) : resolve(key)
    )
  })
}

export async function hashPassword(password: string, salt: Buffer): Promise<PasswordHash> {
  const hash = await derive(password, salt, COST, HASH_BYTES)
  return { scheme: 'scrypt', ...COST, salt: salt.toString('base64'), hash: hash.toString('base64') }
}

export async function passwordMatches(password: string, kept: PasswordHash): Promise<boolean> {
  const expected = Buffer.from(kept.hash, 'base64')
  const actual = await derive(password, Buffer.from(kept.salt, 'base64'), kept, expected.length)
  return timingSafeEqual(actual, expected)
}
