import { useRef, useState } from 'react'
import { Field, RadioGroup, TextInput } from '../../../../ui/index.ts'
import { dotsOf, limitFor, SHADES, type Shade } from './dots.ts'
import { greysOfFile } from './drawing.ts'
import { G, SHADE } from './texts.ts'

export interface GlyphFileProps {
  /** `null`: nothing that could be used. */
  readonly onDots: (dots: Uint8Array | null) => void
}

/** A picture of the character from a file, with a choice of how much of its grey is ink. */
export function GlyphFile({ onDots }: GlyphFileProps) {
  const [greys, setGreys] = useState<Uint8Array | null>(null)
  const [shade, setShade] = useState<Shade>('plain')
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const newest = useRef(0)

  const look = async (file: File): Promise<void> => {
    newest.current += 1
    const mine = newest.current
    const read = await greysOfFile(file)
    if (mine !== newest.current) return
    setGreys(read)
    setWrong(read ? undefined : G.fileBad)
    onDots(read && dotsOf(read, limitFor(read, shade)))
  }

  const choose = (next: string): void => {
    const found = SHADES.find((one) => one === next) ?? 'plain'
    setShade(found)
    if (greys) onDots(dotsOf(greys, limitFor(greys, found)))
  }

  return (
    <>
      <Field label={G.file} error={wrong}>
        <TextInput
          type="file"
          accept="image/png,image/jpeg,image/bmp,.png,.jpg,.jpeg,.bmp"
          // The same file again, corrected, is another file.
          onClick={(event) => {
            event.currentTarget.value = ''
          }}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            if (file) void look(file)
          }}
        />
      </Field>
      {greys && (
        <RadioGroup
          legend={G.shade}
          options={SHADES.map((value) => ({ value, label: SHADE[value] }))}
          value={shade}
          onChange={choose}
        />
      )}
    </>
  )
}
