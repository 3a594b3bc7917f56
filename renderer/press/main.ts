import { getDocument, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

/**
 * A page that nobody sees: it turns our own PDF into pictures of its pages, each as large as its sheet, and is then
 * printed by the main process. It has no doors; the main process calls the one function below.
 */

/** Of a page of PDF (ISO 32000-1 §8.3.2.3). */
const POINTS_PER_INCH = 72

export interface Laid {
  readonly pages: number
  /** Of the first page, in millimetres. */
  readonly widthMm: number
  readonly heightMm: number
}

/**
 * Draws every page of `pdf` (Base64) with `dpi` dots an inch, and calls the page `title`, which becomes the name of the
 * print job. Rejects for what is no PDF or has no pages.
 */
async function lay(pdf: string, title: string, dpi: number): Promise<Laid> {
  document.title = title
  const bytes = Uint8Array.from(atob(pdf), (character) => character.charCodeAt(0))
  const port = new Worker(workerUrl, { type: 'module' })
  // The library's own types know the option only as null.
  const worker = new PDFWorker({ port: port as unknown as null })
  const open = { data: bytes, worker, isEvalSupported: false, enableXfa: false, useSystemFonts: false }
  const read = await getDocument({ ...open, stopAtErrors: true }).promise
  const sizes: { readonly width: number; readonly height: number }[] = []
  for (let number = 1; number <= read.numPages; number++) {
    const page = await read.getPage(number)
    const { width, height } = page.getViewport({ scale: 1 })
    const canvas = document.createElement('canvas')
    const viewport = page.getViewport({ scale: dpi / POINTS_PER_INCH })
    canvas.width = Math.round(viewport.width)
    canvas.height = Math.round(viewport.height)
    const canvasContext = canvas.getContext('2d')
    if (!canvasContext) throw new Error('no canvas')
    // `print`: as for paper, and not held up by a window that is not in sight.
    await page.render({ canvasContext, viewport, intent: 'print' }).promise
    page.cleanup()
    sizes.push({ width, height })
    document.body.append(await pictureOf(canvas, width, height))
  }
  await read.destroy()
  worker.destroy()
  port.terminate()
  const [first] = sizes
  if (!first) throw new Error('no pages')
  // Sheets as large as the pages, and no margins of the browser's.
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`@page { size: ${first.width}pt ${first.height}pt; margin: 0 }`)
  document.adoptedStyleSheets = [sheet]
  return { pages: sizes.length, widthMm: millimetres(first.width), heightMm: millimetres(first.height) }
}

const millimetres = (points: number): number => (points / POINTS_PER_INCH) * 25.4

/** A picture keeps its dots where a canvas would be printed with those of the screen. */
async function pictureOf(canvas: HTMLCanvasElement, width: number, height: number): Promise<HTMLImageElement> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  canvas.width = 0
  if (!blob) throw new Error('no picture')
  const picture = new Image()
  picture.className = 'press__page'
  picture.style.width = `${width}pt`
  picture.style.height = `${height}pt`
  picture.src = URL.createObjectURL(blob)
  await picture.decode()
  return picture
}

Object.assign(globalThis, { lay })
