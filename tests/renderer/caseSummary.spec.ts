import { describe, expect, test } from 'vitest'
import { caseSummary, type Summarised } from '../../renderer/counter/desk/model/caseSummary.ts'
import type { LightShown } from '../../shared/projections/views.ts'

const TODAY = '2026-11-23'

const due = (date: string, provisional = false) => ({ date, provisional })

const light = (more: Partial<LightShown>): LightShown => ({
  light: 'green',
  remaining: null,
  unit: 'WORKING_DAY',
  due: null,
  watching: 'decide',
  stoppedDays: null,
  reasons: [],
  ...more
})

const accepted: Summarised = {
  status: 'accepted',
  light: light({ remaining: 20, due: '2026-12-21' }),
  owner: { personId: 'zhou', name: '周晓禾' },
  promisedDue: due('2026-12-21'),
  statutoryDue: due('2027-01-04', true),
  localDue: null,
  notifyBy: null,
  ticks: [],
  notices: 0,
  lastNotice: null,
  deemed: false,
  handOver: null,
  deferred: [],
  commitments: [],
  exclusions: [],
  extension: null,
  upward: null,
  opinions: [],
  decision: null,
  ending: null
}

const said = (more: Partial<Summarised>): string => caseSummary({ ...accepted, ...more }, TODAY)

describe('how a case stands, in one sentence', () => {
  test('an accepted case: promised day, days left, and the deferred piece that is still to come', () => {
    const piece = { materialId: 'm1', name: '户口簿', due: due('2026-11-30'), receivedOn: null }
    expect(said({ deferred: [piece] })).toBe(
      '已受理，承诺12月21日前办结，还剩20个工作日；缺 1 件容缺材料（11月30日前）'
    )
    expect(said({ deferred: [{ ...piece, receivedOn: '2026-11-24' }] })).toBe(
      '已受理，承诺12月21日前办结，还剩20个工作日'
    )
  })

  test('silence counted as acceptance is said first (许可法 32)', () => {
    expect(said({ deemed: true })).toMatch(/^逾期未告知，视为已受理，/)
  })

  test('a date that may still move is marked 暂定', () => {
    expect(said({ promisedDue: due('2027-01-04', true) })).toContain('1月4日前（暂定）办结')
  })

  test('overrunning the promise says by how much, overrunning the statute says so as well (许可法 42)', () => {
    const late = { promisedDue: due('2026-11-19'), statutoryDue: due('2026-11-20') }
    expect(said({ ...late, light: light({ light: 'red', remaining: -2 }) })).toBe(
      '已受理，承诺11月19日办结，已超2个工作日'
    )
    expect(said({ ...late, light: light({ light: 'redStatutory', remaining: -2 }) })).toBe(
      '已受理，承诺11月19日办结，已超2个工作日，法定期限11月20日已过'
    )
  })

  test('while an excluded procedure runs the clock stands, and it is said until when (许可法 45)', () => {
    const run = {
      exclusionId: 'x1',
      procedure: 'PUBLICITY' as const,
      basis: '',
      from: '2026-11-16',
      expectedEnd: '2026-11-30',
      endedOn: null
    }
    expect(said({ exclusions: [run], light: light({ light: 'grey', watching: 'stopped', stoppedDays: 5 }) })).toBe(
      '已受理，公示进行中，时限暂停，已停5个工作日，预计11月30日结束'
    )
  })

  test('the way up: the local part with its days, then where it is, then what came back', () => {
    const localDue = due('2026-11-27')
    expect(said({ localDue, light: light({ watching: 'local', remaining: 4 }) })).toBe(
      '已受理，承诺12月21日前办结；本级11月27日前上报，还剩4个工作日'
    )
    const upward = { to: '区民政局', submittedOn: '2026-11-10', expectedBack: due('2026-11-20'), returned: null }
    expect(said({ localDue, upward, light: light({ watching: 'upper', remaining: -1 }) })).toContain(
      '已上报区民政局，11月20日该返回还没有返回'
    )
    const returned = { on: '2026-11-22', result: 'sentBack' as const, note: '缺盖章' }
    expect(said({ upward: { ...upward, returned } })).toContain('上级已退回，要补办')
  })

  test('what others still owe is counted with its nearest day', () => {
    const opinions = [
      { office: '规划办', due: due('2026-11-28'), given: null },
      { office: '建设办', due: due('2026-11-20'), given: null },
      { office: '农办', due: due('2026-11-28'), given: { on: TODAY, agrees: true, note: '' } }
    ]
    expect(said({ opinions })).toContain('2 个部门还没有意见（11月20日已到期）')
  })

  test('a promise is still owed its check after the case is done (国办发〔2020〕42号)', () => {
    const made = { materialId: 'm1', name: '收入证明', version: 1, checkBy: due('2027-01-04', true), checked: null }
    expect(said({ status: 'completed', commitments: [made] })).toBe('已办结；1 项承诺待核查（1月4日前，暂定）')
  })

  test('an enquiry names who owes the answer (首问负责)', () => {
    expect(said({ status: 'enquiry' })).toBe('来咨询，还欠答复，周晓禾负责')
  })

  test('a received case says by when everything must be told (许可法 32)', () => {
    const notify = light({ light: 'yellow', watching: 'notify', remaining: 1 })
    expect(said({ status: 'received', notifyBy: due('2026-11-24'), light: notify })).toBe(
      '已收件，11月24日前要受理或者一次告知，还剩1个工作日'
    )
  })

  test('waiting for the applicant: how many gaps and until when; a period that is over never reads as a refusal', () => {
    const ticks = [
      { materialId: 'm1', name: '户口簿', result: 'missing' as const, reason: '' },
      { materialId: 'm2', name: '照片', result: 'inOrder' as const, reason: '' }
    ]
    const notice = { docNo: '云溪街办告〔2026〕010001号', givenOn: '2026-11-01' }
    const waiting = { status: 'supplement' as const, ticks, notices: 1 }
    expect(said({ ...waiting, lastNotice: { ...notice, lapseOn: '2027-02-22' } })).toBe(
      '已告知补正，缺 1 份，申请人2月22日前补齐'
    )
    const over = said({ ...waiting, notices: 2, lastNotice: { ...notice, lapseOn: '2026-11-20' } })
    expect(over).toBe('第 2 次告知补正，缺 1 份，11月20日的期限已过')
  })

  test('after the decision the delivery is what is owed (许可法 44)', () => {
    const decision = {
      result: 'refused' as const,
      decidedOn: TODAY,
      docNo: '',
      certificateNo: null,
      deliverBy: due('2026-12-07')
    }
    expect(said({ status: 'decided', decision, light: light({ watching: 'deliver', remaining: 10 }) })).toBe(
      '已决定不予批准，还没有送达，12月7日前送达，还剩10个工作日'
    )
  })

  test('an end names its reason and where the visitor was sent', () => {
    const ending = {
      kind: 'outsideAuthority' as const,
      on: TODAY,
      reason: '属区级职权',
      destination: { name: '区行政审批局', place: '', phone: '' }
    }
    expect(said({ status: 'declined', ending, light: null })).toBe('不予受理：属区级职权，已告知找区行政审批局')
  })

  test('an offer that nobody has taken up stands at the end', () => {
    const handOver = {
      to: { personId: 'li', name: '李青' },
      reason: '轮岗',
      offeredAt: '2026-11-23T01:00:00.000Z',
      returnsAt: '2026-11-23T01:30:00.000Z'
    }
    expect(said({ handOver })).toMatch(/；正移交给李青，等对方接手$/)
  })
})
