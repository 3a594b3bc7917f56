import type { DeskView } from '../../../../shared/projections/views.ts'
import { Button, KeyCap, useShortcuts } from '../../../ui/index.ts'
import { secondsLeft } from '../model/queueUndo.ts'
import { useNow } from '../state/useNow.ts'
import { T } from '../texts.ts'
import { Q, UNDO } from './texts.ts'

export interface UndoKeyProps {
  readonly undo: DeskView['undo']
  readonly busy: boolean
  readonly onUndo: () => void
}

/** What is typed in a field is taken back there: then Ctrl+Z is the field's. */
const inField = (): boolean =>
  document.activeElement instanceof HTMLElement &&
  document.activeElement.matches('textarea, select, input:not([type=checkbox], [type=radio])')

/** Takes the last act of this counter back, and says which one and for how long that goes. */
export function UndoKey({ undo, busy, onUndo }: UndoKeyProps) {
  const now = useNow()
  const left = undo === null || now === null ? 0 : secondsLeft(undo.until, now)
  const may = undo !== null && left > 0
  const name = may ? UNDO[undo.act] : Q.undoShort
  useShortcuts(T.queue, [
    {
      keys: 'Ctrl+Z',
      label: may ? `${name} ${undo.no}` : name,
      run: onUndo,
      get enabled() {
        return !inField()
      }
    }
  ])
  return (
    <Button
      className={may ? 'undoKey' : 'undoKey queueKeys__idle'}
      busy={busy}
      aria-keyshortcuts="Control+Z"
      data-place="queue.undo"
      onClick={onUndo}
    >
      <span>{name}</span>
      {may && (
        <span className="undoKey__left">
          {undo.no} <span aria-hidden="true">{Q.undoSeconds(left)}</span>
        </span>
      )}
      <KeyCap keys="Ctrl+Z" />
    </Button>
  )
}
