import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deferralShown } from '../../renderer/counter/desk/model/deferral.ts'
import { blankForm, type IntakeForm, toIntake, toReceipt } from '../../renderer/counter/desk/model/intake.ts'
import { otherActs } from '../../renderer/counter/desk/model/otherActs.ts'
import { outcomeOf } from '../../renderer/counter/desk/model/outcome.ts'
import { placesAfterItem, placesAfterPeople } from '../../renderer/counter/desk/model/places.ts'
import {
  askedOf,
  dependsOnProxy,
  firstQuestion,
  knownAnswers,
  materialList,
  openQuestions
} from '../../renderer/counter/desk/model/situations.ts'
import {
  askedFor,
  blankRows,
  choices,
  countRows,
  neighbour,
  placeAfter,
  RESULTS,
  resultOfKey,
  rowsOfReturn,
  settleRest,
  type TickRow
} from '../../renderer/counter/desk/model/ticks.ts'
import type { MaterialTick, TickResult } from '../../shared/domain/casework/case.ts'
import { checkTicks, resultsFor } from '../../shared/domain/casework/ticks.ts'
import type { Material, ServiceItem } from '../../shared/domain/catalogue/serviceItem.ts'
import { shippedItems } from '../../shared/domain/catalogue/shippedItems.ts'
import { checkAnswers } from '../../shared/domain/catalogue/situations.ts'

const { items } = shippedItems()
const itemOf = (id: string): ServiceItem => {
  const found = items.find((one) => one.id === id)
  if (!found) throw new Error(`the item ${id} of the examples is gone`)
  return found
}
/** Two questions and one that the proxy switch answers. */
const item = itemOf('MZ-001')
const NO = { s1: 'no', s2: 'no' }

const materials = items.flatMap((one) => one.materials)
const aMaterial = (fits: (material: Material) => boolean): Material => {
  const found = materials.find(fits)
  if (!found) throw new Error('the materials of the examples are gone')
  return found
}
const plain = aMaterial((m) => m.necessity === 'REQUIRED' && m.waiver === 'NONE')
const shared = aMaterial((m) => m.waiver === 'DATA_SHARING' && m.necessity === 'REQUIRED')
const promised = aMaterial((m) => m.waiver === 'COMMITMENT' && m.commitment !== undefined)
const later = aMaterial((m) => m.necessity === 'DEFERRABLE')

const formOf = (of: ServiceItem, change: Partial<IntakeForm> = {}): IntakeForm => ({
  ...blankForm(),
  itemId: of.id,
  ticks: blankRows(of),
  ...change
})

/** Every row with this result, other rows by their material. */
const marked = (of: ServiceItem, result: TickResult, others: Readonly<Record<string, Partial<TickRow>>> = {}) =>
  blankRows(of).map((row) => ({ ...row, result, ...others[row.materialId] }))

describe('the questions of an item', () => {
  test('those about a proxy are known from the switch and never asked', () => {
    expect(askedOf(item).map(({ id }) => id)).toEqual(['s1', 's2'])
    expect(dependsOnProxy(item)).toBe(true)
    for (const one of items) expect(askedOf(one).every(({ source }) => source === 'ASKED')).toBe(true)
  })

  test('are open until each that a material depends on is answered, as main has it', () => {
    for (const one of items) {
      const answers: Record<string, string> = {}
      while (openQuestions(one, answers)[0]) {
        const [open] = openQuestions(one, answers)
        expect(checkAnswers(one, answers, false)).toMatchObject({
          ok: false,
          refusal: { field: `answers.${open?.id}` }
        })
        if (open) answers[open.id] = open.options[0]?.id ?? ''
      }
      expect(checkAnswers(one, answers, false).ok, one.id).toBe(true)
    }
  })

  test('an answer that the item does not know any more is not sent', () => {
    expect(knownAnswers(item, { s1: 'yes', s2: 'perhaps', s9: 'yes' })).toEqual({ s1: 'yes' })
  })
})

