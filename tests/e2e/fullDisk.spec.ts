import { cpSync, mkdirSync } from 'node:fs'
import { accepted, launchApp, refused, settled } from '../support/app.ts'
import { intake, itemFor, visitor } from '../support/e2eIntake.ts'
import { LogReader, logFolder } from '../support/e2eLog.ts'
import { smallDisk } from '../support/e2eSmallDisk.ts'
import { expect, test } from '../support/e2eTest.ts'

/** More tickets than fit into what the file system has set aside for the log already. */
const ENOUGH = 200

test('a full disk refuses commands with a sentence, loses nothing, and work goes on when there is room again', async ({
  dataFolder,
  foundedLog
}) => {
  const disk = smallDisk(dataFolder)
  mkdirSync(disk.dataFolder)
  cpSync(foundedLog, logFolder(disk.dataFolder), { recursive: true })
  const running = await launchApp({ dataFolder: disk.dataFolder })
  try {
    const { api } = running
    await running.found()
    accepted(await api.command('queue.openCounter', {}))
    const item = await itemFor(api, '低保')
    const issued: string[] = []
    const takeTicket = async (): Promise<string> => {
      const reply = await api.command('queue.issueTicket', { group: 'A', priority: null })
      if (!reply.ok) return reply.refusal.code
      issued.push(reply.value.docId)
      return 'issued'
    }
    expect(await takeTicket()).toBe('issued')
    const kept = accepted(await api.command('casework.accept', intake(item, visitor(1))))
    await settled(running)
    expect((await api.listenOnce('app')).diskFull).toBe(false)

    await disk.fill(running)
    let answer = 'issued'
    for (let i = 0; i < ENOUGH && answer === 'issued'; i += 1) answer = await takeTicket()
    expect(answer).toBe('log-full')
    const waiting = issued.length
    const commandId = 'told-that-the-disk-is-full'
    const second = intake(item, visitor(2))
    expect(refused(await api.command('casework.accept', second, commandId))).toBe('log-full')
    expect(refused(await api.command('queue.callNext', {}))).toBe('log-full')
    expect(refused(await api.command('papers.print', { docId: kept.docId }))).toBe('log-full')
    await api.until(
      'app',
      ({ diskFull, phase }) => diskFull && phase === 'desk',
      'the screen says that the disk is full'
    )
    await api.until('desk', ({ waitingAll }) => waitingAll === waiting, 'everybody who has a ticket waits')
    expect(accepted(await api.query('casework.get', { caseId: kept.caseId })).caseNo).toBe(kept.caseNo)

    await disk.makeRoom(running)
    const next = accepted(await api.command('casework.accept', second, commandId))
    expect(next.caseNo.slice(16, 20)).toBe('0002')
    await api.until('app', ({ diskFull }) => !diskFull, 'the screen takes it back')
    expect(await takeTicket()).toBe('issued')
    await api.until('desk', ({ waitingAll }) => waitingAll === waiting + 1, 'one more waits')
    accepted(await api.command('queue.callNext', {}))
    const papers = await api.queryAll(
      'papers.get',
      issued.map((docId) => ({ docId }))
    )
    expect(papers.map((reply) => accepted(reply).docNo)).toEqual(
      issued.map((_, i) => `A${String(i + 1).padStart(3, '0')}`)
    )
    await running.close()

    const records = new LogReader(disk.dataFolder).read()
    const written = records.flatMap(({ events }) =>
      events.flatMap((e) => (e.type === 'TicketIssued' ? [e.data.no] : []))
    )
    expect(written).toEqual(issued.map((_, i) => `A${String(i + 1).padStart(3, '0')}`))

    const again = await launchApp({ dataFolder: disk.dataFolder })
    try {
      await again.found()
      await settled(again)
      const cases = accepted(await again.api.query('casework.search', { text: '500102', limit: 10 }))
      expect(cases.cases.map(({ caseNo }) => caseNo)).toEqual([next.caseNo, kept.caseNo])
    } finally {
      await again.kill()
    }
  } finally {
    await running.kill()
    disk.remove()
  }
})
