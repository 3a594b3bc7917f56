import { beforeEach, describe, expect, it } from 'vitest'
import type { Outcome, Submission } from '../../../electron/printing/printers.ts'
import { checkWindowsQueue, findWindowsQueues, windowsSpooler } from '../../../electron/printing/windows/spooler.ts'
import { windowsPrinter } from '../../../electron/printing/windows/windowsPrinter.ts'
import { type PretendedWindows, pretendWindows } from '../../support/windowsSpooler.ts'

/** Against a stand-in for Windows: the order of steps and what is made of its words, not what a real spooler says. */

const QUEUE = '前台 HP "1020" [a]'
const TIMES = { pollMs: 5, contactMs: 60, blockedMs: 20, arriveMs: 15, finishMs: 5_000 }
const NAMES = { docId: 'doc-1', docNo: '青街受〔2026〕1号', jobId: 'job-1' }

let windows: PretendedWindows
let sent: string[]
beforeEach(() => {
  windows = pretendWindows(QUEUE)
  sent = []
})

const printer = () => windowsPrinter(QUEUE, windowsSpooler(windows.ask), windows.press, TIMES)

const submit = (more: Partial<Submission> = {}): Promise<Outcome> =>
  printer().submit({
    name: printer().nameFor(NAMES),
    document: Uint8Array.of(1),
    copies: 2,
    media: 'A4',
    onSent: async (reference) => {
      expect(windows.handed).toEqual([])
      sent.push(reference)
    },
    ...more
  })

const HANDED_OVER = { status: 'printed', evidence: 'handed-over' }

describe('a paper for a Windows queue', () => {
  it('is recorded as sent before it is handed over, under a name that is found again', async () => {
    windows.course = ['Spooling', 'Printing', 'Printing']
    expect(await submit()).toEqual(HANDED_OVER)
    const name = printer().nameFor(NAMES)
    expect(sent).toEqual([name])
    expect(windows.handed).toMatchObject([{ queue: QUEUE, title: name, copies: 2, twoSided: false }])
    expect(name.startsWith('doc-1.')).toBe(true)
  })

  it('has a name that Chromium does not shorten, other for every print', () => {
    const docId = `test-${'a'.repeat(36)}`
    const name = (jobId: string) => printer().nameFor({ docId, docNo: '', jobId })
    expect(name('b'.repeat(40)).length).toBeLessThanOrEqual(80)
    expect(name('job-1')).not.toBe(name('job-2'))
    expect(name('job-1')).toBe(name('job-1'))
  })

  it.each([['Printed'], ['Printing, Printed'], ['Complete, Retained'], ['4224']])(
    'is never more than handed over, whatever the spooler says: “%s”',
    async (status) => {
      windows.course = [status, status, status]
      expect(await submit()).toEqual(HANDED_OVER)
    }
  )

  it('was too quick to be seen in the queue: the word of Chromium stands, if the printer has no complaint', async () => {
    expect(await submit()).toEqual(HANDED_OVER)
    windows = pretendWindows(QUEUE)
    windows.press.open = async () => ({
      async print() {
        windows.printer.status = 'PaperOut'
        return { said: 'handed-over' }
      },
      close: () => undefined
    })
    expect(await submit()).toEqual({ status: 'unknown', detail: 'paperout' })
  })

  it('no word of Chromium and no job: nobody knows', async () => {
    windows.word = 'silent'
    expect(await submit()).toMatchObject({ status: 'unknown' })
  })

  it('no word of Chromium, but the job is there: it is followed', async () => {
    windows.word = 'silent'
    windows.course = [null, 'Spooling', 'Printing']
    expect(await submit()).toEqual(HANDED_OVER)
  })

  it('turned down by Chromium, and no job: nothing was printed', async () => {
    windows.word = { said: 'refused', why: 'Invalid printer settings' }
    expect(await submit()).toEqual({ status: 'failed', reason: 'rejected', detail: 'Invalid printer settings' })
  })

  it('no paper before anything has begun: the job is taken out, and it has failed', async () => {
    windows.course = Array.from({ length: 200 }, () => 'Spooling, PaperOut')
    expect(await submit()).toMatchObject({ status: 'failed', reason: 'paper-out' })
    expect(windows.removed).toEqual([printer().nameFor(NAMES)])
  })

  it('no paper in the middle: pages may be out, and the clerk is asked', async () => {
    windows.course = ['Printing', ...Array.from({ length: 200 }, () => 'Printing, PaperOut, Error')]
    expect(await submit()).toMatchObject({ status: 'unknown' })
    expect(windows.removed).toHaveLength(1)
  })

  it('a job that cannot be taken out may still come: the clerk is asked', async () => {
    windows.course = Array.from({ length: 500 }, () => 'Spooling, Offline')
    windows.stubborn = true
    expect(await submit()).toEqual({ status: 'unknown', detail: 'not taken out: spooling offline' })
  })

  it('a printer that is refilled in time goes on', async () => {
    windows.course = ['Printing', 'Printing, PaperOut', 'Printing', 'Printing']
    expect(await submit()).toEqual(HANDED_OVER)
    expect(windows.removed).toEqual([])
  })

  it('deleted by somebody at the queue: failed while it had not begun, else nobody knows', async () => {
    windows.course = ['Spooling', 'Deleting']
    expect(await submit()).toMatchObject({ status: 'failed', reason: 'aborted' })
    windows = pretendWindows(QUEUE)
    windows.course = ['Printing', 'Printing, Deleting']
    expect(await submit()).toMatchObject({ status: 'unknown' })
  })

  it('a job that vanishes with a complaint, or with a word nobody knows, may not have come out', async () => {
    windows.course = ['Printing', 'Printing, Error']
    expect(await submit()).toEqual({ status: 'unknown', detail: 'printing error' })
    windows = pretendWindows(QUEUE)
    windows.course = ['Printing', 'Printing, Levitating']
    expect(await submit()).toMatchObject({ status: 'unknown' })
  })

  it('Windows falls silent afterwards: nobody knows', async () => {
    windows.course = ['Printing']
    const going = submit({
      onSent: async () => {
        windows.mute = true
      }
    })
    expect(await going).toEqual({ status: 'unknown', detail: 'no contact with the spooler' })
  })

  it('nothing is handed over, or recorded as sent, when it cannot work', async () => {
    windows.printer.status = 'Offline, Error'
    expect(await submit()).toMatchObject({ status: 'failed', reason: 'offline' })
    windows.printer.status = 'Normal'
    windows.draws = false
    expect(await submit()).toEqual({ status: 'failed', reason: 'layout', detail: 'TypeError' })
    windows.mute = true
    expect(await submit()).toMatchObject({ status: 'failed', reason: 'offline' })
    windows = pretendWindows('another')
    expect(await submit()).toEqual({ status: 'failed', reason: 'rejected', detail: 'no such queue' })
    expect([...sent, ...windows.handed]).toEqual([])
  })

  it('an older print of the same paper is taken out of the queue first; others stay', async () => {
    windows.jobs.set('doc-1.older', 'Paused').set('doc-11.other', 'Paused')
    windows.course = ['Printing']
    expect(await submit()).toEqual(HANDED_OVER)
    expect(windows.removed).toEqual(['doc-1.older'])
  })

  it('an older print that stays, or has begun, keeps the new one back', async () => {
    windows.jobs.set('doc-1.older', 'Paused')
    windows.stubborn = true
    expect(await submit()).toMatchObject({ status: 'unknown' })
    windows = pretendWindows(QUEUE)
    windows.jobs.set('doc-1.older', 'Printing')
    expect(await submit()).toMatchObject({ status: 'unknown' })
    expect([...sent, ...windows.handed]).toEqual([])
  })
})

