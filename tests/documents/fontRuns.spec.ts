import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyFonts, type Fonts, splitRuns } from '../../shared/documents/fontRuns.ts'
import { layoutPaper } from '../../shared/documents/layout/layoutPaper.ts'
import type { LayoutNode } from '../../shared/documents/layout/nodes.ts'
import { acceptance, PAPERS, ticket, withName } from './samples.ts'

/** A body face for the BMP and a rare face for the ideographs beyond it up to Extension F. */
const fonts: Fonts = {
  faces: ['paper', 'rare'],
  covers: (face, codePoint) => (face === 'paper' ? codePoint < 0x10000 : codePoint >= 0x20000 && codePoint < 0x2ebe1)
}

describe('splitting text into runs', () => {
  test('text that the body face covers is one run', () => {
    expect(splitRuns('张小满，2026年', fonts)).toEqual({ ok: true, runs: [{ face: 'paper', text: '张小满，2026年' }] })
  })

  test('a rare character gets its own run, and its neighbours stay where they were', () => {
    const split = splitRuns('李𠮷田', fonts)
    expect(split).toEqual({
      ok: true,
      runs: [
        { face: 'paper', text: '李' },
        { face: 'rare', text: '𠮷' },
        { face: 'paper', text: '田' }
      ]
    })
  })

  test('a character that no face has is named, once', () => {
    const extI = String.fromCodePoint(0x2ebf0)
    expect(splitRuns(`张${extI}王${extI}`, fonts)).toEqual({ ok: false, missing: [extI] })
  })

  test('a private-use code point of old GBK becomes the real character', () => {
    expect(splitRuns('\ue863', fonts)).toEqual({ ok: true, runs: [{ face: 'paper', text: '䶮' }] })
  })

  test('any other private-use code point is missing, even where a font has a glyph for it', () => {
    const all: Fonts = { faces: ['paper'], covers: () => true }
    expect(splitRuns('张\ue001', all)).toEqual({ ok: false, missing: ['\ue001'] })
  })

  test('a variation selector goes with its base and needs no glyph', () => {
    const none: Fonts = { faces: ['paper', 'rare'], covers: (face, cp) => cp < 0xe0100 && fonts.covers(face, cp) }
    const split = splitRuns('𠮷\u{e0100}田', none)
    expect(split).toMatchObject({ ok: true, runs: [{ face: 'rare', text: '𠮷\u{e0100}' }, { text: '田' }] })
  })

  test('what draws nothing is left out where no face has it', () => {
    const plain: Fonts = { faces: ['paper'], covers: (_, cp) => cp !== 0x200b }
    expect(splitRuns('张\u200b三', plain)).toEqual({ ok: true, runs: [{ face: 'paper', text: '张三' }] })
  })

  test('a combining mark stays in the run of its base', () => {
    const both: Fonts = { faces: ['paper', 'rare'], covers: (face, cp) => cp === 0x301 || fonts.covers(face, cp) }
    expect(splitRuns('𠮷\u0301', both)).toEqual({ ok: true, runs: [{ face: 'rare', text: '𠮷\u0301' }] })
  })

  test('half a surrogate pair is missing', () => {
    expect(splitRuns('张\ud842', { faces: ['paper'], covers: (_, cp) => cp < 0xd800 })).toMatchObject({ ok: false })
  })

  test('runs put together are the text, no two neighbours share a face, and each face covers its run', () => {
    const letters = fc.array(fc.constantFrom('张', 'a', '9', '𠮷', '𬭎', '\n', '·'), { maxLength: 40 })
    fc.assert(
      fc.property(letters, (chars) => {
        const text = chars.join('')
        const split = splitRuns(text, fonts)
        if (!split.ok) return false
        const { runs } = split
        const whole = runs.map((run) => run.text).join('') === text
        const apart = runs.every((run, i) => run.face !== runs[i - 1]?.face)
        const covered = runs.every((run) =>
          [...run.text].every((char) => char === '\n' || fonts.covers(run.face, char.codePointAt(0) ?? 0))
        )
        return whole && apart && covered
      })
    )
  })
})

/** Every face and text in a tree, wherever pdfmake would look for it. */
function textsIn(node: LayoutNode | string): readonly { readonly face: string; readonly text: string }[] {
  if (typeof node === 'string') return [{ face: 'paper', text: node }]
  if ('text' in node) {
    const parts = typeof node.text === 'string' ? [node.text] : node.text
    return parts.map((part) =>
      typeof part === 'string'
        ? { face: node.font ?? 'paper', text: part }
        : { face: part.font ?? node.font ?? 'paper', text: part.text }
    )
  }
  if ('stack' in node) return node.stack.flatMap(textsIn)
  if ('columns' in node) return node.columns.flatMap(textsIn)
  if ('table' in node) return node.table.body.flat().flatMap(textsIn)
  return []
}

describe('a whole paper', () => {
  const papers = [ticket, ...PAPERS.map((paper) => withName(paper, '𠮷田𬭎'))]

  test.each(papers)('$kind: no text stands in a face that lacks it', (paper) => {
    const rareHall = { ...paper, hall: { ...paper.hall, name: '𠮷溪街道便民服务中心' } }
    const applied = applyFonts(layoutPaper(rareHall, { template: 1, reprint: 2 }), fonts)
    if (!applied.ok) throw new Error('nothing is missing')
    const place = { page: 1, pages: 1, copy: '第一联' }
    const { content, header, footer } = applied.definition
    const all = [...content, ...(header ? [header(place)] : []), ...(footer ? [footer(place)] : [])].flatMap(textsIn)
    for (const { face, text } of all) {
      for (const char of text)
        expect(char === '\n' || fonts.covers(face, char.codePointAt(0) ?? 0), `${char} in ${face}`).toBe(true)
    }
    expect(all.filter(({ face }) => face === 'rare').length).toBeGreaterThan(0)
  })

  test('a character that is missing in the head of the page alone stops the paper', () => {
    const extI = String.fromCodePoint(0x2ebf0)
    const paper = { ...acceptance, hall: { ...acceptance.hall, name: `${extI}街道` } }
    expect(applyFonts(layoutPaper(paper, { template: 1, reprint: 0 }), fonts)).toEqual({ ok: false, missing: [extI] })
  })

  test('the definition that went in is not changed', () => {
    const definition = layoutPaper(withName(acceptance, '𠮷田'), { template: 1, reprint: 0 })
    const before = JSON.stringify(definition)
    applyFonts(definition, fonts)
    expect(JSON.stringify(definition)).toBe(before)
  })
})
