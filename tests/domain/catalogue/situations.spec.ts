import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Material, type ServiceItem, serviceItemSchema } from '../../../shared/domain/catalogue/serviceItem.ts'
import { shippedItems } from '../../../shared/domain/catalogue/shippedItems.ts'
import {
  type Answers,
  checkAnswers,
  liftItem,
  materialNeed,
  neededMaterials,
  proxyAnswer,
  situationsOf,
  usedSituations
} from '../../../shared/domain/catalogue/situations.ts'
import { itemOf } from '../../support/builders.ts'
import { anyItem } from './itemArbitrary.ts'

const { items } = shippedItems()

/** The item as it was recorded before there were questions. */
function asRecorded(item: ServiceItem): ServiceItem {
  const { situations: _gone, ...rest } = item
  const materials = item.materials.map(({ when: _when, ...material }) => material)
  return serviceItemSchema.parse({ ...rest, materials })
}

const ids = (materials: readonly Material[]): string[] => materials.map(({ id }) => id)

/** Every way to answer an item's questions, with and without a proxy. */
function everyAnswer(item: ServiceItem): Answers[] {
  return situationsOf(item).reduce<Answers[]>(
    (all, { id, options }) => all.flatMap((one) => options.map((option) => ({ ...one, [id]: option.id }))),
    [{}]
  )
}

describe('the sample items', () => {
  it.each(items.map((item) => [item.id, item] as const))(
    '%s has a rule for every conditional material, and every question and option decides something',
    (_, item) => {
      const conditional = item.materials.filter((m) => m.necessity === 'CONDITIONAL')
      expect(conditional.filter((m) => m.when === undefined)).toEqual([])
      expect([...usedSituations(item)].sort()).toEqual(situationsOf(item).map(({ id }) => id))
      for (const { id, options } of situationsOf(item)) {
        const lists = options.map((o) =>
          ids(item.materials.filter((m) => materialNeed(m, { [id]: o.id }) === 'needed'))
        )
        expect(new Set(lists.map(String)).size, id).toBeGreaterThan(1)
      }
    }
  )

  it('ask 36 materials by the answer, and whether there is a proxy is never asked', () => {
    const conditional = items.flatMap((item) => item.materials.filter((m) => m.when !== undefined))
    expect(conditional).toHaveLength(36)
    for (const item of items) {
      for (const { question, source } of situationsOf(item)) {
        expect(question).toMatch(/吗？$|？$/u)
        expect(source === 'PROXY').toBe(/代办/u.test(question))
      }
    }
  })

  it('know of every piece that may be promised what must be proved, what is promised and what follows (国办发〔2020〕42号)', () => {
    const promised = items.flatMap((item) => item.materials.filter((m) => m.waiver === 'COMMITMENT'))
    expect(promised).toHaveLength(17)
    for (const material of promised) {
      expect(material.commitment?.version).toBe(1)
      expect(material.commitment?.content).toMatch(/属实|如实|符合|已经/u)
      expect(material.commitment?.consequence).toMatch(/不实/u)
    }
  })

  it('say how long the local part of an escalated case takes, and who decides it', () => {
    const escalated = items.filter((item) => item.caseType === 'ESCALATED')
    expect(escalated).toHaveLength(29)
    for (const { upperAuthority, localLimit, promisedLimit } of escalated) {
      expect(upperAuthority).toMatch(/^[市区]/u)
      expect(localLimit?.unit).toBe(promisedLimit.unit)
      expect(localLimit?.value).toBeLessThan(promisedLimit.value)
    }
    // 民发〔2021〕43号: 15 of 25 working days are the street's, so are 12 of the 20 that are promised.
    expect(itemOf('MZ-002').localLimit).toEqual({ value: 12, unit: 'WORKING_DAY' })
  })

  it('name the offices of a joint case with shorter times of their own', () => {
    const joint = items.filter((item) => item.caseType === 'JOINT')
    expect(joint.map(({ id }) => id)).toEqual(['GT-001', 'GT-002', 'JH-005'])
    for (const { jointOffices = [], promisedLimit } of joint) {
      expect(jointOffices.length).toBeGreaterThan(1)
      for (const { limit } of jointOffices) expect(limit.value).toBeLessThan(promisedLimit.value)
    }
  })

  it('of licences have ten working days for delivery (行政许可法 44) and ten days of extension, fifteen when joint (42)', () => {
    const licences = items.filter((item) => item.itemTypeCode === '01')
    expect(licences.map(({ id, extensionMax }) => [id, extensionMax])).toEqual([
      ['GT-002', 15],
      ['GT-004', 10],
      ['NY-003', 10]
    ])
    expect(licences.every(({ deliveryLimit }) => deliveryLimit?.value === 10)).toBe(true)
    expect(items.filter((item) => item.deliveryLimit).length).toBe(licences.length)
  })

  it('give a deferred piece the time that its note says', () => {
    const limits = items.flatMap((item) =>
      item.materials.flatMap((m) => (m.deferLimit ? [[item.id, m.id, m.deferLimit.value]] : []))
    )
    expect(limits).toEqual([
      ['MZ-004', 'm3', 10],
      ['JH-006', 'm2', 7]
    ])
  })
})

