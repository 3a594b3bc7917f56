import { constants } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { failed, type Outcome, type Printer, unknown } from './printers.ts'

/** What file systems of any platform take; the brackets of a document number are among it. */
const UNSAFE = /[^\p{L}\p{N}〔〕_-]+/gu

/** Longest file name without its ending, well below what file systems allow in UTF-8. */
const NAME_MAX = 60

const codeOf = (error: unknown): string =>
  error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : 'error'

const FULL = new Set(['ENOSPC', 'EDQUOT'])

/** Saves papers as PDF files, one a print. A file under its final name is whole and on disk. */
export function folderPrinter(folder: string): Printer {
  const fileOf = (name: string): string => path.join(folder, `${name}.pdf`)

  return {
    nameFor({ docNo, jobId }) {
      const safe = [...docNo.replace(UNSAFE, '_')].slice(0, NAME_MAX).join('')
      return `${safe}-${jobId}`
    },

    async submit({ name, document, onSent }): Promise<Outcome> {
      const target = fileOf(name)
      const temporary = `${target}.part`
      try {
        await mkdir(folder, { recursive: true })
        const file = await open(temporary, 'w')
        try {
          await file.writeFile(document)
          await file.datasync()
        } finally {
          await file.close()
        }
        await rename(temporary, target)
        await syncFolder(folder)
      } catch (error) {
        await rm(temporary, { force: true }).catch(() => undefined)
        return failed(FULL.has(codeOf(error)) ? 'disk-full' : 'other', codeOf(error))
      }
      await onSent(path.basename(target))
      return { status: 'printed', evidence: 'file' }
    },

    async lookUp(name) {
      try {
        await access(fileOf(name), constants.F_OK)
        return { status: 'printed', evidence: 'file' }
      } catch (error) {
        return codeOf(error) === 'ENOENT' ? 'never-arrived' : unknown(codeOf(error))
      }
    }
  }
}

/** Makes the new name durable. Windows has no such call and journals names itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, constants.O_RDONLY)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
