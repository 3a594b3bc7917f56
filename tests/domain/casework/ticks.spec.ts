import { describe, expect, it } from 'vitest'
import { checkTicks, isGap, resultsFor } from '../../../shared/domain/casework/ticks.ts'
import { itemOf, ticksFor } from '../../support/builders.ts'

/** m2 电子证照、m3 数据共享免提交; m6 有残疾人时 (s1), m8 近亲属时 (s2), m9 代办时 (s3); m7 告知承诺. */
const item = itemOf('MZ-001')
/** m6 容缺后补 and 告知承诺, m7 容缺后补. */
const urgent = itemOf('MZ-003')
const ALL = { s1: 'yes', s2: 'yes', s3: 'yes' }
const NONE = { s1: 'no', s2: 'no', s3: 'no' }
const nameOf = (id: string): string | undefined => item.materials.find((m) => m.id === id)?.name
const materialOf = (id: string) => {
  const material = item.materials.find((m) => m.id === id)
  if (!material) throw new Error(`no material ${id}`)
  return material
}

describe('ticking the materials of an item', () => {
  it('every material that the situation asks for has a finding, under the name the item gives it', () => {
    expect(checkTicks(item, ALL, ticksFor(item, { m4: 'missing' }))).toEqual({
      ok: true,
      ticks: item.materials.map(({ id, name }) => ({
        materialId: id,
        name,
        result: id === 'm4' ? 'missing' : 'inOrder',
        reason: ''
      }))
    })
  })

  it('what the situation does not ask for is 不适用 without a tick, whatever was ticked before the answer changed', () => {
    const needed = ticksFor(item).filter((t) => !['m6', 'm8', 'm9'].includes(t.materialId))
    const checked = checkTicks(item, NONE, needed)
    const notApplicable = checked.ok ? checked.ticks.filter((t) => t.result === 'notApplicable') : []
    expect(notApplicable.map((t) => t.materialId)).toEqual(['m6', 'm8', 'm9'])
    expect(checkTicks(item, NONE, ticksFor(item, { m6: 'missing', m8: 'notMeeting' }))).toEqual(checked)
  })

  it('不适用 is no finding of a clerk: whether a material applies follows from the answers', () => {
    for (const { id } of item.materials) {
      expect(checkTicks(item, ALL, ticksFor(item, { [id]: 'notApplicable' }))).toMatchObject({
        ok: false,
        refusal: { code: 'tick-missing', materialId: id }
      })
    }
  })

  it('the order on paper is the order of the item, however the screen sent it', () => {
    expect(checkTicks(item, ALL, ticksFor(item).reverse())).toEqual(checkTicks(item, ALL, ticksFor(item)))
  })

  it('a material without a finding is named and refused', () => {
    const without = ticksFor(item).filter((t) => t.materialId !== 'm3')
    expect(checkTicks(item, ALL, without)).toMatchObject({
      ok: false,
      refusal: { code: 'tick-missing', materialId: 'm3', material: nameOf('m3') }
    })
    expect(checkTicks(item, ALL, [])).toMatchObject({ ok: false, refusal: { code: 'tick-missing', materialId: 'm1' } })
  })

  it('a material of another item is refused at its place, and so is a second finding of one', () => {
    for (const materialId of ['m99', 'm1']) {
      const ticks = [...ticksFor(item), { materialId, result: 'missing', reason: '' } as const]
      expect(checkTicks(item, ALL, ticks)).toEqual({
        ok: false,
        refusal: { code: 'tick-unknown-material', field: `ticks.${item.materials.length}.materialId` }
      })
    }
  })

  it.each(['notMeeting', 'corrected'] as const)('%s says why (许可法 32(3), 72: reasons are owed)', (result) => {
    const ticksWith = (reason: string) =>
      ticksFor(item).map((t) => (t.materialId === 'm2' ? { ...t, result, reason } : t))
    expect(checkTicks(item, ALL, ticksWith('  '))).toEqual({
      ok: false,
      refusal: { code: 'tick-reason-missing', field: 'ticks.1.reason', materialId: 'm2', material: nameOf('m2') }
    })
    const checked = checkTicks(item, ALL, ticksWith(' 缺第三页 '))
    expect(checked.ok && checked.ticks[1]?.reason).toBe('缺第三页')
  })

  it('a gap is what is missing or does not meet, nothing else', () => {
    expect(resultsFor(materialOf('m7')).filter((result) => isGap({ result }))).toEqual(['missing', 'notMeeting'])
    for (const result of ['inOrder', 'corrected', 'exempt', 'committed', 'deferred', 'notApplicable'] as const) {
      expect(isGap({ result })).toBe(false)
    }
  })

  it('an item that asks for nothing needs no ticks', () => {
    expect(checkTicks(itemOf('FY-003'), {}, [])).toEqual({ ok: true, ticks: [] })
  })
})

