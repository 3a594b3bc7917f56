import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { M } from '../../renderer/counter/admin/catalogue/messages.ts'
import { blankItem, blankMaterial, freeKey, takenKeys } from '../../renderer/counter/admin/catalogue/model/blanks.ts'
import { problemShown, refusedPath } from '../../renderer/counter/admin/catalogue/model/contentProblems.ts'
import { checkForm, type FieldError, formPath } from '../../renderer/counter/admin/catalogue/model/fieldErrors.ts'
import { formOf, type ItemForm } from '../../renderer/counter/admin/catalogue/model/itemForm.ts'
import { itemOf } from '../../renderer/counter/admin/catalogue/model/itemOf.ts'
import { changedFields } from '../../shared/domain/catalogue/sameItem.ts'
import { type ServiceItem, serviceItemSchema } from '../../shared/domain/catalogue/serviceItem.ts'
import { shippedItems } from '../../shared/domain/catalogue/shippedItems.ts'

const ITEMS = shippedItems().items
const byId = (id: string): ServiceItem => {
  const item = ITEMS.find((one) => one.id === id)
  if (!item) throw new Error(`no item ${id}`)
  return item
}
const LOW_INCOME = byId('MZ-001')

/** The form of an item after some typing. */
function typed(item: ServiceItem, change: (form: ItemForm) => unknown): { form: ItemForm; before: ItemForm } {
  const form = formOf(item)
  change(form)
  return { form, before: formOf(item) }
}

function errorsOf({ form, before }: { form: ItemForm; before: ItemForm }): readonly FieldError[] {
  const checked = checkForm(form, before, [])
  return checked.ok ? [] : checked.errors
}

/** The value of a form at the name of a field; what is no field has none. */
const fieldAt = (form: ItemForm, path: string): unknown =>
  path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null | undefined)?.[key], form)

describe('an item in the editor', () => {
  test.each(ITEMS.map((item) => [item.id, item] as const))('%s comes out as it went in', (_id, item) => {
    const form = formOf(item)
    const checked = checkForm(form, formOf(item), [])
    expect(checked).toEqual({ ok: true, item })
    expect(changedFields(item, serviceItemSchema.parse(itemOf(form, form)))).toEqual([])
  })

  test('every key of the schema is typed somewhere', () => {
    const known = Object.keys(formOf(LOW_INCOME)).sort()
    expect(known).toEqual(Object.keys(serviceItemSchema.shape).sort())
  })

  test('changing one text changes that field alone, whatever is typed', () => {
    const field = fc.constantFrom('name', 'category', 'handlingOffice', 'result', 'statutoryNote', 'note' as const)
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((s) => `改${s}后`)
    fc.assert(
      fc.property(fc.constantFrom(...ITEMS), field, words, (item, key, text) => {
        const { form, before } = typed(item, (one) => {
          one[key] = text
        })
        const checked = checkForm(form, before, [])
        if (checked.ok) expect(changedFields(item, checked.item)).toEqual([key])
        else expect(checked.errors.map(({ path }) => path)).toEqual([key])
      })
    )
  })

  test('what another choice hides is kept in the form and left out of the item', () => {
    const { form, before } = typed(LOW_INCOME, (one) => {
      const material = one.materials[5]
      if (material) material.necessity = 'REQUIRED'
      one.caseType = 'COMMITMENT'
    })
    const checked = checkForm(form, before, [])
    expect(checked.ok).toBe(true)
    if (!checked.ok) return
    expect(checked.item.materials[5]).not.toHaveProperty('condition')
    expect(checked.item.materials[5]).not.toHaveProperty('when')
    expect(checked.item).not.toHaveProperty('upperAuthority')
    expect(form.materials[5]?.condition).toBe('家庭有残疾人或重病患者时')
    expect(form.upperAuthority).toBe('区民政局')
  })

  test('numbers of an input method are numbers', () => {
    const { form, before } = typed(LOW_INCOME, (one) => {
      one.promisedLimit.value = '１５ '
    })
    const checked = checkForm(form, before, [])
    expect(checked.ok && checked.item.promisedLimit).toEqual({ value: 15, unit: 'WORKING_DAY' })
  })

  test('a new item has everything but what must be typed', () => {
    const blank = blankItem()
    const paths = errorsOf({ form: blank, before: blank }).map(({ path }) => path)
    expect(paths.toSorted()).toEqual(
      [
        'id',
        'name',
        'everydayNames',
        'category',
        'publicGroup',
        'handlingOffice',
        'promisedLimit.value',
        'lapse.value',
        'result'
      ].toSorted()
    )
  })
})

