import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { GLYPH_SIDE } from '../../../../../shared/domain/printing/glyphBitmap.ts'
import { Button, RadioGroup } from '../../../../ui/index.ts'
import { dotsOf, greysOf, SHADES, type Shade } from './dots.ts'
import { G, SHADE } from './texts.ts'

/** Width of the pen, in dots of the picture. */
const PEN: Readonly<Record<Shade, number>> = { thin: 5, plain: 8, thick: 12 }

interface Stroke {
  readonly width: number
  readonly points: readonly (readonly [x: number, y: number])[]
}

function draw(canvas: HTMLCanvasElement, strokes: readonly Stroke[]): Uint8Array | null {
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return null
  context.fillStyle = 'white'
  context.fillRect(0, 0, GLYPH_SIDE, GLYPH_SIDE)
  context.lineCap = 'round'
  context.lineJoin = 'round'
  for (const { width, points } of strokes) {
    const [first] = points
    if (!first) continue
    context.lineWidth = width
    context.beginPath()
    context.moveTo(...first)
    // A press without a move is a dot.
    for (const point of points) context.lineTo(...point)
    context.stroke()
  }
  if (strokes.length === 0) return null
  return dotsOf(greysOf(context.getImageData(0, 0, GLYPH_SIDE, GLYPH_SIDE).data), 128)
}

/** A square to write the character in, with mouse, pen or finger. */
export function GlyphPad({ onDots }: { readonly onDots: (dots: Uint8Array | null) => void }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const [pen, setPen] = useState<Shade>('plain')
  const [writing, setWriting] = useState(false)
  const tell = useRef(onDots)
  tell.current = onDots

  useEffect(() => {
    if (canvas.current) tell.current(draw(canvas.current, strokes))
  }, [strokes])

  const pointOf = (event: PointerEvent<HTMLCanvasElement>): readonly [number, number] => {
    const box = event.currentTarget.getBoundingClientRect()
    return [
      ((event.clientX - box.left) / box.width) * GLYPH_SIDE,
      ((event.clientY - box.top) / box.height) * GLYPH_SIDE
    ]
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setWriting(true)
    const point = pointOf(event)
    setStrokes((before) => [...before, { width: PEN[pen], points: [point] }])
  }
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (!writing) return
    const point = pointOf(event)
    setStrokes((before) => {
      const last = before.at(-1)
      return last ? [...before.slice(0, -1), { ...last, points: [...last.points, point] }] : before
    })
  }

  return (
    <div className="glyph__pad">
      <canvas
        ref={canvas}
        className="glyph__sheet"
        width={GLYPH_SIDE}
        height={GLYPH_SIDE}
        role="img"
        aria-label={G.pad}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={() => setWriting(false)}
        onPointerCancel={() => setWriting(false)}
      />
      <div className="glyph__padKeys">
        <p className="glyph__quiet">{G.pad}</p>
        <RadioGroup
          legend={G.pen}
          options={SHADES.map((value) => ({ value, label: SHADE[value] }))}
          value={pen}
          onChange={(next) => setPen(SHADES.find((one) => one === next) ?? 'plain')}
        />
        <div className="glyph__padButtons">
          <Button size="small" disabled={strokes.length === 0} onClick={() => setStrokes((all) => all.slice(0, -1))}>
            {G.undo}
          </Button>
          <Button size="small" disabled={strokes.length === 0} onClick={() => setStrokes([])}>
            {G.clear}
          </Button>
        </div>
      </div>
    </div>
  )
}