describe('what may stand for a material', () => {
  it('免提交 only where the office gets it itself (在线政务服务若干规定 7)', () => {
    for (const material of item.materials) {
      const allowed = material.waiver === 'DATA_SHARING' || material.waiver === 'E_LICENSE'
      expect(resultsFor(material).includes('exempt')).toBe(allowed)
      const checked = checkTicks(item, ALL, ticksFor(item, { [material.id]: 'exempt' }))
      if (allowed) expect(checked.ok).toBe(true)
      else expect(checked).toMatchObject({ refusal: { code: 'tick-not-exempt', materialId: material.id } })
    }
  })

  it('告知承诺 only where the item has the words of the promise (国办发〔2020〕42号)', () => {
    expect(checkTicks(item, ALL, ticksFor(item, { m7: 'committed' })).ok).toBe(true)
    expect(checkTicks(item, ALL, ticksFor(item, { m1: 'committed' }))).toMatchObject({
      refusal: { code: 'tick-no-commitment', field: 'ticks.0.result', material: nameOf('m1') }
    })
    const { commitment: _words, ...wordless } = materialOf('m7')
    const bare = { ...item, materials: item.materials.map((m) => (m.id === 'm7' ? wordless : m)) }
    expect(checkTicks(bare, ALL, ticksFor(bare, { m7: 'committed' }))).toMatchObject({
      refusal: { code: 'tick-no-commitment' }
    })
  })

  it('who has broken a promise makes no other, and may hand the certificate in (国办发〔2020〕42号)', () => {
    const blocked = { commitmentBlocked: true }
    expect(checkTicks(item, ALL, ticksFor(item, { m7: 'committed' }), blocked)).toMatchObject({
      refusal: { code: 'commitment-blocked', materialId: 'm7' }
    })
    expect(checkTicks(item, ALL, ticksFor(item), blocked).ok).toBe(true)
  })

  it('容缺后补 only what may follow (domain §7.2)', () => {
    const answers = { s1: 'person', s2: 'no' }
    expect(checkTicks(urgent, answers, ticksFor(urgent, { m6: 'deferred', m7: 'deferred' })).ok).toBe(true)
    expect(checkTicks(urgent, answers, ticksFor(urgent, { m1: 'deferred' }))).toMatchObject({
      refusal: { code: 'tick-not-deferrable', materialId: 'm1' }
    })
  })
})

describe('a mere receipt', () => {
  const receiptOnly = { receiptOnly: true }

  it('records what was handed in and nothing of the rest', () => {
    const inputs = ticksFor(item, { m3: 'notMeeting' }).filter((t) => t.materialId === 'm1' || t.materialId === 'm3')
    const checked = checkTicks(item, {}, inputs, receiptOnly)
    expect(checked.ok && checked.ticks.map((t) => [t.materialId, t.result])).toEqual([
      ['m1', 'inOrder'],
      ['m3', 'notMeeting']
    ])
    expect(checkTicks(item, {}, [], receiptOnly)).toEqual({ ok: true, ticks: [] })
  })

  it('takes no promise and puts nothing off: both belong to acceptance', () => {
    expect(checkTicks(item, ALL, ticksFor(item, { m7: 'committed' }), receiptOnly)).toMatchObject({
      refusal: { code: 'tick-not-at-receipt', materialId: 'm7' }
    })
    expect(checkTicks(urgent, {}, ticksFor(urgent, { m7: 'deferred' }), receiptOnly)).toMatchObject({
      refusal: { code: 'tick-not-at-receipt', materialId: 'm7' }
    })
  })
})