describe('the words of a promise (国办发〔2020〕42号)', () => {
  const at = LOW_INCOME.materials.findIndex(({ commitment }) => commitment !== undefined)

  const versionAfter = (change: (form: ItemForm) => unknown): number | undefined => {
    const { form, before } = typed(LOW_INCOME, change)
    const checked = checkForm(form, before, [])
    return checked.ok ? checked.item.materials[at]?.commitment?.version : undefined
  }

  test('have the next version when one of them changes, and the same one else', () => {
    expect(versionAfter(() => undefined)).toBe(1)
    expect(
      versionAfter((form) => {
        const material = form.materials[at]
        if (material) material.commitment.content += '如有变化及时告知。'
      })
    ).toBe(2)
    expect(
      versionAfter((form) => {
        const material = form.materials[at]
        if (material) material.commitment.checkLimit.value = '30'
      })
    ).toBe(1)
  })

  test('begin with version 1', () => {
    const { form, before } = typed(LOW_INCOME, (one) => {
      const material = one.materials[0]
      if (!material) return
      material.waiver = 'COMMITMENT'
      Object.assign(material.commitment, { duty: '真实', content: '如实说明', consequence: '依法处理' })
    })
    const checked = checkForm(form, before, [])
    expect(checked.ok && checked.item.materials[0]?.commitment?.version).toBe(1)
  })
})

describe('sentences beside fields', () => {
  test('every place that the schema can complain about is a field of the form', () => {
    const breaking: ((form: ItemForm) => unknown)[] = [
      (form) => Object.assign(form, { name: '' }),
      (form) => Object.assign(form, { everydayNames: '' }),
      (form) => Object.assign(form, { everydayNames: '甲\n乙\n丙\n丁\n戊\n己\n庚' }),
      (form) => Object.assign(form, { conditions: `好\n${'长'.repeat(201)}` }),
      (form) => Object.assign(form, { taskCode: '1'.repeat(51) }),
      (form) => Object.assign(form.promisedLimit, { value: 'x' }),
      (form) => Object.assign(form.statutoryLimit, { value: '4000' }),
      (form) => Object.assign(form.publicity, { value: '0' }),
      (form) => Object.assign(form, { applicantTypes: [] }),
      (form) => Object.assign(form, { stages: [] }),
      (form) => Object.assign(form, { mustAppearInPerson: '须当面核验' }),
      (form) => Object.assign(form, { extensionMax: '99' }),
      (form) => Object.assign(form.fee, { note: '长'.repeat(201) }),
      (form) => Object.assign(form.materials[0] ?? {}, { name: ' ' }),
      (form) => Object.assign(form.materials[0] ?? {}, { copyCount: '21' }),
      (form) => Object.assign(form.materials[5] ?? {}, { condition: '' }),
      (form) => form.materials[5]?.when[0]?.options.splice(0),
      (form) => Object.assign(form.materials[5]?.when[0] ?? {}, { situation: 's9' }),
      (form) => Object.assign(form.materials[5]?.when[0] ?? {}, { options: ['maybe'] }),
      (form) => Object.assign(form.materials[6]?.commitment ?? {}, { duty: '' }),
      (form) => form.situations[0]?.options.splice(1),
      (form) => Object.assign(form.situations[0] ?? {}, { question: '' }),
      (form) => Object.assign(form.situations[0]?.options[0] ?? {}, { label: '' }),
      (form) => form.materials.push({ ...blankMaterial('m1'), name: '又一份' })
    ]
    for (const change of breaking) {
      const { form, before } = typed(LOW_INCOME, change)
      const errors = errorsOf({ form, before })
      expect(errors, change.toString()).toHaveLength(1)
      const [{ path, message } = { path: '', message: '' }] = errors
      expect(fieldAt(form, path), `${change} → ${path}`).toBeDefined()
      expect(message).toMatch(/[。]$/)
      expect(message, change.toString()).not.toBe(M.invalid)
      expect(message).not.toMatch(/NaN|undefined/)
    }
  })

  test('a line of a list is named by its number', () => {
    expect(
      errorsOf(typed(LOW_INCOME, (form) => Object.assign(form, { conditions: `好\n${'长'.repeat(201)}` })))
    ).toEqual([{ path: 'conditions', message: '第 2 行：最多 200 个字，请缩短。' }])
  })

  test('a condition whose question is gone says so at its select', () => {
    expect(errorsOf(typed(LOW_INCOME, (form) => form.situations.splice(0, 1)))).toEqual([
      { path: 'materials.5.when.0.situation', message: M.goneQuestion }
    ])
  })

  test('a number of an item that exists is refused for a new one', () => {
    const form = { ...formOf(LOW_INCOME) }
    expect(checkForm(form, form, ['MZ-001'])).toEqual({ ok: false, errors: [{ path: 'id', message: M.idTaken }] })
  })

  test('places of codes and of keys have their field too', () => {
    expect(formPath(['stages', 2])).toBe('stages.2.code')
    expect(formPath(['excludedProcedures', 1])).toBe('excludedProcedures')
    expect(formPath(['publicity', 'days'])).toBe('publicity.value')
    expect(formPath(['materials'])).toBe('materials')
    expect(formPath(['materials', 3, 'commitment', 'version'])).toBe('materials.3.commitment.duty')
    expect(formPath(['materials', 3, 'when', 0, 'options', 1])).toBe('materials.3.when.0.options')
    expect(formPath(['situations', 1, 'options', 0, 'id'])).toBe('situations.1.options.0.label')
    expect(formPath(['fee', 'note'])).toBe('fee.note')
  })
})