describe('an item that was recorded before there were questions', () => {
  const old = asRecorded(itemOf('MZ-001'))

  it('gets one question for each wording of a condition; what is about a proxy is not asked', () => {
    expect(situationsOf(old).map(({ id, question, source }) => [id, question, source])).toEqual([
      ['s1', '家庭有残疾人或重病患者吗？', 'ASKED'],
      ['s2', '存在近亲属关系吗？', 'ASKED'],
      ['s3', '由他人代办吗？', 'PROXY']
    ])
    expect(liftItem(old).materials.find(({ id }) => id === 'm9')?.when).toEqual([{ situation: 's3', options: ['yes'] }])
  })

  it('asks for the same materials as a new one would, whatever is answered with yes and no', () => {
    for (const answers of everyAnswer(old)) {
      expect(ids(neededMaterials(old, answers))).toEqual(ids(neededMaterials(itemOf('MZ-001'), answers)))
    }
  })

  it('asks once for conditions in the same words, and for all words about a proxy', () => {
    const condition = (id: string, words: string) => ({ ...old.materials[5], id, condition: words })
    const materials = [
      condition('m1', '由他人代办时'),
      condition('m2', '委托他人办理的'),
      condition('m3', '系统比对不一致时'),
      condition('m4', '系统比对不一致时')
    ]
    const lifted = liftItem(serviceItemSchema.parse({ ...old, materials }))
    expect(lifted.situations?.map(({ question }) => question)).toEqual(['由他人代办吗？', '系统比对不一致吗？'])
    expect(lifted.materials.map((m) => m.when?.[0]?.situation)).toEqual(['s1', 's1', 's2', 's2'])
  })

  it('keeps the rules that it has, and gets questions under numbers that are free', () => {
    const [situation] = itemOf('MZ-001').situations ?? []
    const mixed = { ...old, situations: situation ? [{ ...situation, id: 's2' }] : [] }
    const lifted = liftItem(mixed)
    expect(lifted.situations?.map(({ id }) => id)).toEqual(['s2', 's3', 's4', 's5'])
    expect(new Set(lifted.situations?.map(({ id }) => id)).size).toBe(4)
  })

  it('is lifted once and for all, and what comes of it keeps the shape of an item', () => {
    fc.assert(
      fc.property(anyItem.map(asRecorded), (item) => {
        const lifted = liftItem(item)
        expect(serviceItemSchema.safeParse(lifted).success).toBe(true)
        expect(liftItem(lifted)).toBe(lifted)
        expect(lifted.materials.filter((m) => m.necessity === 'CONDITIONAL' && !m.when)).toEqual([])
        expect({ ...asRecorded(lifted) }).toEqual(item)
      })
    )
  })

  it('that has no conditional material is as it was', () => {
    const plain = itemOf('BM-001')
    expect(liftItem(plain)).toBe(plain)
    expect(situationsOf(plain)).toEqual([])
  })
})

describe('which materials are needed', () => {
  const item = itemOf('YB-001')
  const material = (id: string): Material => {
    const found = item.materials.find((m) => m.id === id)
    if (!found) throw new Error(`no material ${id}`)
    return found
  }
  const need = (id: string, answers: Answers) => materialNeed(material(id), answers)

  it('is decided by the answer: the newborn brings the household book, the one with a residence permit that permit', () => {
    expect([need('m3', { s1: 'newborn' }), need('m4', { s1: 'newborn' })]).toEqual(['needed', 'notNeeded'])
    expect([need('m3', { s1: 'resident' }), need('m4', { s1: 'resident' })]).toEqual(['notNeeded', 'needed'])
    expect([need('m3', { s1: 'matched' }), need('m4', { s1: 'matched' })]).toEqual(['notNeeded', 'notNeeded'])
    expect([need('m1', {}), need('m3', {})]).toEqual(['needed', 'unknown'])
  })

  it('needs all rules of a material to hold, and one that fails settles it', () => {
    const both: Material = {
      ...material('m3'),
      when: [
        { situation: 's1', options: ['a'] },
        { situation: 's2', options: ['yes'] }
      ]
    }
    expect(materialNeed(both, { s1: 'a', s2: 'yes' })).toBe('needed')
    expect(materialNeed(both, { s1: 'b' })).toBe('notNeeded')
    expect(materialNeed(both, { s2: 'no' })).toBe('notNeeded')
    expect(materialNeed(both, { s1: 'a' })).toBe('unknown')
  })

  it('is known of every material once everything is answered', () => {
    for (const one of items) {
      for (const answers of everyAnswer(one)) {
        expect(one.materials.map((m) => materialNeed(m, answers))).not.toContain('unknown')
      }
    }
  })
})

