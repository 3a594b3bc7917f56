import { randomInt } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { InputOf, IntakeReply } from '../../shared/contract/contract.ts'
import type { ServiceItem } from '../../shared/domain/catalogue/serviceItem.ts'
import type { Reply } from '../../shared/kernel/result.ts'
import type { CaseDetail } from '../../shared/projections/views.ts'
import { ADMINISTRATOR, accepted, type RunningApp, settled } from '../support/app.ts'
import { Book } from '../support/e2eBook.ts'
import { type Intake, itemFor } from '../support/e2eIntake.ts'
import { LogReader, logFolder } from '../support/e2eLog.ts'
import { Ledger, planStream, randomFrom, type SentCommand, startStream, VISITORS } from '../support/e2eStream.ts'
import { expect, test } from '../support/e2eTest.ts'

/** `npm run torture` asks for more. */
const KILLS = Number(process.env.LINCHUANG_KILLS ?? 25)
const SEED = Number(process.env.LINCHUANG_SEED ?? randomInt(2 ** 31))

/** A life ends after so many answers at most, and then within so many milliseconds more. */
const MOST_ANSWERS = 60
const LATEST_MS = 15

/** What a clerk may be told while others take the same ticket, or nobody is there. */
const ORDINARY = ['nobody-waiting', 'counter-busy', 'no-current-ticket', 'ticket-not-called', 'ticket-not-serving']

type Acknowledged = ReturnType<Ledger['acknowledged']>

test(`what was acknowledged survives ${KILLS} kills in the middle of the work, and nothing happens twice`, async ({
  dataFolder,
  launch
}) => {
  test.setTimeout((KILLS + 10) * 20_000)
  console.log(`kill.spec: LINCHUANG_SEED=${SEED} LINCHUANG_KILLS=${KILLS}`)
  const random = randomFrom(SEED)
  const ledger = new Ledger()
  const reader = new LogReader(dataFolder)
  const book = new Book()
  let verified = 0
  let items: ServiceItem[] = []

  for (let life = 0; life <= KILLS; life += 1) {
    const running = await launch()
    await running.found()
    accepted(await running.api.command('queue.openCounter', {}))
    if (items.length === 0)
      items = await Promise.all(['低保', '居住证', '老年'].map((text) => itemFor(running.api, text)))
    await sendAgain(running, ledger)
    await settled(running)

    book.follow(reader.read())
    expect(book.problems).toEqual([])
    const all = ledger.acknowledged()
    await verify(running, book, all.slice(verified))
    verified = all.length
    if (life === KILLS) {
      await verify(running, book, all)
      await running.close()
      break
    }
    const page = await running.counter()
    await ledger.listenTo(page)
    const enough = ledger.answered(Math.floor(random() * (MOST_ANSWERS + 1)))
    await startStream(page, planStream(random, items, life * VISITORS))
    await enough
    await pause(random() * LATEST_MS)
    await running.kill()
  }

  // The log from its first byte on, as it is now.
  const whole = new Book()
  whole.follow(new LogReader(dataFolder).read())
  expect(whole.problems).toEqual([])
  const changed = [...book.replies].filter(([id, reply]) => !isDeepStrictEqual(whole.replies.get(id), reply))
  expect(changed).toEqual([])
  expect(ledger.refusals().filter((code) => !ORDINARY.includes(code))).toEqual([])
})

/** 89 items, then the administrator and three demo people, the hall itself last. */
const FOUNDED = { ItemPublished: 89, StaffRegistered: 4, HallFounded: 1 }

for (const moment of [1, 91]) {
  test(`a kill after ${moment} records of founding a hall leads back to the wizard, which goes on`, async ({
    dataFolder,
    launch
  }) => {
    const first = await launch()
    await first.api.until('app', ({ phase }) => phase === 'setup', 'the wizard is there')
    const founding = first.found().catch(() => 'killed')
    const written = (): number => linesIn(path.join(logFolder(dataFolder), '000001.log')) - 1
    await expect.poll(written, { intervals: [1] }).toBeGreaterThanOrEqual(moment)
    await first.kill()
    expect(await founding).toBe('killed')

    const second = await launch()
    await second.api.until('app', ({ phase }) => phase === 'setup', 'the wizard is there again')
    // What is typed now counts, also where the first attempt had come as far as the administrator.
    const administrator = { ...ADMINISTRATOR, password: 'Zwischen13' }
    const config = accepted(await second.api.query('setup.propose', {})) as InputOf<'setup.found'>['config']
    accepted(await second.api.command('setup.found', { config, administrator }))
    accepted(await second.signIn(administrator.login, administrator.password, null))
    await second.found({ login: 'shan' })
    expect(await itemFor(second.api, '低保')).toMatchObject({ id: 'MZ-001' })
    await second.close()
    const types = new LogReader(dataFolder).read().flatMap(({ events }) => events.map(({ type }) => type))
    const counts = Object.keys(FOUNDED).map((type) => [type, types.filter((one) => one === type).length])
    expect(Object.fromEntries(counts)).toEqual(FOUNDED)
  })
}

