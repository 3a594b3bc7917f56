import { describe, expect, it } from 'vitest'
import { shippedCalendarYears } from '../../../shared/domain/calendar/shippedYears.ts'
import { createWorkCalendar } from '../../../shared/domain/calendar/workCalendar.ts'
import {
  DEEMED_ACCEPTANCE,
  type DeemedAcceptanceKind,
  deemedAcceptance,
  lastDayToTell
} from '../../../shared/domain/catalogue/deemedAcceptance.ts'

const calendar = createWorkCalendar(shippedCalendarYears())
const deemed = (kind: DeemedAcceptanceKind, receivedOn: string, today: string) =>
  deemedAcceptance({ kind, receivedOn }, today, calendar)

describe('silence after a receipt', () => {
  it('行政许可法 32: nothing told in 5 working days → accepted from the day of receipt, as of the next day 00:00', () => {
    expect(deemed('LICENCE', '2026-09-18', '2026-09-24')).toBeNull()
    expect(deemed('LICENCE', '2026-09-18', '2026-09-25')).toEqual({
      acceptedOn: '2026-09-18',
      since: '2026-09-25',
      provisional: false
    })
  })

  it.each([
    ['LICENCE', '2026-09-18', '2026-09-24'],
    ['LICENCE', '2026-09-30', '2026-10-13'],
    ['HALL_PRACTICE', '2026-09-30', '2026-10-13'],
    ['DISCLOSURE', '2026-09-18', '2026-09-29'],
    ['LEGAL_AID', '2026-09-18', '2026-09-28'],
    ['REAL_ESTATE', '2026-09-18', '2026-09-18']
  ] as const)('%s received on %s may be told until %s', (kind, receivedOn, date) => {
    expect(lastDayToTell(kind, receivedOn, calendar)).toEqual({ date, provisional: false })
  })

  it('不动产登记暂行条例 17: not refused in writing on the spot → accepted at once', () => {
    expect(deemed('REAL_ESTATE', '2026-09-18', '2026-09-18')).toMatchObject({ acceptedOn: '2026-09-18' })
    expect(deemed('REAL_ESTATE', '2026-09-18', '2026-09-17')).toBeNull()
  })

  it.each(['DISCLOSURE', 'LEGAL_AID', 'NONE'] as const)('means no acceptance for %s, however long', (kind) => {
    expect(deemed(kind, '2026-01-05', '2026-12-31')).toBeNull()
  })

  it('has no clock at all where nothing is accepted in that sense', () => {
    expect(lastDayToTell('NONE', '2026-09-18', calendar)).toBeNull()
  })

  it('政府信息公开条例 30: the clock starts again at the corrected request; unsupplemented means abandoned', () => {
    // Told on the seventh working day, 2026-09-29; corrected the same day; 20 working days across National Day.
    expect(DEEMED_ACCEPTANCE.DISCLOSURE).toMatchObject({
      afterSupplement: 'DAY_OF_CORRECTED_REQUEST',
      notSupplemented: 'DEEMED_ABANDONED'
    })
    expect(calendar.addWorkingDays('2026-09-29', 20).date).toBe('2026-11-02')
  })

  it('法律援助法 43: unsupplemented means withdrawn', () => {
    expect(DEEMED_ACCEPTANCE.LEGAL_AID.notSupplemented).toBe('DEEMED_WITHDRAWN')
  })

  it('is marked provisional when the time crosses a year whose holidays are not loaded', () => {
    expect(deemed('LICENCE', '2026-12-29', '2027-01-10')).toMatchObject({ since: '2027-01-06', provisional: true })
  })
})