describe('a certificate that communities may not issue (民发〔2020〕20号)', () => {
  test('is refused beside the material that asks for it, by its name', () => {
    const errors = errorsOf(
      typed(LOW_INCOME, (form) => form.materials.push({ ...blankMaterial('m10'), name: '亲属关系证明' }))
    )
    expect(errors).toHaveLength(1)
    expect(errors[0]?.path).toBe('materials.9.name')
    expect(errors[0]?.message).toContain('“亲属关系证明”')
    expect(errors[0]?.message).toContain('民发〔2020〕20号')
  })

  test('may be asked for where the law has another authority issue it', () => {
    const material = { ...blankMaterial('m10'), name: '死亡医学证明', issuer: '医疗机构' }
    expect(errorsOf(typed(LOW_INCOME, (form) => form.materials.push(material)))).toEqual([])
  })
})

describe('problems of content', () => {
  const form = formOf(LOW_INCOME)

  test('lead to the field where they are put right', () => {
    const start = '2026-11-23'
    const places = [
      problemShown({ code: 'item-forbidden-certificate', materialId: 'm3', certificate: '居民财产证明' }, form),
      problemShown({ code: 'item-clock-stopped-without-basis', procedure: 'PUBLICITY' }, form),
      problemShown({ code: 'item-promise-after-statute', start }, form),
      problemShown({ code: 'item-defer-after-promise', materialId: 'm2', start }, form),
      problemShown({ code: 'item-part-after-promise', office: '', start }, form),
      problemShown(
        { code: 'item-part-after-promise', office: '区住建委', start },
        {
          ...form,
          jointOffices: [{ office: '区住建委', limit: form.lapse }]
        }
      ),
      problemShown({ code: 'item-delivery-too-late', start }, form),
      problemShown({ code: 'item-extension-too-long', most: 10 }, form),
      problemShown({ code: 'item-question-unused', situation: 's2', question: '有近亲属吗？' }, form)
    ]
    expect(places.map(({ path }) => path)).toEqual([
      'materials.2.name',
      'excludedProcedures',
      'promisedLimit.value',
      'materials.1.deferLimit.value',
      'localLimit.value',
      'jointOffices.0.limit.value',
      'deliveryLimit.value',
      'extensionMax',
      'situations.1.question'
    ])
    for (const { sentence } of places) expect(sentence).toMatch(/^[^A-Za-z]+。$/)
  })

  test('a refusal of main stands at the field of the form', () => {
    expect(refusedPath({ code: 'item-forbidden-certificate', field: 'item.materials.2.name' })).toBe('materials.2.name')
    expect(refusedPath({ code: 'not-allowed' })).toBeNull()
  })
})

describe('numbers of new rows', () => {
  test('are never those that a version has had', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 20 }), (numbers) => {
        const taken = numbers.map((n) => `m${n}`)
        const key = freeKey('m', taken)
        expect(taken).not.toContain(key)
        expect(key).toMatch(/^m[1-9]\d*$/)
      })
    )
    expect(freeKey('s', ['s1', 'm9', 'yes'])).toBe('s2')
  })

  test('are collected over all versions and the draft', () => {
    const second = {
      ...LOW_INCOME,
      materials: LOW_INCOME.materials.slice(1),
      situations: LOW_INCOME.situations?.slice(1)
    }
    const taken = takenKeys([second, LOW_INCOME])
    expect(taken.materials).toHaveLength(LOW_INCOME.materials.length)
    expect(taken.situations).toHaveLength(3)
    expect(taken.options.s1).toEqual(['yes', 'no'])
  })
})