describe('the answers of a visitor', () => {
  const item = itemOf('MZ-001')

  it('are complete with those about a proxy filled in (行政许可法 29, 民法典 165)', () => {
    expect(checkAnswers(item, { s2: 'no', s1: 'yes' }, false)).toEqual({
      ok: true,
      answers: { s1: 'yes', s2: 'no', s3: 'no' }
    })
    expect(proxyAnswer(item, true)).toEqual({ s3: 'yes' })
  })

  it('about a proxy are what is known, whatever a screen says', () => {
    expect(checkAnswers(item, { s1: 'no', s2: 'no', s3: 'no' }, true)).toMatchObject({ answers: { s3: 'yes' } })
  })

  it('must all be there before the list of materials is complete (行政许可法 32)', () => {
    expect(checkAnswers(item, { s1: 'yes' }, false)).toEqual({
      ok: false,
      refusal: {
        code: 'situation-unanswered',
        field: 'answers.s2',
        question: '家里有人和经办人员、村（居）委会成员是近亲属吗？'
      }
    })
  })

  it('to a question on which nothing depends may be left out', () => {
    const asked = { ...item, materials: item.materials.filter((m) => m.id !== 'm8') }
    expect(checkAnswers(asked, { s1: 'no' }, false)).toEqual({ ok: true, answers: { s1: 'no', s3: 'no' } })
  })

  it.each([
    ['a question that the item does not have', { s9: 'yes' }, 'answers.s9'],
    ['an option that the question does not have', { s1: 'maybe' }, 'answers.s1'],
    ['a name that every object has', { constructor: 'yes' }, 'answers.constructor']
  ])('to %s are refused', (_, answers, field) => {
    expect(checkAnswers(item, { s1: 'no', s2: 'no', ...answers }, false)).toMatchObject({
      refusal: { code: 'situation-unknown', field }
    })
  })
})

describe('the shape of questions', () => {
  const sample = itemOf('MZ-001')
  const [first, second, proxy] = sample.situations ?? []
  const broken = (change: object): string[] => {
    const parsed = serviceItemSchema.safeParse({ ...sample, ...change })
    return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join('.'))
  }
  const material = (index: number, change: object): object => ({
    materials: sample.materials.map((m, at) => (at === index ? { ...m, ...change } : m))
  })

  it.each([
    ['a question twice', { situations: [first, first, second, proxy] }, 'situations'],
    [
      'a question with one option',
      { situations: [{ ...first, options: [{ id: 'yes', label: '是' }] }, second, proxy] },
      'situations.0.options'
    ],
    [
      'an option twice',
      { situations: [{ ...first, options: [...(first?.options ?? []), { id: 'no', label: '否' }] }, second, proxy] },
      'situations.0.options'
    ],
    [
      'a proxy that is no yes or no',
      {
        situations: [
          first,
          second,
          {
            ...proxy,
            options: [
              { id: 'a', label: '甲' },
              { id: 'b', label: '乙' }
            ]
          }
        ]
      },
      'situations.2.options'
    ],
    ['a rule about a question that is not there', { situations: [first, second] }, 'materials.8.when.0.situation'],
    [
      'a rule about an option that is not there',
      material(5, { when: [{ situation: 's1', options: ['perhaps'] }] }),
      'materials.5.when.0.options'
    ],
    [
      'a rule on a material that is always needed',
      material(0, { when: [{ situation: 's1', options: ['yes'] }] }),
      'materials.0.when'
    ],
    [
      'time for later on a material that must be there',
      material(0, { deferLimit: { value: 3, unit: 'WORKING_DAY' } }),
      'materials.0.deferLimit'
    ],
    [
      'words of a promise on a material that cannot be promised',
      material(0, { commitment: sample.materials[6]?.commitment }),
      'materials.0.commitment'
    ],
    [
      'other offices on what is no joint case',
      { jointOffices: [{ office: '区民政局', limit: { value: 3, unit: 'WORKING_DAY' } }] },
      'jointOffices'
    ],
    [
      'an authority above on what is not escalated',
      { caseType: 'COMMITMENT', localLimit: undefined },
      'upperAuthority'
    ],
    ['a local part of what is not escalated', { caseType: 'COMMITMENT', upperAuthority: undefined }, 'localLimit'],
    ['a line break in a name', { name: '低保\n申请' }, 'name']
  ])('refuses %s, and says where', (_, change, where) => {
    expect(broken(change)).toContain(where)
  })

  it('takes an item as it is shipped, and the words of a promise on several lines', () => {
    expect(broken({})).toEqual([])
    const commitment = { ...sample.materials[6]?.commitment, content: '一、属实。\n二、愿意核查。' }
    expect(broken(material(6, { commitment }))).toEqual([])
  })
})
