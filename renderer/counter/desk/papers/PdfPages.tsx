import { useEffect, useRef, useState } from 'react'
import type { Reply } from '../../../../shared/kernel/result.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, Notice } from '../../../ui/index.ts'
import { answered } from '../state/answered.ts'
import { T } from '../texts.ts'
import { G } from './glyphs/texts.ts'
import { PdfPage } from './PdfPage.tsx'
import type { PDFDocumentProxy } from './pdfEngine.ts'

type Shown =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly sentence: string; readonly code?: string }
  | { readonly state: 'ready'; readonly pdf: PDFDocumentProxy }

const LOADING: Shown = { state: 'loading' }

export interface PdfPagesProps {
  readonly docId: string
  readonly label: string
  /** When it changes the pages are asked for again: something about them is different. */
  readonly round?: number
  /** The pages were refused, with this code. */
  readonly onRefused?: (code: string) => void
}

/** The real pages of a paper, as the printer will get them. */
export function PdfPages({ docId, label, round = 0, onRefused }: PdfPagesProps) {
  return (
    <PagesOf
      of={`${docId} ${round}`}
      load={() => ask('papers.pdf', { docId })}
      label={label}
      {...(onRefused && { onRefused })}
    />
  )
}

export interface PagesOfProps {
  /** What is shown; when it changes the pages are asked for again. */
  readonly of: string
  readonly load: () => Promise<Reply<Uint8Array>>
  readonly label: string
  readonly onRefused?: (code: string) => void
}

/** The pages of a PDF from wherever it comes. */
export function PagesOf({ of, load: ask, label, onRefused }: PagesOfProps) {
  const [attempt, setAttempt] = useState(0)
  const [shown, setShown] = useState<Shown>(LOADING)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt is another try at the same paper, and `of` says which
  useEffect(() => {
    let open: PDFDocumentProxy | null = null
    let gone = false
    setShown(LOADING)
    const load = async (): Promise<void> => {
      const next = await loadPdf(ask)
      if (next.state === 'ready') open = next.pdf
      if (gone) return void open?.destroy()
      setShown(next)
      if (next.state === 'failed' && next.code !== undefined) onRefused?.(next.code)
    }
    void load()
    return () => {
      gone = true
      void open?.destroy()
    }
  }, [of, attempt])

  switch (shown.state) {
    case 'loading':
      return (
        <p className="pdf__wait" role="status">
          {T.previewLoading}
        </p>
      )
    case 'failed':
      return (
        <Notice
          tone="warn"
          title={shown.code === 'missing-glyph' ? G.previewLacks : T.previewFailed}
          actions={
            <Button size="small" onClick={() => setAttempt((n) => n + 1)}>
              {T.previewAgain}
            </Button>
          }
        >
          {shown.sentence}
        </Notice>
      )
    case 'ready':
      return <Pages pdf={shown.pdf} label={label} />
  }
}

async function loadPdf(load: () => Promise<Reply<Uint8Array>>): Promise<Shown> {
  const reply = await answered(load())
  if (!reply.ok) return { state: 'failed', sentence: refusalText(reply.refusal), code: reply.refusal.code }
  try {
    const { openPdf } = await import('./pdfEngine.ts')
    // A copy: the reader hands the bytes to its worker and leaves an empty shell behind.
    return { state: 'ready', pdf: await openPdf(reply.value.slice()) }
  } catch {
    return { state: 'failed', sentence: '' }
  }
}

function Pages({ pdf, label }: { readonly pdf: PDFDocumentProxy; readonly label: string }) {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  const numbers = Array.from({ length: pdf.numPages }, (_, i) => i + 1)
  return (
    <div className="pdf" ref={box}>
      {width > 0 &&
        numbers.map((number) => (
          <PdfPage
            key={number}
            pdf={pdf}
            number={number}
            width={width}
            label={T.pageLabel(label, number, pdf.numPages)}
          />
        ))}
    </div>
  )
}
