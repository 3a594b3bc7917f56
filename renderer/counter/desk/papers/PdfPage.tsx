import { useEffect, useRef, useState } from 'react'
import type { PDFDocumentProxy } from './pdfEngine.ts'

export interface PdfPageProps {
  readonly pdf: PDFDocumentProxy
  /** From 1. */
  readonly number: number
  /** CSS pixels. */
  readonly width: number
  readonly label: string
}

/**
 * One page as a picture. Each width gets a canvas of its own: one that is still being drawn on cannot be resized, and the
 * old picture stays until the new one is there.
 */
export function PdfPage({ pdf, number, width, label }: PdfPageProps) {
  const box = useRef<HTMLDivElement>(null)
  const [drawn, setDrawn] = useState(false)
  useEffect(() => {
    let gone = false
    const canvas = document.createElement('canvas')
    canvas.className = 'pdf__page'
    const draw = async (): Promise<void> => {
      const { drawPage } = await import('./pdfEngine.ts')
      await drawPage(pdf, number, canvas, width, window.devicePixelRatio)
      if (gone) return
      box.current?.replaceChildren(canvas)
      setDrawn(true)
    }
    // A document that is closed while it is being drawn rejects; its picture is not wanted any more.
    draw().catch(() => undefined)
    return () => {
      gone = true
    }
  }, [pdf, number, width])
  return <div className="pdf__box" ref={box} role="img" aria-label={label} data-drawn={drawn || undefined} />
}
