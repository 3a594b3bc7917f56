import LayoutBuilder, {
  type PageNode,
  type Placed,
  type PlacedArea,
  type PlacedPage,
  type PlacedRule
} from 'pdfmake/js/LayoutBuilder.js'
import { normalizePageMargin, normalizePageSize } from 'pdfmake/js/PageSize.js'
import { tableLayouts } from 'pdfmake/js/tableLayouts.js'
import { TABLE_LAYOUTS } from '../tableLayouts.ts'
import type { ComposablePaper } from '../toPdfmake.ts'
import type { PaperDocument } from './paperDocument.ts'
import { QuickInlines } from './quickInlines.ts'

/** A paper laid out: what all copies have in common, and what each has of its own. */
export interface LaidOut {
  /** Head and foot are not among the items. */
  readonly pages: readonly PlacedPage[]
  /** Head and foot by copy and page. */
  readonly margins: readonly (readonly (readonly Placed[])[])[]
}

class CopiesLayout extends LayoutBuilder {
  readonly margins: Placed[][][] = []
  private readonly paper: ComposablePaper

  constructor(paper: ComposablePaper) {
    super(normalizePageSize(paper.pageSize), normalizePageMargin(paper.margins), null)
    this.paper = paper
    this.registerTableLayouts(tableLayouts)
    this.registerTableLayouts(TABLE_LAYOUTS)
  }

  override tryLayoutDocument(content: object, document: PaperDocument, ...others: unknown[]): object {
    this.docMeasure.textInlines = new QuickInlines(document)
    return super.tryLayoutDocument(content, document, ...others)
  }

  override addHeadersAndFooters(): void {
    const { copies, header, footer } = this.paper
    const { pages } = this.writer.context()
    for (const copy of copies) {
      const of = (make: typeof header): PageNode | null => make && ((page, total) => make({ page, pages: total, copy }))
      const lengths = pages.map(({ items }) => items.length)
      super.addHeadersAndFooters(of(header), of(footer))
      this.margins.push(pages.map(({ items }, i) => items.splice(lengths[i] ?? 0)))
    }
  }
}

/** Lays a paper out once for all its copies: they have the same words, but for the mark in their heads and feet. */
export function layOut(paper: ComposablePaper, document: PaperDocument): LaidOut {
  const layout = new CopiesLayout(paper)
  const pages = layout.layoutDocument(paper.content, document, {}, paper.style, null, null, null, null)
  for (const page of pages) {
    if (page.pageSize.height === Number.POSITIVE_INFINITY)
      page.pageSize.height = usedHeight(page, paper.margins[1]) + paper.margins[3]
  }
  return { pages, margins: layout.margins }
}

/** Down to the lowest thing on an endless page. */
const usedHeight = ({ items }: PlacedPage, top: number): number =>
  items.reduce(
    (lowest, { type, item }) => Math.max(lowest, type === 'line' ? item.y + item.getHeight() : bottomOf(item)),
    top
  )

const bottomOf = (drawn: PlacedRule | PlacedArea): number =>
  drawn.type === 'line' ? Math.max(drawn.y1, drawn.y2) : drawn.y + drawn.h
