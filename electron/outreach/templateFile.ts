import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { listTemplate } from '../../shared/domain/outreach/listTemplate.ts'
import { type Reply, refuse } from '../../shared/kernel/result.ts'
import type { Excel } from '../catalogue/excel.ts'

/** Names that are tried; whoever has so many copies may tidy up first. */
const MOST = 99

const nameOf = (count: number): string => (count === 1 ? '住户名单模板.xlsx' : `住户名单模板-${count}.xlsx`)

const isTaken = (error: unknown): boolean =>
  error instanceof Error && (error as NodeJS.ErrnoException).code === 'EEXIST'

/**
 * Writes an empty list of households into a folder. A file that is there already may have been filled in and is never
 * written over. Refuses `exchange-failed` and `export-not-saved`.
 */
export async function saveListTemplate(
  folder: string,
  excel: Pick<Excel, 'write'>
): Promise<Reply<{ readonly path: string }>> {
  const bytes = await excel.write([listTemplate()]).catch(() => null)
  if (!bytes) return refuse('exchange-failed')
  for (let count = 1; count <= MOST; count++) {
    const file = path.join(folder, nameOf(count))
    try {
      await mkdir(folder, { recursive: true })
      await writeFile(file, bytes, { flag: 'wx' })
      return { ok: true, value: { path: file } }
    } catch (error) {
      if (!isTaken(error)) break
    }
  }
  return refuse('export-not-saved')
}
