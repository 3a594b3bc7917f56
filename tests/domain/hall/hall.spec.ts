import { describe, expect, it } from 'vitest'
import { hallConfig } from '../../../shared/contract/inputs.ts'
import { caseNumber, isCaseNumber } from '../../../shared/domain/casework/numbers.ts'
import { checkHallConfig } from '../../../shared/domain/hall/decideHall.ts'
import { DEMO_HALL, DEMO_PASSWORD, DEMO_PEOPLE } from '../../../shared/domain/hall/demo.ts'
import type { HallConfig } from '../../../shared/domain/hall/hall.ts'
import { paperHall } from '../../../shared/domain/hall/paperHall.ts'
import { checkPassword } from '../../../shared/domain/staff/password.ts'

const config = (change: Partial<HallConfig>): HallConfig => ({ ...DEMO_HALL, ...change })
const group = (code: string) => ({ code, name: `业务${code}` })
const counter = (no: number, ...groups: string[]) => ({ no, name: `窗口${no}`, groups })

describe('the description of a hall', () => {
  it('is sound for the demo hall', () => {
    expect(checkHallConfig(DEMO_HALL)).toEqual([])
  })

  it('has each letter once', () => {
    const twice = config({ groups: [group('A'), group('B'), group('A')], counters: [counter(1, 'A', 'B')] })
    expect(checkHallConfig(twice)).toEqual([{ code: 'config-group-twice', field: 'config.groups.2.code' }])
  })

  it('has each counter number once', () => {
    const twice = config({ groups: [group('A')], counters: [counter(1, 'A'), counter(2, 'A'), counter(1, 'A')] })
    expect(checkHallConfig(twice)).toEqual([{ code: 'config-counter-twice', field: 'config.counters.2.no' }])
  })

  it('lets a counter serve only letters that exist', () => {
    const unknown = config({ groups: [group('A')], counters: [counter(1, 'A'), counter(2, 'A', 'C')] })
    expect(checkHallConfig(unknown)).toEqual([
      { code: 'config-group-unknown', field: 'config.counters.1.groups', group: 'C' }
    ])
  })

  it('names every fault at once, not one a try', () => {
    const wrong = config({ groups: [group('A'), group('A')], counters: [counter(1, 'B'), counter(1, 'A')] })
    expect(checkHallConfig(wrong).map((r) => r.code)).toEqual([
      'config-group-twice',
      'config-group-unknown',
      'config-counter-twice'
    ])
  })
})

describe('the demo hall', () => {
  it('passes the door that a real hall passes', () => {
    expect(hallConfig.safeParse(DEMO_HALL).success).toBe(true)
  })

  it('is a street with 9 counters, 18 villages and communities and 7 grids, and says that it is a demo', () => {
    expect([DEMO_HALL.counters.length, DEMO_HALL.sites.length, DEMO_HALL.grids.length]).toEqual([9, 18, 7])
    expect(DEMO_HALL.demo).toBe(true)
  })

  it('has a counter for every group, so that no ticket waits in vain', () => {
    const served = new Set(DEMO_HALL.counters.flatMap((c) => c.groups))
    expect(DEMO_HALL.groups.filter((g) => !served.has(g.code))).toEqual([])
  })

  it('puts every site into a grid that exists', () => {
    const grids = new Set(DEMO_HALL.grids.map((g) => g.id))
    expect(DEMO_HALL.sites.filter((s) => !grids.has(s.gridId))).toEqual([])
  })

  it('gives case numbers that check', () => {
    expect(isCaseNumber(caseNumber(DEMO_HALL.regionCode, '2026-11-23', DEMO_HALL.terminal, 1))).toBe(true)
  })

  it('shows no need of anybody on screens in the hall', () => {
    for (const { name } of DEMO_HALL.groups) expect(name).not.toMatch(/低保|特困|救助|残疾|贫困/)
  })

  it('has people who are marked 演示, each with a sign-in name of their own and a password that follows the rule', () => {
    expect(new Set(DEMO_PEOPLE.map((p) => p.login)).size).toBe(DEMO_PEOPLE.length)
    for (const { name } of DEMO_PEOPLE) expect(name).toContain('演示')
    expect(checkPassword(DEMO_PASSWORD, 'password')).toBeNull()
  })
})

describe('what papers print of the hall', () => {
  it('is its name, authority, address, hours, phones and whether it is a demo, and nothing else', () => {
    expect(paperHall(DEMO_HALL)).toEqual({
      name: '云溪街道便民服务中心',
      authorityName: '云溪街道办事处',
      address: '云溪路 1 号一楼大厅',
      hours: '工作日 9:00–17:30',
      enquiryPhone: '023-00001000',
      supervisionPhone: '023-00001001',
      demo: true
    })
  })
})
