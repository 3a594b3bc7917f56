import type { HallService } from '../../shared/domain/hall/service.ts'
import { accepted } from '../support/app.ts'
import { setService } from '../support/e2eKiosk.ts'
import { LogReader } from '../support/e2eLog.ts'
import { expect, test } from '../support/e2eTest.ts'

/** A kill in the middle of a morning: whatever was acknowledged about numbers is there again, and numbers go on. */

/** Before the visitor of counter 1. */
const RATING: HallService['screens'][number] = {
  id: 'rating-1',
  role: 'rating',
  display: null,
  fullscreen: false,
  counter: 1,
  groups: [],
  counters: [],
  speaks: false
}

/** Facts about numbers in the log, by kind. */
const kinds = (dataFolder: string): readonly string[] =>
  new LogReader(dataFolder).read().flatMap(({ events }) => events.map(({ type }) => type))

test('held, transferred, given priority, taken back, cancelled and rated: all of it is there after a kill', async ({
  desk,
  launch
}) => {
  test.setTimeout(120_000)
  await setService(desk, (service) => ({ ...service, screens: [...service.screens, RATING] }))
  const { api } = desk
  accepted(await api.command('queue.openCounter', {}))
  const ids: string[] = []
  for (const group of 'AAAAAA') {
    ids.push(accepted(await api.command('queue.issueTicket', { group, priority: null })).ticketId)
  }
  const [, second = '', third = ''] = ids
  const priority = { reason: 'elderly', note: '' } as const
  accepted(await api.command('queue.grantPriority', { ticketId: third, priority }))
  accepted(await api.command('queue.cancelTicket', { ticketId: second, reason: '不等了' }))
  const next = async (): Promise<void> => {
    accepted(await api.command('queue.callNext', {}))
    accepted(await api.command('queue.startService', {}))
  }
  await next()
  accepted(await api.command('queue.hold', { reason: '去复印' }))
  await next()
  accepted(await api.command('queue.transfer', { group: 'B', toCounter: null, toPerson: null, reason: '' }))
  await next()
  accepted(await api.command('queue.finishService', { saidEnd: null }))
  await expect.poll(() => kinds(desk.dataFolder).includes('RatingAsked')).toBe(true)
  accepted(await api.command('queue.callNext', {}))
  accepted(await api.command('queue.undo', {}))
  const before = await api.listenOnce('desk')
  const trails = await Promise.all(
    ['A001', 'A002', 'A003', 'A004', 'A005'].map(async (no) => accepted(await api.query('queue.ticket', { no })))
  )
  await desk.kill()

  const again = await launch()
  await again.found({ login: 'zhou', counter: 1 })
  const after = await again.api.listenOnce('desk')
  for (const part of ['waiting', 'held', 'missed', 'groups', 'current'] as const) {
    expect(after[part], part).toEqual(before[part])
  }
  for (const trail of trails) {
    expect(accepted(await again.api.query('queue.ticket', { no: trail.ticket.no }))).toEqual(trail)
  }
  expect(accepted(await again.api.command('queue.issueTicket', { group: 'A', priority: null })).no).toBe('A007')
  expect(kinds(again.dataFolder).filter((kind) => kind === 'RatingAsked')).toHaveLength(1)
})
