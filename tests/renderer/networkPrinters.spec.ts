import { describe, expect, it } from 'vitest'
import { choicesOf, fillOf, describe as say } from '../../renderer/counter/admin/printer/networkFill.ts'
import { targetOf, targetSchema, valuesOf } from '../../renderer/counter/admin/printer/targetSchema.ts'
import type { NetworkPrinter } from '../../shared/projections/views.ts'

const OFFICE: NetworkPrinter = {
  kind: 'ipp',
  name: '前台打印机',
  address: 'ipp://192.168.1.20/ipp/print',
  host: '192.168.1.20',
  port: 631,
  model: 'Muster MX 3000',
  location: '一楼大厅',
  pdf: true
}
const RECEIPTS: NetworkPrinter = {
  ...OFFICE,
  kind: 'raw',
  name: '',
  address: '192.168.1.30:9100',
  host: '192.168.1.30',
  port: 9100,
  model: '',
  location: '',
  pdf: null
}

describe('a printer found on the network', () => {
  const empty = valuesOf({ kind: 'folder' })

  it('fills the form so that it can be saved as it is', () => {
    const filled = { ...empty, ...fillOf(OFFICE, '', [OFFICE]) }
    expect(targetOf(targetSchema.parse(filled))).toEqual({ kind: 'ipp', uri: OFFICE.address, name: OFFICE.name })
    const roll = { ...empty, ...fillOf(RECEIPTS, '取号机', [RECEIPTS]), name: '取号机' }
    expect(targetOf(targetSchema.parse(roll))).toMatchObject({ kind: 'raw', host: '192.168.1.30', port: 9100 })
  })

  it('a name that somebody typed stays, one of another printer found goes', () => {
    const other = { ...OFFICE, name: '二楼' }
    expect(fillOf(OFFICE, '我的打印机', [OFFICE, other]).name).toBeUndefined()
    expect(fillOf(OFFICE, '二楼', [OFFICE, other]).name).toBe('前台打印机')
    expect(fillOf(RECEIPTS, '', [RECEIPTS]).name).toBeUndefined()
  })

  it('receipt printers are offered for tickets only', () => {
    expect(choicesOf([OFFICE, RECEIPTS], true)).toHaveLength(2)
    expect(choicesOf([OFFICE, RECEIPTS], false)).toEqual([OFFICE])
  })

  it('says what it is, where it stands, and what speaks against it', () => {
    expect(say(OFFICE)).toBe('Muster MX 3000 · 位置：一楼大厅 · IPP ipp://192.168.1.20/ipp/print')
    expect(say({ ...OFFICE, pdf: false })).toContain('不认 PDF')
    expect(say(RECEIPTS)).toContain('不一定是小票打印机')
  })
})
