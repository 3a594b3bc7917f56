import { parentPort, workerData } from 'node:worker_threads'
import type { ExcelAnswer, ExcelRequest } from '../catalogue/excelProtocol.ts'
import { readWorkbook, writeWorkbook } from '../catalogue/workbook.ts'
import { unpackedSize } from '../catalogue/zipSize.ts'

/** Entry of the thread that reads lists of households, and writes an empty one: one request, one answer, then it ends. */

/** The list of a whole street is a tenth of that. */
const LARGEST = 50 * 1024 * 1024

async function answerTo(request: ExcelRequest): Promise<ExcelAnswer> {
  if (request.kind === 'write') return { ok: true, bytes: await writeWorkbook(request.sheets) }
  const size = unpackedSize(request.bytes)
  if (size === null || size > LARGEST) return { ok: false }
  try {
    return { ok: true, sheets: await readWorkbook(request.bytes, null) }
  } catch {
    // What the library finds wrong with somebody's file helps nobody and may quote it.
    return { ok: false }
  }
}

async function main(): Promise<void> {
  const port = parentPort
  if (!port) throw new Error('households.worker runs in a thread of the main process')
  port.postMessage(await answerTo(workerData as ExcelRequest))
}

void main()