const linesIn = (file: string): number => (existsSync(file) ? readFileSync(file, 'latin1').split('\n').length - 1 : 0)

/** Commands whose answer was cut off are sent once more as they were: each happens once, whether it had happened or not. */
async function sendAgain({ api }: RunningApp, ledger: Ledger): Promise<void> {
  for (const { name, input, commandId } of ledger.unanswered()) {
    ledger.answer(commandId, await api.command(name, input, commandId))
  }
}

/** Through the program's own doors, and against the log on the disk. */
async function verify(running: RunningApp, book: Book, acknowledged: Acknowledged): Promise<void> {
  for (const { command, value } of acknowledged) {
    expect(book.replies.get(command.commandId), `record of ${command.name}`).toEqual(value)
  }
  await verifyQueue(running, book)
  await verifyTickets(running, valuesOf<{ no: string; docId: string }>(acknowledged, ['queue.issueTicket']))
  await verifyCases(running, acknowledged)
  await verifyPrints(running, book, acknowledged)
}

async function verifyQueue({ api }: RunningApp, book: Book): Promise<void> {
  const { date, groups } = await api.listenOnce('desk')
  const expected = groups.map(({ code }) => book.waitingIn(date, code))
  expect(groups.map(({ waiting }) => waiting)).toEqual(expected)
}

async function verifyTickets({ api }: RunningApp, tickets: readonly { no: string; docId: string }[]): Promise<void> {
  const replies = await api.queryAll(
    'papers.get',
    tickets.map(({ docId }) => ({ docId }))
  )
  expect(replies.map((reply) => accepted(reply).docNo)).toEqual(tickets.map(({ no }) => no))
}

async function verifyCases({ api }: RunningApp, acknowledged: Acknowledged): Promise<void> {
  const intakes = acknowledged.filter(({ command }) => isIntake(command))
  const given = intakes.map(({ value }) => value as IntakeReply)
  const details = await api.queryAll(
    'casework.get',
    given.map(({ caseId }) => ({ caseId }))
  )
  for (const [i, { command, value }] of intakes.entries()) {
    const { caseNo, docId, docNo } = value as IntakeReply
    const { name } = (command.input as Intake).applicant
    expect(accepted(details[i] as Reply<CaseDetail>)).toMatchObject({
      caseNo,
      applicant: { name },
      papers: expect.arrayContaining([expect.objectContaining({ docId, docNo })])
    })
  }
  const found = await api.queryAll(
    'casework.search',
    given.map(({ caseNo }) => ({ text: caseNo, limit: 5 }))
  )
  expect(found.map((reply) => accepted(reply).cases.map(({ caseId }) => caseId))).toEqual(
    given.map(({ caseId }) => [caseId])
  )
}

/** Every paper that was asked for lies in the folder once, and nothing else does. */
async function verifyPrints({ api, dataFolder }: RunningApp, book: Book, acknowledged: Acknowledged): Promise<void> {
  const asked = acknowledged.filter(({ command }) => command.name === 'papers.print')
  const papers = await api.queryAll(
    'papers.get',
    asked.map(({ command }) => command.input as { docId: string })
  )
  expect(papers.map((reply) => accepted(reply).status)).toEqual(asked.map(() => 'printed'))
  const printed = new Set(book.printedJobs)
  const jobs = valuesOf<{ jobId: string }>(acknowledged, ['papers.print']).map(({ jobId }) => jobId)
  expect(jobs.filter((job) => !printed.has(job))).toEqual([])
  const folder = path.join(dataFolder, 'papers')
  const files = existsSync(folder) ? readdirSync(folder) : []
  // A file is called after the number on the paper, in which there is no hyphen here, and the job.
  const jobOf = (file: string): string => path.basename(file, '.pdf').slice(file.indexOf('-') + 1)
  expect(files.map(jobOf).sort()).toEqual([...book.printedJobs].sort())
}

const isIntake = ({ name }: SentCommand): boolean => name === 'casework.accept' || name === 'casework.giveOneTimeNotice'

const valuesOf = <T>(acknowledged: Acknowledged, names: readonly string[]): T[] =>
  acknowledged.filter(({ command }) => names.includes(command.name)).map(({ value }) => value as T)
