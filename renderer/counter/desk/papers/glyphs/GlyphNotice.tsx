import { Button, Notice } from '../../../../ui/index.ts'
import { T } from '../../texts.ts'
import type { ActGlyph } from './actGlyphs.ts'
import { G } from './texts.ts'

export interface GlyphNoticeProps {
  /** Not empty. */
  readonly glyphs: readonly ActGlyph[]
  readonly onFill: () => void
}

/** Which characters the papers lack, and the way on; or that nothing is lacking any more. */
export function GlyphNotice({ glyphs, onFill }: GlyphNoticeProps) {
  const open = glyphs.filter(({ way }) => way === 'none').map(({ codePoint }) => codePoint)
  const lacks = open.length > 0
  return (
    <Notice
      tone={lacks ? 'danger' : 'success'}
      actions={
        <Button tone={lacks ? 'primary' : 'quiet'} kbd="Alt+B" kbdGroup={T.preview} onClick={onFill}>
          {lacks ? G.fill : G.change}
        </Button>
      }
    >
      {lacks ? G.lacking(open) : G.ready(glyphs.map(({ codePoint }) => codePoint))}
    </Notice>
  )
}