describe('the list of materials', () => {
  const names = (form: IntakeForm) => materialList(item, form).listed.map(({ material }) => material.id)

  test('has what the answers ask for and counts what is open still', () => {
    const form = formOf(item)
    expect(names(form)).toEqual(['m1', 'm2', 'm3', 'm4', 'm5', 'm7'])
    expect(materialList(item, form).unknown).toBe(2)
    expect(names({ ...form, answers: { s1: 'yes', s2: 'no' } })).toContain('m6')
    expect(names({ ...form, answers: { s1: 'yes', s2: 'no' } })).not.toContain('m8')
    expect(materialList(item, { ...form, answers: NO }).unknown).toBe(0)
  })

  test('a proxy brings the power of attorney onto it', () => {
    expect(names(formOf(item, { answers: NO }))).not.toContain('m9')
    expect(names(formOf(item, { answers: NO, hasProxy: true }))).toContain('m9')
  })

  test('what a changed answer takes off the list keeps its mark and comes back with it', () => {
    const form = formOf(item, {
      answers: { s1: 'yes', s2: 'no' },
      ticks: marked(item, 'inOrder', { m6: { result: 'notMeeting', reason: '过期' } })
    })
    const away = { ...form, answers: NO }
    expect(toIntake(away, item).ticks.map(({ materialId }) => materialId)).not.toContain('m6')
    const back = { ...away, answers: { s1: 'yes', s2: 'no' } }
    expect(toIntake(back, item).ticks.find(({ materialId }) => materialId === 'm6')).toMatchObject({ reason: '过期' })
  })
})

describe('keys of a material', () => {
  test('1, 2 and 3 mean 齐全, 缺 and 不符合, 7 means 当场更正, for every material', () => {
    for (const material of materials) {
      expect(['1', '2', '3', '7'].map((key) => resultOfKey(key, material))).toEqual([
        'inOrder',
        'missing',
        'notMeeting',
        'corrected'
      ])
    }
  })

  test('4 免提交, 5 告知承诺 and 6 容缺后补 are there only where the item allows them', () => {
    const keys = (material: Material) => choices(material).map(({ key }) => key)
    expect(keys(plain)).toEqual(['1', '2', '3', '7'])
    expect(keys(shared)).toEqual(['1', '2', '3', '4', '7'])
    expect(keys(promised)).toContain('5')
    expect(keys(later)).toContain('6')
  })

  test('there is a key for exactly what main takes', () => {
    for (const material of materials) {
      expect([...choices(material).map(({ result }) => result)].sort()).toEqual([...resultsFor(material)].sort())
    }
  })

  test('left and right stay within what the material allows', () => {
    expect(neighbour(null, 1, plain)).toBe('inOrder')
    expect(neighbour(null, -1, plain)).toBe('corrected')
    expect(neighbour('inOrder', -1, plain)).toBe('inOrder')
    expect(neighbour('notMeeting', 1, plain)).toBe('corrected')
    expect(neighbour('notMeeting', 1, shared)).toBe('exempt')
    for (const material of item.materials) {
      for (const result of [null, ...RESULTS]) {
        const allowed = choices(material).map((choice) => choice.result)
        expect(allowed).toContain(neighbour(result, 1, material))
        expect(allowed).toContain(neighbour(result, -1, material))
      }
    }
  })
})

describe('rows', () => {
  test('a fresh visitor has every material of the item, none looked at', () => {
    const rows = blankRows(item)
    expect(rows.map((one) => one.materialId)).toEqual(item.materials.map((one) => one.id))
    expect(countRows(rows).open).toBe(item.materials.length)
  })

  test('在线政务服务若干规定 7: 0 settles the rest as in order, and as 免提交 what data sharing gets', () => {
    const form = formOf(item, { answers: NO })
    const ticks = form.ticks.map((row) => (row.materialId === 'm2' ? { ...row, result: 'missing' as const } : row))
    const settled = settleRest(ticks, materialList(item, form).listed)
    const result = (id: string) => settled.find(({ materialId }) => materialId === id)?.result
    expect(result('m1')).toBe('inOrder')
    expect(result('m2')).toBe('missing')
    expect(result('m3')).toBe('exempt')
    expect(result('m8')).toBeNull()
  })

  test('0 is taken by main for every item of the list', () => {
    for (const one of items) {
      const answers = Object.fromEntries(askedOf(one).map(({ id, options }) => [id, options[0]?.id ?? '']))
      const form = formOf(one, { answers })
      const settled = { ...form, ticks: settleRest(form.ticks, materialList(one, form).listed) }
      const complete = checkAnswers(one, answers, false)
      expect(complete.ok && checkTicks(one, complete.answers, toIntake(settled, one).ticks).ok, one.id).toBe(true)
      expect(outcomeOf(one, settled).kind).toBe('accept')
    }
  })

  test('a visitor who comes back is asked again only for what was wanting', () => {
    const before: MaterialTick[] = item.materials.map(({ id, name }, at) => ({
      materialId: id,
      name,
      result:
        at === 1
          ? 'missing'
          : at === 2
            ? 'notMeeting'
            : at === 5
              ? 'notApplicable'
              : at === 6
                ? 'corrected'
                : 'inOrder',
      reason: at === 2 ? '过期' : at === 6 ? '补签了姓名' : ''
    }))
    const rows = rowsOfReturn(item, before)
    expect(rows.flatMap((one, at) => (one.result === null ? [at] : []))).toEqual([1, 2, 5])
    expect(rows[6]).toMatchObject({ result: 'corrected', reason: '补签了姓名' })
    expect([...askedFor(before).keys()]).toEqual(['m2', 'm3'])
  })

  test('a material the case did not know is to be looked at', () => {
    const [first] = item.materials
    const before = first ? [{ materialId: first.id, name: first.name, result: 'inOrder' as const, reason: '' }] : []
    expect(countRows(rowsOfReturn(item, before))).toMatchObject({ inOrder: 1, open: item.materials.length - 1 })
  })

  test('after a row the hands go to the next listed one not looked at, round to the top, and last to the outcome', () => {
    const listed = (...results: (TickResult | null)[]) =>
      results.map((result, at) => ({ index: at * 2, row: { materialId: `m${at}`, result, reason: '' } }))
    const rows = listed(null, 'inOrder', 'inOrder', null)
    expect(placeAfter(rows, 2)).toBe('ticks.6')
    expect(placeAfter(rows, 6)).toBe('ticks.0')
    expect(placeAfter(listed('inOrder', 'missing'), 2)).toBe('outcome')
    expect(placeAfter(listed('inOrder'), 0)).toBe('outcome')
  })
})

