import { Button } from '../../../../ui/index.ts'
import { K } from '../texts.ts'
import { placeOf } from './fields.tsx'

export interface RowToolsProps {
  /** `materials.3` */
  readonly row: string
  /** What is moved, for readers. */
  readonly name: string
  readonly first: boolean
  readonly last: boolean
  readonly onMove: (by: -1 | 1) => void
  readonly onRemove: () => void
}

/** Up, down, away. The keys Alt+↑, Alt+↓ and Alt+Del press these in the row that has the focus. */
export const RowTools = ({ row, name, first, last, onMove, onRemove }: RowToolsProps) => (
  <div className="catEdit__tools">
    <Button
      size="small"
      tone="quiet"
      data-act="up"
      data-place={placeOf(`${row}.up`)}
      disabled={first}
      aria-label={`${K.up} ${name}`}
      onClick={() => onMove(-1)}
    >
      {K.up}
    </Button>
    <Button
      size="small"
      tone="quiet"
      data-act="down"
      data-place={placeOf(`${row}.down`)}
      disabled={last}
      aria-label={`${K.down} ${name}`}
      onClick={() => onMove(1)}
    >
      {K.down}
    </Button>
    <Button
      size="small"
      tone="quiet"
      data-act="remove"
      data-place={placeOf(`${row}.remove`)}
      aria-label={`${K.remove} ${name}`}
      onClick={onRemove}
    >
      {K.remove}
    </Button>
  </div>
)

/** Presses a button of the innermost row that has the focus. */
export function pressInRow(act: 'up' | 'down' | 'remove'): void {
  const row = document.activeElement?.closest('[data-row]')
  row?.querySelector<HTMLButtonElement>(`:scope > .catEdit__tools > [data-act="${act}"]`)?.click()
}
