import { describe, expect, it } from 'vitest'
import {
  formOf,
  freeCounter,
  freeId,
  freeLetter,
  inputOf,
  OWN_HALL,
  type SetupForm
} from '../../renderer/counter/setup/form.ts'
import { passwordRules } from '../../renderer/counter/setup/passwordRules.ts'
import { setupSchema } from '../../renderer/counter/setup/schema.ts'
import { STEPS, stepOfField } from '../../renderer/counter/setup/steps.ts'
import { tidyLetters } from '../../renderer/counter/setup/tidy.ts'
import { contract } from '../../shared/contract/contract.ts'
import { DEMO_HALL } from '../../shared/domain/hall/demo.ts'

const person = { login: 'wangli', name: '王莉', password: 'Abc12345', repeated: 'Abc12345' }
const demo = (): SetupForm => ({ config: formOf(DEMO_HALL), administrator: { ...person } })

/** Places and sentences that the form would show. */
function problems(form: SetupForm): Record<string, string> {
  const checked = setupSchema.safeParse(form)
  if (checked.success) return {}
  return Object.fromEntries(checked.error.issues.map((issue) => [issue.path.join('.'), issue.message]))
}

describe('the form of the first start', () => {
  it('gives the proposed hall back unchanged, in the shape the command takes', () => {
    const input = inputOf(setupSchema.parse(demo()), 'demo')
    expect(input.config).toEqual(DEMO_HALL)
    expect(contract['setup.found'].input.parse(input)).toEqual(input)
  })

  it('accepts a new hall without villages and grids, marked as no demo', () => {
    const names = {
      name: '某街道便民服务中心',
      authorityName: '某街道办事处',
      authorityShort: '某街办',
      regionCode: '500102'
    }
    const input = inputOf(setupSchema.parse({ config: { ...OWN_HALL, ...names }, administrator: person }), 'own')
    expect(input.config).toMatchObject({ demo: false, sites: [], grids: [] })
    expect(contract['setup.found'].input.safeParse(input).success).toBe(true)
  })

  it('reads full-width digits, small letters and separators as what they mean', () => {
    const form = demo()
    form.config.regionCode = '５００１０２ '
    form.config.groups = form.config.groups.slice(0, 2)
    form.config.counters = [{ no: '３', name: '综合', groups: 'b、a,b' }]
    form.administrator.login = 'ＷａｎｇＬｉ'
    const { config, administrator } = inputOf(setupSchema.parse(form), 'own')
    expect(config.regionCode).toBe('500102')
    expect(config.counters).toEqual([{ no: 3, name: '综合', groups: ['B', 'A'] }])
    expect(administrator.login).toBe('wangli')
  })

  it('names two counters with one number, a group twice and a letter that no group has, at their fields', () => {
    const form = demo()
    form.config.groups.push({ code: 'A', name: '又一个' })
    form.config.counters.push({ no: '1', name: '又一个', groups: 'AZ' })
    expect(Object.keys(problems(form)).sort()).toEqual([
      'config.counters.9.groups',
      'config.counters.9.no',
      'config.groups.8.code'
    ])
  })

  it('names a village whose grid was deleted', () => {
    const form = demo()
    form.config.grids = form.config.grids.filter((grid) => grid.id !== 'g1')
    const orphans = form.config.sites.flatMap((site, i) => (site.gridId === 'g1' ? [`config.sites.${i}.gridId`] : []))
    expect(orphans.length).toBeGreaterThan(0)
    expect(Object.keys(problems(form))).toEqual(orphans)
  })

  it('names what is empty and what is malformed together with rules across fields, all at once', () => {
    const form = demo()
    form.config.name = '  '
    form.config.regionCode = '50010'
    form.config.counters[1] = { no: '1', name: '社保', groups: 'B' }
    form.administrator = { ...person, password: 'abc', repeated: 'abd' }
    expect(Object.keys(problems(form)).sort()).toEqual([
      'administrator.password',
      'administrator.repeated',
      'config.counters.1.no',
      'config.name',
      'config.regionCode'
    ])
  })

  it('finds the step of every field that it can complain about', () => {
    const nothing = setupSchema.safeParse({
      config: {
        ...OWN_HALL,
        groups: [{ code: '', name: '' }],
        counters: [],
        sites: [{ ...DEMO_HALL.sites[0], name: '' }]
      },
      administrator: { login: '', name: '', password: '', repeated: '' }
    })
    const places = nothing.error?.issues.map((issue) => issue.path.join('.')) ?? []
    expect(places.length).toBeGreaterThan(8)
    for (const place of places) expect(stepOfField(place), place).not.toBeNull()
    expect(STEPS[stepOfField('config.counters.2.groups') ?? -1]?.name).toBe('counters')
    expect(stepOfField('config.unheardOf')).toBeNull()
    expect(stepOfField(undefined)).toBeNull()
  })
})

describe('new rows', () => {
  it('get an id, a letter and a number that no other row has', () => {
    expect(freeId('g', [{ id: 'g1' }, { id: 'g3' }])).toBe('g4')
    expect(freeId('g', [])).toBe('g1')
    expect(freeLetter([{ code: 'A' }, { code: 'C' }])).toBe('B')
    expect(freeCounter([{ no: '1' }, { no: '7' }])).toBe('8')
    expect(freeCounter([{ no: '1' }, { no: '99' }])).toBe('2')
    expect(freeCounter([{ no: '' }, { no: 'x' }])).toBe('1')
  })

  it('read letters in the order they were typed, each once', () => {
    expect(tidyLetters('ｂ，a B c民政')).toBe('BAC')
  })
})

describe('password rules', () => {
  const met = (password: string, repeated = password) => passwordRules(password, repeated).map((rule) => rule.met)

  it.each([
    ['', [false, false, false]],
    ['abc', [false, false, true]],
    ['aB1', [false, true, true]],
    ['abcdefgh', [true, false, true]],
    ['Abcdefg1', [true, true, true]],
    ['密码密码abA1', [true, true, true]]
  ])('of “%s” are met one by one', (password, expected) => {
    expect(met(password)).toEqual(expected)
  })

  it('want the same twice', () => {
    expect(met('Abcdefg1', 'Abcdefg2')).toEqual([true, true, false])
  })
})
