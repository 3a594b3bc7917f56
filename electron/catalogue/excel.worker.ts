import { parentPort, workerData } from 'node:worker_threads'
import { SHEETS } from '../../shared/domain/catalogue/exchangeColumns.ts'
import type { ExcelAnswer, ExcelRequest } from './excelProtocol.ts'
import { readWorkbook, writeWorkbook } from './workbook.ts'
import { unpackedSize } from './zipSize.ts'

/** Entry of the thread that knows Excel files: one request, one answer, then it ends. */

/** A catalogue of thousands of items is a tenth of that. */
const LARGEST = 100 * 1024 * 1024

async function answerTo(request: ExcelRequest): Promise<ExcelAnswer> {
  if (request.kind === 'write') return { ok: true, bytes: await writeWorkbook(request.sheets) }
  const size = unpackedSize(request.bytes)
  if (size === null || size > LARGEST) return { ok: false }
  try {
    return { ok: true, sheets: await readWorkbook(request.bytes, Object.values(SHEETS)) }
  } catch {
    // What the library finds wrong with somebody's file helps nobody and may quote it.
    return { ok: false }
  }
}

async function main(): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('excel.worker runs in a thread of the main process')
  port.postMessage(await answerTo(workerData as ExcelRequest))
}

void main()
