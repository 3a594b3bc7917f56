import { type ArrayPath, type FieldArray, useFieldArray, useFormContext } from 'react-hook-form'
import { toast } from '../../../../ui/index.ts'
import type { Go } from '../../../desk/state/useGo.ts'
import type { ItemForm } from '../model/itemForm.ts'
import { K } from '../texts.ts'
import { placeOf } from './fields.tsx'

/** Rows of a list that can be added, moved and removed; the hands stay in the row. */
export interface Rows<Name extends ArrayPath<ItemForm>> {
  readonly ids: readonly string[]
  /** Adds a row at the end and goes to that field of it. */
  add(row: FieldArray<ItemForm, Name>, field: string): void
  move(from: number, to: number, field: string): void
  /** Takes a row out; `name` is told, and one press brings it back. */
  remove(index: number, name: string, field: string): void
}

export function useRows<Name extends ArrayPath<ItemForm>>(list: Name, go: Go): Rows<Name> {
  const { control, getValues } = useFormContext<ItemForm>()
  const { fields, append, insert, move, remove } = useFieldArray({ control, name: list, keyName: 'rowId' })
  const goTo = (index: number, field: string): void => go(placeOf(`${list}.${index}.${field}`))
  return {
    ids: fields.map(({ rowId }) => rowId),
    add(row, field) {
      append(row, { shouldFocus: false })
      goTo(fields.length, field)
    },
    move(from, to, field) {
      if (to < 0 || to >= fields.length) return
      const within = placeOf(`${list}.${from}.`)
      const place = document.activeElement?.getAttribute('data-place') ?? ''
      move(from, to)
      goTo(to, place.startsWith(within) ? place.slice(within.length) : field)
    },
    remove(index, name, field) {
      const row = (getValues(list) as FieldArray<ItemForm, Name>[])[index]
      remove(index)
      if (fields.length > 1) goTo(Math.min(index, fields.length - 2), field)
      else go(placeOf(`${list}.add`))
      if (row === undefined) return
      toast(K.gone(name), 'info', { label: K.undo, run: () => insert(index, row, { shouldFocus: false }) })
    }
  }
}
