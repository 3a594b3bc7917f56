import { describe, expect, it } from 'vitest'
import { workView } from '../../shared/projections/workView.ts'
import { HALL, itemOf, PEOPLE, ticksFor } from '../support/builders.ts'
import { readingOf } from '../support/caseReading.ts'
import { HallRun } from './support/hallRun.ts'

const item = itemOf('MZ-001')
const bring = { item, applicant: PEOPLE.rare, proxy: null }

function founded(): HallRun {
  const run = new HallRun()
  run.hall({ type: 'HallFounded', v: 1, data: { config: HALL } })
  return run
}
const seen = (run: HallRun) => workView(run.desk, readingOf(run.desk, run.date))

describe('what is to be done in this hall', () => {
  it('is empty while nobody is owed anything', () => {
    expect(seen(founded())).toEqual({ work: [], total: 0, pressing: 0 })
  })

  it('holds what was taken in until it is over, and an enquiry until it is answered', () => {
    const run = founded()
    run.takeIn('acceptCase', { ...bring, ticks: ticksFor(item) })
    run.ask({ topic: '门口的路灯不亮' })
    expect(seen(run).work.map((shown) => shown.status)).toEqual(['enquiry', 'accepted'])
    const [accepted = '', asked = ''] = run.cases.keys()
    run.onCase(asked, { type: 'answerEnquiry', text: '请向城市照明管理处反映', destination: null })
    run.finish(accepted)
    expect(seen(run).total).toBe(0)
  })

  it('counts what presses today: the last day to tell, not a date that is merely 暂定', () => {
    const run = founded()
    run.takeIn('receiveCase', { ...bring, ticks: ticksFor(item, { m1: 'missing' }) })
    expect(seen(run).pressing).toBe(0)
    run.goDays(7)
    expect(seen(run)).toMatchObject({ pressing: 1, work: [{ light: { light: 'yellow' } }] })
  })

  it('names nobody in full and gives no number away', () => {
    const run = founded()
    run.takeIn('acceptCase', { ...bring, ticks: ticksFor(item) })
    const shown = JSON.stringify(seen(run))
    expect(shown).not.toContain(PEOPLE.rare.name)
    expect(shown).not.toContain(PEOPLE.rare.idNumber)
  })

  it('sends the first two hundred and says how many there are', () => {
    const run = founded()
    for (let n = 0; n < 203; n += 1) run.takeIn('acceptCase', { ...bring, ticks: ticksFor(item) })
    const { work, total } = seen(run)
    expect([work.length, total]).toEqual([200, 203])
  })
})
