import { type ChangeEvent, useRef, useState } from 'react'
import { LARGEST_LIST, type ListPreview } from '../../../../shared/contract/outreachDoors.ts'
import type { Refusal } from '../../../../shared/kernel/result.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { Field, Notice, TextInput } from '../../../ui/index.ts'
import { answered } from '../../desk/state/answered.ts'
import { ListTemplate } from './ListTemplate.tsx'
import { G, listErrorText } from './texts.ts'

/** A list without mistakes, exactly as it was looked at. */
export interface Looked {
  readonly bytes: Uint8Array
}

/** A list of households is looked at first; it can be printed only without a mistake in it. */
export function ListFile({ onLooked }: { readonly onLooked: (looked: Looked | null) => void }) {
  const [preview, setPreview] = useState<ListPreview | null>(null)
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const newest = useRef(0)

  const look = async (file: File): Promise<void> => {
    newest.current += 1
    const mine = newest.current
    onLooked(null)
    setPreview(null)
    setRefusal(null)
    setWrong(file.size > LARGEST_LIST ? G.listTooLarge : undefined)
    if (file.size > LARGEST_LIST) return
    setBusy(true)
    const bytes = await file.arrayBuffer().then(
      (buffer) => new Uint8Array(buffer),
      () => null
    )
    const reply = bytes && bytes.length > 0 ? await answered(ask('cards.readList', { bytes })) : null
    if (mine !== newest.current) return
    setBusy(false)
    if (!bytes || !reply) return setWrong(G.listUnreadable)
    if (!reply.ok) return setRefusal(reply.refusal)
    setPreview(reply.value)
    if (reply.value.errors.length === 0) onLooked({ bytes })
  }

  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.currentTarget.files?.[0]
    if (file) void look(file)
  }

  return (
    <>
      <Field label={G.list} hint={G.listHint} error={wrong}>
        <TextInput
          type="file"
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          data-place="cards.list"
          // The same file again, corrected, is another file.
          onClick={(event) => {
            event.currentTarget.value = ''
          }}
          onChange={choose}
        />
      </Field>
      <ListTemplate />
      <div aria-live="polite">
        {busy && <p className="admin__quiet">{G.checking}</p>}
        {refusal && <Notice tone="danger">{refusalText(refusal)}</Notice>}
        {preview && preview.errors.length === 0 && (
          <Notice tone="success" title={G.listGood(preview.households)}>
            <ul>
              {preview.grids.map(({ name, households }) => (
                <li key={name}>{G.inGrid(name, households)}</li>
              ))}
            </ul>
          </Notice>
        )}
        {preview && preview.errors.length > 0 && (
          <Notice tone="danger" title={G.listBad(preview.errors.length)}>
            <ul className="cards__errors">
              {preview.errors.map((error) => (
                <li key={`${error.row} ${error.column} ${error.code}`}>{listErrorText(error)}</li>
              ))}
            </ul>
          </Notice>
        )}
      </div>
    </>
  )
}
