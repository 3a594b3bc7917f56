import type { FontShelf } from '../fontShelf.ts'
import type { ComposablePaper } from '../toPdfmake.ts'
import { layOut } from './copiesLayout.ts'
import { Drawing } from './drawing.ts'
import { PaperDocument } from './paperDocument.ts'

/**
 * Paper → PDF, with pdfmake's layout and our drawing. What the copies of a paper have in common is laid out, drawn and
 * stored once; the pages of all copies show the same stream (ISO 32000-1, 7.7.3.3: Contents may be an array) with the
 * head and foot of their own behind it. The same paper gives the same bytes. Rejects when something cannot be laid out.
 */
export async function composePdf(paper: ComposablePaper, shelf: FontShelf): Promise<Uint8Array> {
  const document = new PaperDocument(shelf, paper.info, paper.language)
  const { pages, margins } = layOut(paper, document)
  const shared: { readonly content: { end(): void }; readonly resources: Record<string, unknown> }[] = []
  margins.forEach((ofCopy, copy) => {
    pages.forEach(({ pageSize, items }, i) => {
      document.addPage({ size: [pageSize.width, pageSize.height] })
      const { page } = document
      const own = page.content
      if (copy === 0) {
        page.content = document.ref()
        // As every page: y downwards from the upper edge. In q and Q, so that the page's own stream begins afresh.
        document.addContent(`q 1 0 0 -1 0 ${pageSize.height} cm`)
        new Drawing(document).draw(items)
        document.addContent('Q')
        shared.push({ content: page.content, resources: page.resources.data })
        page.content.end()
        page.content = own
      }
      const common = shared[i]
      if (common) {
        page.dictionary.data.Contents = [common.content, own]
        addResources(page.resources.data, common.resources)
      }
      new Drawing(document).draw(ofCopy[i] ?? [])
    })
  })
  return document.bytes()
}

/** Fonts and the like that the common stream names. */
function addResources(into: Record<string, unknown>, from: Readonly<Record<string, unknown>>): void {
  for (const [kind, named] of Object.entries(from)) {
    if (kind === 'ProcSet' || into === from) continue
    into[kind] = { ...(named as object), ...(into[kind] as object | undefined) }
  }
}