describe('where the hands go', () => {
  test('to the first question, then to the applicant, then to the first material', () => {
    const form = formOf(item)
    expect(placesAfterItem(item, form)).toEqual(['answers.s1'])
    expect(placesAfterItem(item, { ...form, answers: { s1: 'no' } })).toEqual(['answers.s2'])
    expect(placesAfterItem(item, { ...form, answers: NO })).toEqual(['applicant.name'])
    expect(placesAfterPeople(item, { ...form, answers: NO })[0]).toBe('ticks.0')
    expect(firstQuestion(item, NO)).toBeNull()
  })

  test('past an applicant who is known already', () => {
    const form = formOf(item, { answers: NO })
    Object.assign(form.applicant, { name: '欧阳娜娜', idNumber: '11010519491231002X', noPhone: true })
    expect(placesAfterItem(item, form)[0]).toBe('ticks.0')
  })

  test('from call to paper a simple item on the spot takes at most 15 keys beyond the applicant’s data', () => {
    const quick = items.find(
      (one) => one.caseType === 'INSTANT' && askedOf(one).length === 0 && one.materials.length > 0
    )
    if (!quick) throw new Error('no simple item among the examples')
    const keys = ['F5', 'F8', ...'abcd', 'Enter']
    // The item is chosen; the hands are at the name, and Enter leads through number, phone and address to the list.
    let form = formOf(quick)
    expect(placesAfterItem(quick, form)).toEqual(['applicant.name'])
    keys.push('Enter', 'Enter', 'Enter', 'Enter')
    expect(placesAfterPeople(quick, form)[0]).toMatch(/^ticks\./)
    keys.push('0')
    form = { ...form, ticks: settleRest(form.ticks, materialList(quick, form).listed) }
    expect(outcomeOf(quick, form)).toMatchObject({ kind: 'accept', decide: true })
    keys.push('Ctrl+Enter', 'Enter')
    expect(keys.length).toBeLessThanOrEqual(15)
  })
})

