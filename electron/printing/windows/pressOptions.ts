import type { WebContentsPrintOptions } from 'electron'
import type { PressJob } from './windowsPrinter.ts'

/** Dots an inch: Chinese of 9 pt and the bars of Code 128 come out clean, and a sheet of A4 takes 35 MB while it is drawn. */
export const DPI = 300

/** As the page answers that has drawn a document. */
export interface Laid {
  readonly pages: number
  /** Of the first page. */
  readonly widthMm: number
  readonly heightMm: number
}

const MICROMETRES = 1000

/** What Chromium is told: our sheet as it is, on that queue, with nothing asked of anybody. */
export function printOptions(job: PressJob, { widthMm, heightMm }: Laid): WebContentsPrintOptions {
  return {
    silent: true,
    printBackground: true,
    deviceName: job.queue,
    copies: job.copies,
    collate: true,
    duplexMode: job.twoSided ? 'longEdge' : 'simplex',
    landscape: false,
    margins: { marginType: 'none' },
    scaleFactor: 100,
    dpi: { horizontal: DPI, vertical: DPI },
    pageSize: { width: Math.round(widthMm * MICROMETRES), height: Math.round(heightMm * MICROMETRES) }
  }
}
