import { getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

/**
 * The reader of PDFs, loaded with the first preview. The legacy build, because the newer one wants more than Chrome 114
 * has; without eval, because the page forbids it; its worker is a file of our own, so that no blob: is needed.
 */

let worker: PDFWorker | null = null

function ownWorker(): PDFWorker {
  if (worker === null || worker.destroyed) {
    const port = new Worker(workerUrl, { type: 'module' })
    // The library's own types know the option only as null.
    worker = new PDFWorker({ port: port as unknown as null })
  }
  return worker
}

/** Opens a document; `bytes` is handed over and must not be used afterwards. Throws on what is no PDF. */
export const openPdf = (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({
    data: bytes,
    worker: ownWorker(),
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    stopAtErrors: false
  }).promise

/** Draws one page (from 1) onto a canvas, `width` CSS pixels wide at `density` device pixels each. */
export async function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  width: number,
  density: number
): Promise<void> {
  const page = await pdf.getPage(number)
  const natural = page.getViewport({ scale: 1 })
  const viewport = page.getViewport({ scale: (width / natural.width) * density })
  canvas.width = Math.floor(viewport.width)
  canvas.height = Math.floor(viewport.height)
  const canvasContext = canvas.getContext('2d')
  if (canvasContext) await page.render({ canvasContext, viewport }).promise
  page.cleanup()
}

export type { PDFDocumentProxy }
