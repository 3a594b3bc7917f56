import { accepted, doorsOf, refused } from '../support/app.ts'
import { expect, test } from '../support/e2eTest.ts'

test('tickets taken at the same moment get numbers one after the other', async ({ desk }) => {
  const page = await desk.counter()
  const replies = await page.evaluate(() => {
    const groups = Array.from({ length: 40 }, (_, i) => (i % 4 === 3 ? 'B' : 'A'))
    return Promise.all(
      groups.map((group) => window.linchuang.command('queue.issueTicket', crypto.randomUUID(), { group }))
    )
  })
  const numbers = replies.map((reply) => accepted(reply).no).sort()
  const expected = [
    ...Array.from({ length: 30 }, (_, i) => `A${String(i + 1).padStart(3, '0')}`),
    ...Array.from({ length: 10 }, (_, i) => `B${String(i + 1).padStart(3, '0')}`)
  ]
  expect(numbers).toEqual(expected)
})
