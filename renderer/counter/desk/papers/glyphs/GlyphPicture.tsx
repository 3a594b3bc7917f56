import { useEffect, useRef } from 'react'
import { codePointName } from '../../../../../shared/domain/printing/glyphs.ts'
import { showDots } from './drawing.ts'
import { G } from './texts.ts'

export interface GlyphPictureProps {
  readonly codePoint: number
  /** `null`: a square to write into. */
  readonly dots: Uint8Array | null
  readonly className?: string
}

/** A character as it will be printed. */
export function GlyphPicture({ codePoint, dots, className = 'glyph__inline' }: GlyphPictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    if (canvas.current && dots) showDots(canvas.current, dots)
  }, [dots])
  if (!dots) return <span className={`${className} glyph__square`} role="img" aria-label={G.square} />
  return <canvas ref={canvas} className={className} role="img" aria-label={G.picture(codePoint)} />
}

export interface AroundProps {
  readonly codePoint: number
  /** Characters that have no picture here; their codes stand for them. */
  readonly others: readonly number[]
  readonly texts: readonly string[]
  /** `undefined`: nothing has been chosen yet. */
  readonly dots: Uint8Array | null | undefined
}

/** The words of the paper, with the character as it will stand among them. */
export function Around({ codePoint, others, texts, dots }: AroundProps) {
  const rare = [codePoint, ...others].map((one) => String.fromCodePoint(one))
  const shown = (char: string, key: number) => {
    if (!rare.includes(char)) return char
    if (char === rare[0] && dots !== undefined) return <GlyphPicture key={key} codePoint={codePoint} dots={dots} />
    return (
      <code key={key} className="glyph__code">
        {codePointName(char.codePointAt(0) ?? 0)}
      </code>
    )
  }
  return (
    <ul className="glyph__around">
      {texts.map((text) => (
        <li key={text}>{[...text].map(shown)}</li>
      ))}
    </ul>
  )
}