describe('a print that a crash has cut off', () => {
  const name = () => printer().nameFor(NAMES)

  it('never recorded as sent was never handed over', async () => {
    expect(await printer().lookUp(name(), null)).toBe('never-arrived')
  })

  it('is followed where the spooler still has it, and nobody knows where it has not', async () => {
    windows.jobs.set(name(), 'Printed')
    expect(await printer().lookUp(name(), name())).toEqual(HANDED_OVER)
    windows.jobs.clear()
    expect(await printer().lookUp(name(), name())).toEqual({
      status: 'unknown',
      detail: 'the spooler does not know the job'
    })
    windows.mute = true
    expect(await printer().lookUp(name(), name())).toMatchObject({ status: 'unknown' })
  })
})

describe('queues of Windows on the settings page', () => {
  const spooler = () => windowsSpooler(windows.ask)

  it('are listed with how they are', async () => {
    expect(await findWindowsQueues(spooler())).toEqual([{ queue: QUEUE, name: QUEUE, health: 'ready' }])
    windows.printer.status = 'TonerLow, DoorOpen'
    expect(await findWindowsQueues(spooler())).toMatchObject([{ health: 'cover-open' }])
    windows.mute = true
    expect(await findWindowsQueues(spooler())).toBeNull()
  })

  it('are asked one by one', async () => {
    expect(await checkWindowsQueue(QUEUE, spooler())).toEqual({ name: QUEUE, health: 'ready', detail: '' })
    expect(await checkWindowsQueue('other', spooler())).toMatchObject({ health: 'not-there' })
    windows.printer.status = '144'
    expect(await checkWindowsQueue(QUEUE, spooler())).toMatchObject({ health: 'paper-out', detail: 'paperout offline' })
    windows.mute = true
    expect(await checkWindowsQueue(QUEUE, spooler())).toMatchObject({ health: 'unreachable', detail: 'timeout' })
  })
})
