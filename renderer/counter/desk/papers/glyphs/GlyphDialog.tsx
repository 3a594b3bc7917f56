import { useMemo, useState } from 'react'
import { packGlyph } from '../../../../../shared/domain/printing/glyphBitmap.ts'
import { codePointName, isPrivateUse } from '../../../../../shared/domain/printing/glyphs.ts'
import { refusalText } from '../../../../texts/index.ts'
import { Button, Dialog, Notice, RadioGroup, toast } from '../../../../ui/index.ts'
import { usePress } from '../../state/usePress.ts'
import { type ActGlyph, glyphsToDo, type Way, waysFor } from './actGlyphs.ts'
import { systemDots } from './drawing.ts'
import { GlyphFile } from './GlyphFile.tsx'
import { GlyphPad } from './GlyphPad.tsx'
import { Around, GlyphPicture } from './GlyphPicture.tsx'
import { G, WAY } from './texts.ts'
import './glyphs.css'

export interface GlyphDialogProps {
  readonly glyphs: readonly ActGlyph[]
  readonly onClose: () => void
  /** Something has been recorded about one of them. */
  readonly onSettled: () => void
  /** All have been gone through. */
  readonly onDone: () => void
}

/** Characters that no font has, one after the other: how each comes onto the papers. */
export function GlyphDialog({ glyphs, onClose, onSettled, onDone }: GlyphDialogProps) {
  // What was open when the dialog opened: the list changes below it with every answer.
  const [todo] = useState(() => glyphsToDo(glyphs))
  const [at, setAt] = useState(0)
  const glyph = todo[at]
  if (!glyph) return null
  const next = (): void => {
    onSettled()
    if (at + 1 < todo.length) return void setAt(at + 1)
    toast(G.done, 'success')
    onDone()
  }
  const title = G.title(at + 1, todo.length)
  const others = todo.map(({ codePoint }) => codePoint)
  return <OneGlyph key={glyph.codePoint} glyph={glyph} others={others} title={title} onClose={onClose} onNext={next} />
}

interface OneGlyphProps {
  readonly glyph: ActGlyph
  /** Characters that this screen cannot show either. */
  readonly others: readonly number[]
  readonly title: string
  readonly onClose: () => void
  readonly onNext: () => void
}

function OneGlyph({ glyph, others, title, onClose, onNext }: OneGlyphProps) {
  const { codePoint, docIds, around } = glyph
  const bySystem = useMemo(() => systemDots(codePoint), [codePoint])
  const ways = waysFor(glyph, bySystem !== null)
  const [way, setWay] = useState<Way | null>(ways[0] ?? null)
  const [made, setMade] = useState<Uint8Array | null>(null)
  const [sentence, setSentence] = useState<string | null>(null)
  const draw = usePress('glyphs.draw')
  const leave = usePress('glyphs.leaveToHand')
  const dots = way === 'system' ? bySystem : made

  const take = (next: Uint8Array | null): void => {
    setMade(next)
    if (next) setSentence(null)
  }

  const choose = (next: string): void => {
    setWay(ways.find((one) => one === next) ?? null)
    setMade(null)
    setSentence(null)
  }

  const send = async (): Promise<string | null> => {
    const [docId] = docIds
    if (docId === undefined || way === null) return null
    if (way === 'hand') {
      for (const each of docIds) {
        const reply = await leave.press({ docId: each, codePoints: [codePoint] })
        if (!reply) return ''
        if (!reply.ok) return refusalText(reply.refusal)
      }
      return null
    }
    if (!dots) return G.none
    const reply = await draw.press({ docId, codePoint, bitmap: packGlyph(dots), source: way })
    if (!reply) return ''
    return reply.ok ? null : refusalText(reply.refusal)
  }

  const press = async (): Promise<void> => {
    const wrong = await send()
    // An empty one: the press before is still on its way.
    if (wrong === '') return
    setSentence(wrong)
    if (wrong === null) onNext()
  }

  const shown = way === 'hand' ? null : (dots ?? undefined)
  return (
    <Dialog
      title={title}
      size="wide"
      onClose={onClose}
      foot={
        way !== null && (
          <Button tone="primary" kbd="Ctrl+Enter" busy={draw.busy || leave.busy} onClick={() => void press()}>
            {way === 'hand' ? G.leave : G.use}
          </Button>
        )
      }
    >
      <div className="glyph">
        <p className="glyph__name">
          <span className="glyph__quiet">{G.code}</span> <strong>{codePointName(codePoint)}</strong>
        </p>
        <div>
          <h3 className="glyph__heading">{G.around}</h3>
          <Around codePoint={codePoint} others={others} texts={around} dots={shown} />
        </div>
        {sentence !== null && <Notice tone="danger">{sentence}</Notice>}
        {isPrivateUse(codePoint) ? (
          <Notice tone="warn">{ways.length === 0 ? G.nothing : G.oldCode}</Notice>
        ) : (
          <>
            {bySystem === null && <Notice>{G.noSystem}</Notice>}
            {!glyph.mayLeave && <Notice>{G.noRoom}</Notice>}
          </>
        )}
        {way !== null && (
          <div className="glyph__choice">
            <div className="glyph__ways">
              <RadioGroup
                column
                legend={G.how}
                options={ways.map((value) => ({ value, ...WAY[value] }))}
                value={way}
                onChange={choose}
              />
              {way === 'file' && <GlyphFile onDots={take} />}
              {way === 'drawn' && <GlyphPad onDots={take} />}
            </div>
            <figure className="glyph__preview">
              <figcaption>{G.preview}</figcaption>
              {shown === undefined ? (
                <p className="glyph__quiet">{G.previewNone}</p>
              ) : (
                <GlyphPicture codePoint={codePoint} dots={shown} className="glyph__large" />
              )}
            </figure>
          </div>
        )}
      </div>
    </Dialog>
  )
}
