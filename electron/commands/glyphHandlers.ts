import { decideGlyphs, GLYPHS, type GlyphCommand } from '../../shared/domain/printing/glyphs.ts'
import type { Reply } from '../../shared/kernel/result.ts'
import { refuse } from '../../shared/kernel/result.ts'
import { glyphsLacking } from '../../shared/projections/glyphsLacking.ts'
import type { Caller, Handlers } from '../ipc/bindContract.ts'
import { type LookedUpPaper, paperById } from './paperLookup.ts'
import { metaOf, type Terminal } from './terminal.ts'

type Door = Extract<keyof Handlers, `glyphs.${string}`>

interface Lacking {
  readonly paper: LookedUpPaper
  readonly characters: readonly string[]
}

/** Ways on for papers with characters that no font has: what is missing, a picture, a square to write into. */
export function glyphHandlers(terminal: Terminal): Pick<Handlers, Door> {
  const { desk, executor } = terminal

  /** What the fonts alone do not have: the paper is tried without anything that has been made for it. */
  async function lackingOn(docId: string): Promise<Reply<Lacking>> {
    const paper = await paperById(terminal, docId)
    if (!paper) return refuse('paper-unknown')
    const made = await terminal.renderPdf(paper.paper, { reprint: 0, template: paper.template })
    if (made.ok) return { ok: true, value: { paper, characters: [] } }
    if (made.failure !== 'missing-glyph') return refuse('pdf-failed')
    return { ok: true, value: { paper, characters: made.characters ?? [] } }
  }

  async function run(
    docId: string,
    caller: Caller,
    commandId: string,
    command: (lacking: readonly number[], paper: LookedUpPaper) => GlyphCommand
  ): Promise<Reply<null>> {
    const found = await lackingOn(docId)
    if (!found.ok) return found
    const { paper, characters } = found.value
    const lacking = characters.map((char) => char.codePointAt(0) ?? 0)
    const reply = await executor.run({
      lane: GLYPHS,
      stream: GLYPHS,
      commandId,
      meta: metaOf(terminal, caller),
      decide: () => decideGlyphs(desk.glyphs, command(lacking, paper)),
      expected: () => desk.versionOf(GLYPHS) ?? 0
    })
    return reply.ok ? { ok: true, value: null } : reply
  }

  return {
    async 'glyphs.missing'({ docId }) {
      const found = await lackingOn(docId)
      if (!found.ok) return found
      const { paper, characters } = found.value
      return { ok: true, value: glyphsLacking(desk.glyphs, docId, paper.paper, characters) }
    },

    'glyphs.draw': ({ docId, codePoint, bitmap, source }, caller, commandId) =>
      run(docId, caller, commandId, (lacking) => ({ type: 'drawGlyph', codePoint, bitmap, source, lacking })),

    'glyphs.leaveToHand': ({ docId, codePoints }, caller, commandId) =>
      run(docId, caller, commandId, (lacking, { paper }) => ({
        type: 'leaveToHand',
        docId,
        codePoints,
        kind: paper.kind,
        lacking
      }))
  }
}
