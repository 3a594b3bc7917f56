import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { folderPrinter } from '../../electron/printing/folderPrinter.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'linchuang-papers-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const pdf = new Uint8Array([37, 80, 68, 70])
const names = { docId: 'd1', docNo: '云溪街办受〔2026〕010007号', jobId: 'job-1' }
const submission = (name: string, onSent = async (): Promise<void> => undefined) =>
  ({ name, document: pdf, copies: 1, media: 'A4', onSent }) as const

describe('saving papers to a folder', () => {
  test('one file a print, named by document number and job', async () => {
    const printer = folderPrinter(path.join(folder, 'new'))
    const outcome = await printer.submit(submission(printer.nameFor(names)))
    expect(outcome).toEqual({ status: 'printed', evidence: 'file' })
    expect(readdirSync(path.join(folder, 'new'))).toEqual(['云溪街办受〔2026〕010007号-job-1.pdf'])
    expect([...readFileSync(path.join(folder, 'new', '云溪街办受〔2026〕010007号-job-1.pdf'))]).toEqual([...pdf])
  })

  test('a number with signs that file systems refuse cannot leave the folder', () => {
    const name = folderPrinter(folder).nameFor({ ...names, docNo: '../../etc/passwd:*?"<>|\\\0' })
    expect(name).toBe('_etc_passwd_-job-1')
  })

  test('a very long number still gives a file', async () => {
    const printer = folderPrinter(folder)
    const outcome = await printer.submit(submission(printer.nameFor({ ...names, docNo: '〔号〕'.repeat(200) })))
    expect(outcome).toEqual({ status: 'printed', evidence: 'file' })
  })

  test('after a crash between saving and recording the file is found; before saving, nothing', async () => {
    const printer = folderPrinter(folder)
    const name = printer.nameFor(names)
    expect(await printer.lookUp(name, null)).toBe('never-arrived')
    const crash = submission(name, () => Promise.reject(new Error('crash')))
    await expect(printer.submit(crash)).rejects.toThrow('crash')
    expect(await printer.lookUp(name, null)).toEqual({ status: 'printed', evidence: 'file' })
  })

  test('half a file left by a crash is not taken for a paper', async () => {
    const printer = folderPrinter(folder)
    const name = printer.nameFor(names)
    writeFileSync(path.join(folder, `${name}.pdf.part`), 'half')
    expect(await printer.lookUp(name, null)).toBe('never-arrived')
    await printer.submit(submission(name))
    expect(readdirSync(folder)).toEqual([`${name}.pdf`])
  })

  test('a place that is no folder is a failed print', async () => {
    const file = path.join(folder, 'file')
    writeFileSync(file, '')
    const printer = folderPrinter(path.join(file, 'below'))
    expect(await printer.submit(submission('x'))).toMatchObject({
      status: 'failed',
      reason: 'other',
      detail: 'ENOTDIR'
    })
  })

  test('a full disk is named, leaves no half file, and is no reason to remember anything', async () => {
    const printer = folderPrinter(folder)
    const name = printer.nameFor(names)
    // Whatever is written there, the kernel answers that the device is full.
    symlinkSync('/dev/full', path.join(folder, `${name}.pdf.part`))
    const job = submission(name, () => Promise.reject(new Error('never sent')))
    expect(await printer.submit(job)).toEqual({ status: 'failed', reason: 'disk-full', detail: 'ENOSPC' })
    expect(readdirSync(folder)).toEqual([])
  })
})
