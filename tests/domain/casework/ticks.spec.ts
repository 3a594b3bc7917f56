import { describe, expect, it } from 'vitest'
import { checkTicks, isGap, mayBeNotApplicable } from '../../../shared/domain/casework/ticks.ts'
import { itemOf, ticksFor } from '../../support/builders.ts'

/** m1 必要、须提交; m2 数据共享免提交; m8 特定情形必要. */
const item = itemOf('MZ-001')
const nameOf = (id: string): string | undefined => item.materials.find((m) => m.id === id)?.name

describe('ticking the materials of an item', () => {
  it('every material has an answer, under the name the item gives it', () => {
    const checked = checkTicks(item, ticksFor(item, { m4: 'missing' }))
    expect(checked).toEqual({
      ok: true,
      ticks: item.materials.map(({ id, name }) => ({
        materialId: id,
        name,
        result: id === 'm4' ? 'missing' : 'inOrder',
        reason: ''
      }))
    })
  })

  it('the order on paper is the order of the item, however the screen sent it', () => {
    expect(checkTicks(item, ticksFor(item).reverse())).toEqual(checkTicks(item, ticksFor(item)))
  })

  it('a material without an answer is named and refused', () => {
    const material = nameOf('m3')
    expect(
      checkTicks(
        item,
        ticksFor(item).filter((t) => t.materialId !== 'm3')
      )
    ).toMatchObject({
      ok: false,
      refusal: { code: 'tick-missing', materialId: 'm3', material }
    })
    expect(checkTicks(item, [])).toMatchObject({ ok: false, refusal: { code: 'tick-missing', materialId: 'm1' } })
  })

  it('a material of another item is refused at its place', () => {
    const ticks = [...ticksFor(item), { materialId: 'm99', result: 'inOrder', reason: '' } as const]
    expect(checkTicks(item, ticks)).toEqual({
      ok: false,
      refusal: { code: 'tick-unknown-material', field: `ticks.${item.materials.length}.materialId` }
    })
  })

  it('two answers for one material are refused: neither may be dropped in silence', () => {
    const ticks = [...ticksFor(item), { materialId: 'm1', result: 'missing', reason: '' } as const]
    expect(checkTicks(item, ticks)).toEqual({
      ok: false,
      refusal: { code: 'tick-unknown-material', field: `ticks.${item.materials.length}.materialId` }
    })
  })

  it('what does not meet says why (许可法 72: reasons are owed)', () => {
    const ticks = ticksFor(item).map((t) =>
      t.materialId === 'm2' ? { ...t, result: 'notMeeting' as const, reason: '  ' } : t
    )
    expect(checkTicks(item, ticks)).toEqual({
      ok: false,
      refusal: { code: 'tick-reason-missing', field: 'ticks.1.reason', materialId: 'm2', material: nameOf('m2') }
    })
  })

  it('a reason is kept without its outer blanks', () => {
    const ticks = ticksFor(item).map((t) =>
      t.materialId === 'm2' ? { ...t, result: 'notMeeting' as const, reason: ' 缺第三页 ' } : t
    )
    const checked = checkTicks(item, ticks)
    expect(checked.ok && checked.ticks[1]?.reason).toBe('缺第三页')
  })

  it('不适用 is an answer only where the material depends on the case, may follow, or may not be asked for (规定 7)', () => {
    for (const material of item.materials) {
      const allowed = material.necessity !== 'REQUIRED' || material.waiver !== 'NONE'
      expect(mayBeNotApplicable(material)).toBe(allowed)
      const checked = checkTicks(item, ticksFor(item, { [material.id]: 'notApplicable' }))
      if (allowed) expect(checked.ok).toBe(true)
      else expect(checked).toMatchObject({ ok: false, refusal: { code: 'tick-missing', materialId: material.id } })
    }
    // The item has both kinds, so neither branch is empty.
    expect(new Set(item.materials.map(mayBeNotApplicable)).size).toBe(2)
  })

  it('a gap is what is missing or does not meet', () => {
    expect(
      (['inOrder', 'missing', 'notMeeting', 'notApplicable'] as const).filter((result) => isGap({ result }))
    ).toEqual(['missing', 'notMeeting'])
  })

  it('an item that asks for nothing needs no answers', () => {
    expect(checkTicks(itemOf('FY-003'), [])).toEqual({ ok: true, ticks: [] })
  })
})
