import { beforeEach, describe, expect, test } from 'vitest'
import { glyphHandlers } from '../../electron/commands/glyphHandlers.ts'
import { paperHandlers } from '../../electron/commands/paperHandlers.ts'
import type { Terminal } from '../../electron/commands/terminal.ts'
import { missingGlyphs } from '../../electron/printing/pdfProtocol.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import type { MadeGlyphs } from '../../shared/domain/printing/glyphs.ts'
import type { Json } from '../../shared/kernel/messages.ts'
import { Desk } from '../../shared/projections/desk.ts'
import { packDesk, unpackDesk } from '../../shared/projections/deskSnapshot.ts'
import { acceptance, withName } from '../documents/samples.ts'
import { INVENTED } from '../printing/glyphs/pictures.ts'
import { fakeTerminal, type TestTerminal } from './support/fakeTerminal.ts'

/** 补字 through its doors: what is asked of the fonts, what is recorded before anything prints, and what papers get. */

const CHAR = '\u{2ebf0}'
const CODE = 0x2ebf0

let hall: TestTerminal
let doors: ReturnType<typeof glyphHandlers>
let papers: ReturnType<typeof paperHandlers>
/** What papers were made with, one entry a try. */
let madeWith: (MadeGlyphs | null)[]

/** A maker of papers whose fonts have everything but one character. */
const renderPdf: Terminal['renderPdf'] = (paper, { glyphs = null }) => {
  madeWith.push(glyphs)
  const has = glyphs && (glyphs.byHand.includes(CODE) || glyphs.pictures.some(({ codePoint }) => codePoint === CODE))
  const lacks = JSON.stringify(paper).includes(CHAR) && !has
  return Promise.resolve(lacks ? missingGlyphs([CHAR]) : { ok: true, document: Uint8Array.of(1) })
}

const issue = (docId: string, name: string) =>
  hall.log.append(`case-${docId}`, 0, {
    commitId: `issue-${docId}`,
    events: [
      {
        type: 'DocumentIssued',
        v: 1,
        data: { docId, docNo: docId, template: 1, caseId: null, paper: withName(acceptance, name) as unknown as Json }
      }
    ],
    meta: {
      at: hall.ambient.nowIso(),
      date: hall.ambient.today(),
      by: 'system',
      byName: '',
      screen: 'main',
      terminal: '01'
    },
    reply: null
  })

beforeEach(async () => {
  hall = await fakeTerminal()
  madeWith = []
  const terminal = { ...hall.terminal, renderPdf }
  doors = glyphHandlers(terminal)
  papers = paperHandlers(terminal)
  await issue('d1', `张${CHAR}`)
  await issue('d2', `李${CHAR}`)
  await issue('plain', '王芳')
})

const recorded = (): readonly DomainEvent[] =>
  hall.log
    .all()
    .filter(({ stream }) => stream === 'glyphs')
    .flatMap(({ commit }) => commit.events as readonly DomainEvent[])
const missing = (docId: string) => doors['glyphs.missing']({ docId }, hall.caller)
const pdf = (docId: string) => papers['papers.pdf']({ docId }, hall.caller)
const draw = (docId: string, commandId: string, bitmap = INVENTED) =>
  doors['glyphs.draw']({ docId, codePoint: CODE, bitmap, source: 'drawn' }, hall.caller, commandId)
const leave = (docId: string, commandId: string) =>
  doors['glyphs.leaveToHand']({ docId, codePoints: [CODE] }, hall.caller, commandId)

describe('a paper with a character that no font has', () => {
  test('says which, where it stands and what is open', async () => {
    expect(await pdf('d1')).toMatchObject({ ok: false, refusal: { code: 'missing-glyph', characters: [CHAR] } })
    expect(await missing('d1')).toEqual({
      ok: true,
      value: [{ codePoint: CODE, around: [`张${CHAR}`], way: 'none', picture: null, mayDraw: true, mayLeave: true }]
    })
    expect(await missing('plain')).toEqual({ ok: true, value: [] })
  })

  test('a square is for that paper alone', async () => {
    expect(await leave('d1', 'press-1')).toEqual({ ok: true, value: null })
    expect(recorded()).toEqual([{ type: 'GlyphLeftToHand', v: 1, data: { docId: 'd1', codePoint: CODE } }])
    expect((await pdf('d1')).ok).toBe(true)
    expect(await pdf('d2')).toMatchObject({ ok: false, refusal: { code: 'missing-glyph' } })
    expect(await missing('d1')).toMatchObject({ value: [{ way: 'hand' }] })
  })

  test('a picture is for every paper, and takes the place of a square', async () => {
    await leave('d1', 'press-1')
    expect(await draw('d2', 'press-2')).toEqual({ ok: true, value: null })
    expect((await pdf('d2')).ok).toBe(true)
    expect((await pdf('d1')).ok).toBe(true)
    expect(madeWith.at(-1)).toEqual({ pictures: [{ codePoint: CODE, bitmap: INVENTED }], byHand: [] })
    expect(await missing('d1')).toMatchObject({ value: [{ way: 'picture', picture: INVENTED }] })
  })

  test('a press that is sent again records nothing more', async () => {
    await Promise.all([draw('d1', 'press-1'), draw('d1', 'press-1')])
    await leave('d2', 'press-2')
    expect(recorded().map(({ type }) => type)).toEqual(['GlyphDrawn'])
  })

  test('who made it and when is in the log, and a desk from a snapshot has it too', async () => {
    await leave('d2', 'press-1')
    await draw('d1', 'press-2')
    const { commit } = hall.log.all().find(({ stream }) => stream === 'glyphs') ?? {}
    expect(commit?.meta).toMatchObject({ by: hall.caller.session?.personId, byName: hall.caller.session?.name })
    const packed = JSON.parse(JSON.stringify(packDesk(hall.desk))) as Json
    expect(unpackDesk(packed)?.glyphs).toEqual(hall.desk.glyphs)
    const refolded = new Desk()
    for (const record of hall.log.all()) refolded.apply(record)
    expect(refolded.glyphs).toEqual(hall.desk.glyphs)
    expect(refolded.versionOf('glyphs')).toBe(2)
  })

  test('a paper without such a character is made with nothing beside its fonts, however full the register', async () => {
    await draw('d1', 'press-1')
    await pdf('plain')
    expect(madeWith.at(-1)).toBeNull()
  })

  test('what the fonts have is refused, and so is a paper that does not exist', async () => {
    expect(await draw('plain', 'press-1')).toMatchObject({ ok: false, refusal: { code: 'glyph-not-missing' } })
    expect(await leave('plain', 'press-2')).toMatchObject({ ok: false, refusal: { code: 'glyph-not-missing' } })
    expect(await draw('d1', 'press-3', '')).toMatchObject({ ok: false, refusal: { code: 'glyph-picture-size' } })
    expect(recorded()).toEqual([])
  })
})
