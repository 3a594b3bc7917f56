import { type ChangeEvent, useEffect, useRef, useState } from 'react'
import { LARGEST_FILE } from '../../../../../shared/contract/catalogueDoors.ts'
import type { ImportPreview } from '../../../../../shared/domain/catalogue/exchangePreview.ts'
import type { Refusal } from '../../../../../shared/kernel/result.ts'
import { ask, newCommandId, send } from '../../../../bridge/linchuang.ts'
import { refusalText } from '../../../../texts/index.ts'
import { Button, Field, Notice, TextInput, toast } from '../../../../ui/index.ts'
import { answered } from '../../../desk/state/answered.ts'
import type { Go } from '../../../desk/state/useGo.ts'
import { formatOf } from '../model/importWords.ts'
import { K } from '../texts.ts'
import { PreviewShown } from './PreviewShown.tsx'

interface Chosen {
  readonly format: 'json' | 'xlsx'
  readonly bytes: Uint8Array
  /** Of the press that imports this very file: main takes it once. */
  readonly commandId: string
}

interface Looked {
  readonly chosen: Chosen
  readonly preview: ImportPreview
}

export interface ImportPageProps {
  readonly go: Go
  readonly onLeave: () => void
  readonly onImported: () => void
}

/** A file is looked at first; what is imported is exactly what was looked at, and only without a mistake in it. */
export function ImportPage({ go, onLeave, onImported }: ImportPageProps) {
  const [looked, setLooked] = useState<Looked | null>(null)
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState<'look' | 'import' | null>(null)
  const newest = useRef(0)
  useEffect(() => go('catalogue.file'), [go])

  const look = async (file: File): Promise<void> => {
    newest.current += 1
    const mine = newest.current
    setLooked(null)
    setRefusal(null)
    const format = formatOf(file.name)
    const cannot =
      format === null
        ? K.fileKind
        : file.size > LARGEST_FILE
          ? K.fileTooLarge
          : file.size === 0
            ? K.fileEmpty
            : undefined
    setWrong(cannot)
    if (format === null || cannot !== undefined) return
    setBusy('look')
    const bytes = await file.arrayBuffer().then(
      (buffer) => new Uint8Array(buffer),
      () => null
    )
    const reply = bytes && (await answered(ask('catalogue.preview', { format, bytes })))
    if (mine !== newest.current) return
    setBusy(null)
    if (!bytes || !reply) return setWrong(K.fileUnreadable)
    if (!reply.ok) return setRefusal(reply.refusal)
    setLooked({ chosen: { format, bytes, commandId: newCommandId() }, preview: reply.value })
    go('catalogue.importNow')
  }

  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    const file = event.currentTarget.files?.[0]
    if (file) void look(file)
  }

  const importNow = async ({ chosen: { format, bytes, commandId } }: Looked): Promise<void> => {
    if (busy !== null) return
    setBusy('import')
    const reply = await answered(send('catalogue.import', { format, bytes }, commandId))
    setBusy(null)
    if (!reply.ok) return setRefusal(reply.refusal)
    toast(K.imported(reply.value.added, reply.value.changed))
    onImported()
  }

  const preview = looked?.preview
  const something = preview !== undefined && preview.added.length + preview.changed.length > 0
  const possible = something && preview.errors.length === 0
  return (
    <section className="catalogue__import ui-panel" aria-label={K.importTitle}>
      <header className="catalogue__head">
        <h3>{K.importTitle}</h3>
        <span className="admin__gap" />
        <Button tone="quiet" kbd="Alt+ArrowLeft" kbdGroup={K.title} onClick={onLeave}>
          {K.back}
        </Button>
      </header>
      <p className="admin__quiet">{K.importIntro}</p>
      <Field label={K.file} hint={K.fileHint} error={wrong}>
        <TextInput
          type="file"
          accept=".json,.xlsx,application/json,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          data-place="catalogue.file"
          // The same file again, corrected, is another file.
          onClick={(event) => {
            event.currentTarget.value = ''
          }}
          onChange={choose}
        />
      </Field>
      {refusal && <Notice tone="danger">{refusalText(refusal)}</Notice>}
      <div className="catalogue__preview" aria-live="polite">
        {busy === 'look' && <p className="admin__quiet">{K.checking}</p>}
        {preview && <PreviewShown preview={preview} />}
      </div>
      <div className="admin__keys">
        <Button
          tone="primary"
          kbd="Ctrl+Enter"
          kbdGroup={K.title}
          data-place="catalogue.importNow"
          disabled={!possible}
          busy={busy === 'import'}
          onClick={() => looked && void importNow(looked)}
        >
          {K.importNow}
        </Button>
      </div>
    </section>
  )
}
