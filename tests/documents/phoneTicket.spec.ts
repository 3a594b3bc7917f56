import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ticketUrl } from '../../electron/phone/phoneCheck.ts'
import { layoutReceipt } from '../../shared/documents/receipt/layoutReceipt.ts'
import { ROLLS } from '../../shared/documents/receipt/rolls.ts'
import { codesOn, openPress, type Press, pagesOf } from './printed.ts'
import { ticket } from './samples.ts'

vi.setConfig({ testTimeout: 60_000 })

let press: Press

beforeAll(async () => {
  press = await openPress()
}, 60_000)

afterAll(() => press.close())

const SECRET = new Uint8Array(32).fill(1)
const usual = ticketUrl(SECRET, '192.168.100.100', 65_535, '20261123-A0071')
/** The longest name that a hall may set. */
const longest = ticketUrl(SECRET, `${'a'.repeat(95)}.test`, 65_535, '20261123-A0071')

describe('a ticket with a page for phones', () => {
  test.each([
    [80, usual],
    [58, usual],
    [80, longest],
    [58, longest]
  ] as const)('on a roll of %d mm has the code of its address, and says what it is for: %s', async (roll, phoneUrl) => {
    const file = await press.print({ ...ticket, phoneUrl }, 0, roll)
    expect(codesOn(file, 1)).toEqual([`QR-Code:${phoneUrl}`])
    expect(pagesOf(file)).toHaveLength(1)
    expect(pagesOf(file)[0]).toContain('扫码看排队')
  })

  test.each([80, 58] as const)('so has one for a receipt printer of %d mm', (width) => {
    const parts = layoutReceipt({ ...ticket, phoneUrl: usual }, { template: 1, reprint: 0, roll: ROLLS[width] }) ?? []
    const code = parts.findIndex((part) => part.kind === 'qr')
    expect(parts[code]).toEqual({ kind: 'qr', data: usual })
    expect(parts[code + 1]).toMatchObject({ kind: 'text', text: '扫码看排队', align: 'center' })
  })

  test('without one it is as it always was', async () => {
    const file = await press.print(ticket)
    expect(codesOn(file, 1)).toEqual([`QR-Code:${ticket.ticketId}`])
    expect(pagesOf(file)[0]).not.toContain('扫码')
    const parts = layoutReceipt(ticket, { template: 1, reprint: 0, roll: ROLLS[80] }) ?? []
    expect(parts.filter((part) => part.kind === 'qr')).toEqual([{ kind: 'qr', data: ticket.ticketId }])
    expect(JSON.stringify(parts)).not.toContain('扫码')
  })
})
