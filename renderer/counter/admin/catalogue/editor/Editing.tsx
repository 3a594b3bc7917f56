import { useState } from 'react'
import type { ItemShelfView } from '../../../../../shared/projections/catalogueViews.ts'
import type { Go } from '../../../desk/state/useGo.ts'
import { blankItem, takenKeys } from '../model/blanks.ts'
import { formOf } from '../model/itemForm.ts'
import { ItemEditor } from './ItemEditor.tsx'

export interface EditItemProps {
  /** As it was when the editor was opened. */
  readonly shelf: ItemShelfView
  readonly go: Go
  readonly onDone: (itemId: string) => void
}

/** Goes on with the draft, or begins one from the newest version. */
export function EditItem({ shelf, go, onDone }: EditItemProps) {
  const [begun] = useState(() => {
    const { draft, versions } = shelf
    const newest = versions[0]
    const item = draft?.item ?? newest?.item
    const basedOn = draft ? draft.basedOn : (newest?.version ?? null)
    const base = versions.find(({ version }) => version === basedOn)?.item
    return {
      start: item ? formOf(item) : blankItem(),
      inForce: base ? formOf(base) : blankItem(),
      basedOn,
      taken: takenKeys([...versions.map((one) => one.item), ...(draft ? [draft.item] : [])]),
      problems: draft?.problems ?? []
    }
  })
  const done = (): void => onDone(shelf.itemId)
  return <ItemEditor {...begun} fresh={false} itemIds={NONE} go={go} onLeave={done} onSaved={done} />
}

const NONE: readonly string[] = []

export interface NewItemProps {
  readonly itemIds: readonly string[]
  readonly go: Go
  readonly onLeave: () => void
  readonly onSaved: (itemId: string) => void
}

export function NewItem({ itemIds, go, onLeave, onSaved }: NewItemProps) {
  const [blank] = useState(blankItem)
  const [taken] = useState(() => takenKeys([]))
  return (
    <ItemEditor
      start={blank}
      inForce={blank}
      basedOn={null}
      fresh
      problems={[]}
      itemIds={itemIds}
      taken={taken}
      go={go}
      onLeave={onLeave}
      onSaved={onSaved}
    />
  )
}
