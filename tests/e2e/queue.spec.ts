import { accepted, doorsOf, refused } from '../support/app.ts'
import { expect, test } from '../support/e2eTest.ts'

const numbers = (group: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${group}${String(i + 1).padStart(3, '0')}`)

test('tickets taken at the same moment get numbers one after the other', async ({ desk }) => {
  const page = await desk.counter()
  const groups = Array.from({ length: 40 }, (_, i) => (i % 4 === 3 ? 'B' : 'A'))
  const replies = await page.evaluate(
    (all) =>
      Promise.all(
        all.map((group) =>
          window.linchuang.command('queue.issueTicket', crypto.randomUUID(), { group, priority: null })
        )
      ),
    groups
  )
  const given = replies.map((reply) => accepted(reply).no)
  // In the order in which they were asked for, too.
  expect(given.filter((no) => no.startsWith('A'))).toEqual(numbers('A', 30))
  expect(given.filter((no) => no.startsWith('B'))).toEqual(numbers('B', 10))
})

test('two calls at the same moment call one visitor', async ({ desk }) => {
  for (const group of 'AB') accepted(await desk.api.command('queue.issueTicket', { group, priority: null }))
  const page = await desk.counter()
  const replies = await page.evaluate(() => {
    const call = () => window.linchuang.command('queue.callNext', crypto.randomUUID(), {})
    return Promise.all([call(), call()])
  })
  expect(replies.map((reply) => (reply.ok ? reply.value.no : reply.refusal))).toEqual([
    'A001',
    { code: 'counter-busy', no: 'A001' }
  ])
})

test('the hall screen follows the counter through the life of a ticket', async ({ desk }) => {
  const { api } = desk
  const hall = doorsOf(desk.hall)
  const waitingOnBoth = async (count: number): Promise<void> => {
    await hall.until('hall', ({ waitingAll }) => waitingAll === count, `${count} wait on the hall screen`)
    await api.until('desk', ({ waitingAll }) => waitingAll === count, `${count} wait on the counter screen`)
  }
  await waitingOnBoth(0)
  for (const group of 'ABA') accepted(await api.command('queue.issueTicket', { group, priority: null }))
  await waitingOnBoth(3)

  accepted(await api.command('queue.callNext', {}))
  const called = await hall.until('hall', ({ calls }) => calls.length === 1, 'the call is shown')
  expect(called.calls[0]).toMatchObject({ no: 'A001', counter: 1, calls: 1 })
  expect(called.counters.find(({ no }) => no === 1)).toMatchObject({ status: 'open', ticketNo: 'A001' })
  await waitingOnBoth(2)

  // A second press at once is taken for a slip of the finger.
  expect(refused(await api.command('queue.recall', {}))).toBe('recall-too-soon')
  await expect.poll(async () => (await api.command('queue.recall', {})).ok).toBe(true)
  const recalled = await hall.until('hall', ({ calls }) => calls[0]?.calls === 2, 'the second call is shown')
  expect(recalled.calls[0]?.no).toBe('A001')
  expect(recalled.calls[0]?.callId).not.toBe(called.calls[0]?.callId)

  accepted(await api.command('queue.startService', {}))
  accepted(await api.command('queue.finishService', { saidEnd: null }))
  const free = (no: string | null) =>
    hall.until('hall', (view) => view.counters[0]?.ticketNo === no, `counter 1: ${no}`)
  await free(null)
  const { ticketId } = accepted(await api.command('queue.callNext', {}))
  await free('B001')
  // Nobody is passed over after one call.
  expect(refused(await api.command('queue.markNoShow', {}))).toBe('no-show-too-soon')
  accepted(await api.command('queue.cancelTicket', { ticketId, reason: '改天再来' }))
  await free(null)
  await waitingOnBoth(1)
  const [newest] = (await hall.listenOnce('hall')).calls
  expect(newest?.no).toBe('B001')
})

test('a hall screen that is loaded anew shows what holds now, and never who anybody is', async ({ desk }) => {
  for (const group of 'AA') accepted(await desk.api.command('queue.issueTicket', { group, priority: null }))
  accepted(await desk.api.command('queue.callNext', {}))
  const page = await desk.hall()
  await page.reload()
  const view = await doorsOf(desk.hall).listenOnce('hall')
  expect(view).toMatchObject({ waitingAll: 1, calls: [{ no: 'A001', counter: 1 }] })
  const { counters } = await desk.api.listenOnce('desk')
  expect(counters[0]?.byName).toBe('周晓禾（演示）')
  expect(JSON.stringify(view)).not.toContain('周晓禾')
})