describe('what comes out', () => {
  const outcome = (ticks: TickRow[], change: Partial<IntakeForm> = {}) =>
    outcomeOf(item, formOf(item, { answers: NO, ticks, ...change }))

  test('no item, no paper; an item without materials is accepted', () => {
    expect(outcomeOf(null, blankForm())).toEqual({ kind: 'noItem' })
    expect(outcomeOf({ ...item, materials: [], situations: [] }, blankForm())).toMatchObject({ kind: 'accept' })
  })

  test('首问负责: a matter in no catalogue is registered, or answered when there is an answer', () => {
    const asking = { ...blankForm(), asking: true, topic: '路灯坏了' }
    expect(outcomeOf(null, asking)).toEqual({ kind: 'enquiry', answered: false, registered: false })
    expect(outcomeOf(null, { ...asking, answerText: '已转城管' })).toMatchObject({ answered: true })
  })

  test('许可法 32(4): the list is whole only when the questions are answered', () => {
    expect(outcome(marked(item, 'inOrder'), { answers: { s1: 'no' } })).toEqual({
      kind: 'question',
      questions: 1,
      place: 'answers.s2'
    })
  })

  test('a row nobody has looked at comes before everything', () => {
    expect(outcome(marked(item, 'missing', { m2: { result: null }, m3: { result: null } }))).toEqual({
      kind: 'open',
      rows: 2,
      first: 1
    })
  })

  test('许可法 32(3): what does not meet, and what was put right, has to say so; what is missing need not', () => {
    expect(outcome(marked(item, 'inOrder', { m2: { result: 'notMeeting', reason: '　 ' } }))).toEqual({
      kind: 'reason',
      first: 1
    })
    expect(outcome(marked(item, 'inOrder', { m2: { result: 'corrected' } }))).toMatchObject({ kind: 'reason' })
    expect(outcome(marked(item, 'inOrder', { m2: { result: 'corrected', reason: '补签' } }))).toMatchObject({
      kind: 'accept'
    })
    expect(outcome(marked(item, 'inOrder', { m2: { result: 'missing' } }))).toEqual({ kind: 'notice', gaps: 1 })
  })

  test('what is not listed is no gap', () => {
    expect(outcome(marked(item, 'inOrder', { m8: { result: 'missing' } }))).toMatchObject({ kind: 'accept' })
  })

  test('许可法 34: an item on the spot is decided at once, unless a piece is still to come', () => {
    const spot: ServiceItem = {
      ...item,
      caseType: 'INSTANT',
      situations: [],
      materials: [plain, { ...later, id: 'm99' }]
    }
    const on = (result: TickResult) =>
      outcomeOf(spot, formOf(spot, { ticks: marked(spot, 'inOrder', { m99: { result } }) }))
    expect(on('inOrder')).toMatchObject({ kind: 'accept', decide: true })
    expect(on('deferred')).toMatchObject({ kind: 'accept', decide: false, deferred: 1 })
  })

  test('the desk promises acceptance or a notice exactly where main grants it', () => {
    const anyRows = fc.tuple(
      ...item.materials.map((material) =>
        fc.record({
          materialId: fc.constant(material.id),
          result: fc.constantFrom<TickResult | null>(null, ...choices(material).map(({ result }) => result)),
          reason: fc.constantFrom('', ' ', '过期')
        })
      )
    )
    const answer = fc.constantFrom('yes', 'no')
    fc.assert(
      fc.property(anyRows, answer, answer, fc.boolean(), (ticks, s1, s2, hasProxy) => {
        const form = formOf(item, { answers: { s1, s2 }, hasProxy, ticks })
        const complete = checkAnswers(item, { s1, s2 }, hasProxy)
        const { kind } = outcomeOf(item, form)
        const granted = complete.ok && checkTicks(item, complete.answers, toIntake(form, item).ticks).ok
        expect(granted).toBe(kind === 'accept' || kind === 'notice')
      })
    )
  })

  test('收件 names only what was looked at, and nothing that belongs to the acceptance', () => {
    const form = formOf(item, { ticks: marked(item, 'inOrder', { m1: { result: null }, m7: { result: 'committed' } }) })
    const sent = toReceipt(form, item).ticks
    expect(sent.map(({ materialId }) => materialId)).toEqual(['m2', 'm3', 'm4', 'm5'])
    expect(checkTicks(item, {}, sent, { receiptOnly: true }).ok).toBe(true)
  })
})

describe('容缺后补', () => {
  test('the time that is shown is never longer than the promise of the whole', () => {
    const days = (value: number, unit: 'WORKING_DAY' | 'CALENDAR_DAY' = 'WORKING_DAY') => ({ value, unit })
    expect(deferralShown(days(7), days(20))).toEqual(days(7))
    expect(deferralShown(days(7), days(5))).toEqual(days(5))
    expect(deferralShown(days(7), days(5, 'CALENDAR_DAY'))).toEqual(days(7))
  })
})

describe('the other things', () => {
  const accept = { kind: 'accept', decide: true, deferred: 0, committed: 0 } as const

  test('are offered where they make sense', () => {
    expect(otherActs({ kind: 'noItem' }, false, null)).toEqual([])
    expect(otherActs({ kind: 'enquiry', answered: false, registered: false }, false, null)).toEqual([
      'outsideAuthority'
    ])
    expect(otherActs({ kind: 'open', rows: 1, first: 0 }, true, null)).toEqual([
      'receive',
      'tell',
      'register',
      'outsideAuthority',
      'notRequired'
    ])
    expect(otherActs(accept, true, null)[0]).toBe('acceptOnly')
  })

  test('whoever has handed something in does not merely ask any more', () => {
    expect(otherActs(accept, true, 'supplement')).not.toContain('tell')
    expect(otherActs(accept, true, 'answered')).not.toContain('register')
    expect(otherActs(accept, true, 'enquiry')).toContain('tell')
  })
})
