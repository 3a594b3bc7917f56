import { describe, expect, it } from 'vitest'
import type { PrintEvent } from '../../shared/domain/printing/printing.ts'
import { accept } from '../../shared/kernel/result.ts'
import { fakeTerminal } from './support/fakeTerminal.ts'

const KIOSK = { contentsId: 3, screen: 'kiosk', session: null } as const

async function withTicket() {
  const { terminal, handlers } = await fakeTerminal()
  const input = { group: 'A', itemId: null, priority: null, paper: true }
  const reply = await handlers['kiosk.take'](input, KIOSK, 'take-a-number-1')
  if (!reply.ok) throw new Error(reply.refusal.code)
  const { docId } = reply.value
  let prints = 0
  const print = async (...events: readonly PrintEvent[]) => {
    prints += 1
    const meta = { at: terminal.ambient.nowIso(), date: terminal.ambient.today() }
    await terminal.executor.run({
      lane: docId,
      stream: `doc-${docId}`,
      commandId: `print-${prints}`,
      meta: { ...meta, by: 'system', byName: '', screen: 'main', terminal: '01' },
      decide: () => accept(events),
      expected: () => terminal.desk.versionOf(`doc-${docId}`) ?? 0
    })
  }
  const paper = () => handlers['kiosk.paper']({ docId }, KIOSK)
  const queued = (jobId: string): PrintEvent => ({
    type: 'PrintQueued',
    v: 1,
    data: { docId, jobId, printer: 'folder', copies: 1, reprint: 0 }
  })
  return { handlers, docId, print, paper, queued }
}

describe('what the kiosk learns of the sheet of a number', () => {
  it('is that it is on its way until the printer has said more', async () => {
    const { docId, print, paper, queued } = await withTicket()
    expect(await paper()).toEqual({ ok: true, value: 'queued' })
    await print(queued('j1'))
    expect(await paper()).toEqual({ ok: true, value: 'queued' })
    await print({ type: 'Printed', v: 1, data: { docId, jobId: 'j1', evidence: 'printer' } })
    expect(await paper()).toEqual({ ok: true, value: 'printed' })
  })

  it('is that it failed, also where nobody knows: the visitor remembers the number', async () => {
    const failed = await withTicket()
    await failed.print(failed.queued('j1'), {
      type: 'PrintFailed',
      v: 1,
      data: { docId: failed.docId, jobId: 'j1', reason: 'paper-out', detail: '' }
    })
    expect(await failed.paper()).toEqual({ ok: true, value: 'failed' })
    const unknown = await withTicket()
    await unknown.print(unknown.queued('j1'), {
      type: 'PrintUnknown',
      v: 1,
      data: { docId: unknown.docId, jobId: 'j1', detail: '' }
    })
    expect(await unknown.paper()).toEqual({ ok: true, value: 'failed' })
  })

  it('is nothing of any other paper', async () => {
    const { handlers } = await withTicket()
    const reply = await handlers['kiosk.paper']({ docId: '500102202611230100011-1' }, KIOSK)
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'paper-unknown' } })
  })
})
