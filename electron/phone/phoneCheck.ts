import { createHmac, timingSafeEqual } from 'node:crypto'

/** 9 bytes, 12 letters of base64url: short enough for the QR of a narrow roll, and 72 bits that nobody guesses. */
const CHECK_BYTES = 9

/** What an address carries beside the ticket, so that nobody walks through the numbers (HMAC-SHA-256, shortened). */
export const checkOf = (secret: Uint8Array, ticketId: string): string =>
  createHmac('sha256', secret).update(ticketId).digest().subarray(0, CHECK_BYTES).toString('base64url')

/** Does the check belong to the ticket? Takes as long for a wrong one as for a right one. */
export function isCheck(secret: Uint8Array, ticketId: string, check: unknown): check is string {
  if (typeof check !== 'string') return false
  const right = Buffer.from(checkOf(secret, ticketId))
  const given = Buffer.from(check)
  return given.length === right.length && timingSafeEqual(given, right)
}

/** The address in the QR of a ticket. `host`: name or IPv4. */
export const ticketUrl = (secret: Uint8Array, host: string, port: number, ticketId: string): string =>
  `http://${host}:${port}/t/${ticketId}?c=${checkOf(secret, ticketId)}`
