import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createPdfService } from '../../electron/printing/pdfService.ts'
import { acceptance, notice, ticket } from '../documents/samples.ts'
import { type BuiltWorker, buildWorker } from './pdfWorker.ts'

vi.setConfig({ testTimeout: 60_000 })

let built: BuiltWorker
let folder: string

beforeAll(async () => {
  built = await buildWorker()
  folder = mkdtempSync(path.join(tmpdir(), 'linchuang-worker-'))
}, 60_000)

afterAll(() => {
  built.remove()
  rmSync(folder, { recursive: true, force: true })
})

/** A worker with a will of its own: `body` runs for every request, with `port`, `request`, `fs` and `mark` at hand. */
function strangeWorker(name: string, body: string): string {
  const file = path.join(folder, `${name}.cjs`)
  writeFileSync(
    file,
    `const { parentPort: port } = require('node:worker_threads')
const fs = require('node:fs')
const mark = ${JSON.stringify(path.join(folder, `${name}.mark`))}
port.on('message', (request) => { ${body} })
`
  )
  return file
}

const ANSWER = 'port.postMessage({ id: request.id, result: { ok: true, document: new Uint8Array([request.reprint]) } })'
const DIE_ONCE = "if (!fs.existsSync(mark)) { fs.writeFileSync(mark, ''); process.exit(3) }"

describe('the PDF service', () => {
  test('makes papers in the order they are asked for, whether it was warmed or not', async () => {
    for (const warm of [false, true]) {
      const service = createPdfService({ ...built, extraFontFiles: [] })
      if (warm) service.warm()
      const order: string[] = []
      const papers = [acceptance, ticket, notice]
      await Promise.all(
        papers.map((paper) => service.render(paper, { reprint: 0 }).then((r) => order.push(`${paper.kind} ${r.ok}`)))
      )
      await service.close()
      expect(order).toEqual(['acceptanceNotice true', 'ticket true', 'oneTimeNotice true'])
    }
  })

  test('a template that does not exist is a layout failure that quotes nothing from the paper', async () => {
    const service = createPdfService({ ...built, extraFontFiles: [] })
    const result = await service.render(acceptance, { reprint: 0, template: 99 })
    const broken = await service.render({ ...acceptance, issuedOn: acceptance.applicant.name }, { reprint: 0 })
    await service.close()
    expect(result).toMatchObject({ ok: false, failure: 'layout' })
    expect(broken).toMatchObject({ ok: false, failure: 'layout' })
    expect(JSON.stringify([result, broken])).not.toContain(acceptance.applicant.name)
  })

  test('a thread that dies over a paper is started anew, and the paper is made', async () => {
    const service = createPdfService({ ...built, workerFile: strangeWorker('mortal', `${DIE_ONCE} ${ANSWER}`) })
    const results = await Promise.all([7, 8].map((reprint) => service.render(ticket, { reprint })))
    await service.close()
    expect(results.map((result) => (result.ok ? [...result.document] : result))).toEqual([[7], [8]])
  })

  test('a paper that kills its thread every time fails, and the next one is made', async () => {
    const body = `if (request.reprint === 1) throw new Error('${acceptance.applicant.name}'); ${ANSWER}`
    const service = createPdfService({ ...built, workerFile: strangeWorker('poison', body) })
    const [bad, good] = await Promise.all([
      service.render(ticket, { reprint: 1 }),
      service.render(ticket, { reprint: 2 })
    ])
    await service.close()
    expect(bad).toMatchObject({ ok: false, failure: 'layout' })
    expect(JSON.stringify(bad)).not.toContain(acceptance.applicant.name)
    expect(good.ok).toBe(true)
  })

  test('a thread that hangs is replaced, and the next paper is made', async () => {
    const body = `if (request.reprint === 1) for (;;); ${ANSWER}`
    const service = createPdfService({ ...built, workerFile: strangeWorker('stuck', body), timeoutMs: 500 })
    const [bad, good] = await Promise.all([
      service.render(ticket, { reprint: 1 }),
      service.render(ticket, { reprint: 2 })
    ])
    await service.close()
    expect(bad).toEqual({ ok: false, failure: 'layout', detail: 'timeout' })
    expect(good.ok).toBe(true)
  })

  test('without its fonts every paper fails and none is half made', async () => {
    const service = createPdfService({ ...built, fontsFolder: folder })
    expect(await service.render(ticket, { reprint: 0 })).toMatchObject({ ok: false, failure: 'layout' })
    await service.close()
  })

  test('closed, it answers what still waits, and takes nothing more', async () => {
    const service = createPdfService({ ...built, workerFile: strangeWorker('silent', '') })
    const waiting = [service.render(ticket, { reprint: 0 }), service.render(ticket, { reprint: 0 })]
    await service.close()
    expect(await Promise.all([...waiting, service.render(ticket, { reprint: 0 })])).toEqual(
      Array.from({ length: 3 }, () => ({ ok: false, failure: 'layout', detail: 'closed' }))
    )
  })
})

/** The Node that is inside Electron, where the build scripts have put one; users run the worker in it. */
const ELECTRON = path.resolve(import.meta.dirname, '../../.cache/electron-stand-in/25.1.1/electron')

const RENDER_IN = `
const { Worker } = require('node:worker_threads')
const [workerFile, fontsFolder, request] = process.argv.slice(1)
const worker = new Worker(workerFile, { workerData: { fontsFolder, extraFontFiles: [] } })
worker.on('message', ({ result }) => {
  process.stdout.write(result.ok ? Buffer.from(result.document) : JSON.stringify(result))
  worker.terminate()
})
worker.postMessage(JSON.parse(request))
`

const runtimes = [process.execPath, ...(existsSync(ELECTRON) ? [ELECTRON] : [])]

describe('the bundled worker', () => {
  test.each(runtimes)('makes a PDF under %s', (runtime) => {
    const request = JSON.stringify({ id: 1, paper: notice, template: 1, reprint: 0 })
    const output = execFileSync(runtime, ['-e', RENDER_IN, built.workerFile, built.fontsFolder, request], {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      maxBuffer: 16 * 1024 * 1024
    })
    expect(output.subarray(0, 5).toString()).toBe('%PDF-')
    expect(output.length).toBeGreaterThan(20_000)
  })
})
