import { describe, expect, it } from 'vitest'
import { defaultHallRules } from '../../../shared/domain/hall/rules.ts'
import {
  acceptCase,
  act,
  askAbout,
  CLERK,
  caseAct,
  caseRules,
  giveNotice,
  instant,
  itemOf,
  LEAD,
  receiveCase,
  ticksFor
} from '../../support/builders.ts'
import { given } from '../../support/given.ts'

const story = given(caseRules)
const item = itemOf('MZ-001')
const WU = { personId: 'wu', name: '吴一帆', roles: ['clerk'] } as const
const OTHER = { personId: 'qian', name: '钱多多', roles: ['clerk'] } as const
const toWu = { personId: WU.personId, name: WU.name }
const received = story().and(receiveCase())
const offer = (change: Record<string, unknown> = {}) =>
  ({ ...act(), type: 'offerHandOver', item, to: toWu, reason: ' 归民政窗口办理 ', ...change }) as const
const offered = received.and(offer())
const take = (by: typeof WU | typeof OTHER = WU, minute = 40) =>
  ({ ...act({ by, at: instant(minute) }), type: 'acceptHandOver' }) as const
const no = (reason = '我今天休假', by: typeof WU | typeof OTHER = WU) =>
  ({ ...act({ by, at: instant(40) }), type: 'declineHandOver', reason }) as const
const clock = (minute: number) => ({ type: 'returnHandOver', at: instant(minute) }) as const

describe('who first hears a request owns it until somebody else has taken it up (首问负责)', () => {
  it('an offer is on paper, says until when, and changes no owner', () => {
    const outcome = received.when(offer())
    expect(outcome.events.map((e) => e.type)).toEqual(['HandOverOffered', 'DocumentIssued'])
    expect(outcome.state).toMatchObject({
      owner: { personId: CLERK.personId },
      handOver: { to: toWu, reason: '归民政窗口办理', offeredAt: instant(30), returnsAt: instant(60) }
    })
    expect(outcome.events[1]).toMatchObject({
      data: {
        docNo: '云溪街办转〔2026〕010001号',
        paper: {
          kind: 'handOverSlip',
          from: CLERK.name,
          to: WU.name,
          reason: '归民政窗口办理',
          offeredAt: instant(30),
          returnsAt: instant(60)
        }
      }
    })
  })

  it('the hall sets how long an offer stands', () => {
    const rules = { ...defaultHallRules(), handOverMinutes: 5 }
    expect(received.when(offer({ rules })).state).toMatchObject({ handOver: { returnsAt: instant(35) } })
  })

  it('whoever it was offered to takes it up, nobody else; the first responder stays who it was', () => {
    offered.when(take(OTHER)).refused('hand-over-not-yours', { to: WU.name })
    expect(offered.when(take()).state).toMatchObject({
      owner: toWu,
      handOver: null,
      firstResponder: { name: CLERK.name }
    })
    received.when(take()).refused('hand-over-none')
    story().when(take()).refused('case-unknown')
  })

  it('declined, it is the giver’s again, with the reason', () => {
    offered.when(no('  ')).refused('reason-missing', { field: 'reason' })
    offered.when(no('不归我管', OTHER)).refused('hand-over-not-yours')
    const outcome = offered.when(no())
    expect(outcome.events).toMatchObject([{ data: { cause: 'declined', reason: '我今天休假' } }])
    expect(outcome.state).toMatchObject({ owner: { name: CLERK.name }, handOver: null, handOverReturned: true })
  })

  it('not taken up in time, it goes back by the clock, and stays listed', () => {
    offered.when(clock(59)).refused('hand-over-waiting', { returnsAt: instant(60) })
    offered.when(take(WU, 60)).refused('hand-over-over')
    const outcome = offered.when(clock(60))
    expect(outcome.events).toMatchObject([{ type: 'HandOverReturned', data: { cause: 'timeout' } }])
    expect(outcome.state).toMatchObject({ owner: { name: CLERK.name }, handOver: null, handOverReturned: true })
    received.when(clock(60)).refused('hand-over-none')
    story().when(clock(60)).refused('case-unknown')
  })

  it('is never offered to oneself, never twice at once, never without a reason', () => {
    const { personId, name } = CLERK
    received.when(offer({ to: { personId, name } })).refused('hand-over-self', { field: 'to' })
    offered.when(offer({ to: OTHER })).refused('hand-over-pending', { to: WU.name })
    received.when(offer({ reason: ' ' })).refused('reason-missing', { field: 'reason' })
  })

  it('only its owner gives it away, or a lead for somebody who is absent (AB岗)', () => {
    received.when(offer({ by: OTHER })).refused('hand-over-not-owner', { owner: CLERK.name })
    expect(received.when(offer({ by: LEAD })).state).toMatchObject({ handOver: { to: toWu } })
    const moved = offered.and(take())
    moved.when(offer({ to: OTHER })).refused('hand-over-not-owner', { owner: WU.name })
    expect(moved.when(offer({ by: WU, to: OTHER })).reply).toBeTruthy()
  })
})

describe('what can be handed over', () => {
  it('an open question, and every case that is still owed something', () => {
    const asked = story().and(askAbout({ item: null, topic: '楼上漏水', answer: null }))
    expect(asked.when(offer({ item: null })).state).toMatchObject({ status: 'enquiry', handOver: { to: toWu } })
    // Decided, with a certificate still to be delivered (许可法 44).
    const licence = { ...itemOf('SB-006'), deliveryLimit: { value: 10, unit: 'WORKING_DAY' as const } }
    for (const at of [
      story().and(giveNotice({ ticks: ticksFor(item, { m1: 'missing' }) })),
      story().and(acceptCase()),
      story().and(acceptCase({ item: licence }, { certificateNo: '' }))
    ]) {
      expect(at.when(offer()).state).toMatchObject({ handOver: { to: toWu } })
    }
  })

  it('nothing that is answered or ended', () => {
    story().and(askAbout()).when(offer()).refused('case-not-open', { status: 'answered' })
    const withdrawn = received.and({ ...caseAct(), type: 'withdrawCase', reason: '' })
    withdrawn.when(offer()).refused('case-not-open', { status: 'withdrawn' })
    story().when(offer()).refused('case-unknown')
  })

  it('a question stays with whoever took it up when it becomes a case', () => {
    const asked = story()
      .and(askAbout({ answer: null }))
      .and(offer())
      .and(take())
    expect(asked.when(acceptCase()).state).toMatchObject({ owner: toWu, firstResponder: { name: CLERK.name } })
  })
})
