import { type ChangeEvent, type FormEvent, useRef, useState } from 'react'
import type { CalendarPreview } from '../../../../shared/domain/calendar/calendarShown.ts'
import type { Refusal } from '../../../../shared/kernel/result.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, Field, Notice, TextArea, TextInput, toast } from '../../../ui/index.ts'
import { answered } from '../../desk/state/answered.ts'
import { usePress } from '../../desk/state/usePress.ts'
import { A } from '../texts.ts'
import { PreviewShown } from './PreviewShown.tsx'
import { C, EXAMPLE } from './texts.ts'

/** As in the contract: a file of holidays has some kilobytes a year. */
const LARGEST = 100_000

interface Checked {
  readonly text: string
  readonly preview: CalendarPreview
}

/** Holidays from a file or the clipboard. Only what was looked at can be loaded: a change of the text takes that back. */
export function LoadForm({ onLoaded }: { readonly onLoaded: () => Promise<void> }) {
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [checked, setChecked] = useState<Checked | null>(null)
  const [checking, setChecking] = useState(false)
  const newest = useRef(0)
  const loading = usePress('calendar.load')
  const shown = checked?.text === text ? checked.preview : null
  const years = shown?.ok ? shown.years : []
  const something = years.some((year) => year.change !== 'same')

  const take = (next: string): void => {
    newest.current += 1
    setText(next)
    setWrong(undefined)
    setRefusal(null)
    setChecking(false)
  }

  const check = async (content: string): Promise<void> => {
    if (!/^\s*\{/.test(content)) return setWrong(refusalText({ code: 'calendar-not-json' }))
    if (content.length > LARGEST) return setWrong(C.fileTooLarge)
    newest.current += 1
    const mine = newest.current
    setChecking(true)
    const reply = await answered(ask('calendar.preview', { text: content }))
    if (mine !== newest.current) return
    setChecking(false)
    setRefusal(reply.ok ? null : reply.refusal)
    setChecked(reply.ok ? { text: content, preview: reply.value } : null)
  }

  const choose = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const file = event.currentTarget.files?.[0]
    if (!file) return
    if (file.size > LARGEST) return setWrong(C.fileTooLarge)
    try {
      const content = await file.text()
      take(content)
      await check(content)
    } catch {
      setWrong(C.fileUnreadable)
    }
  }

  const load = async (): Promise<void> => {
    const reply = await loading.press({ text })
    if (reply === null) return
    setRefusal(reply.ok ? null : reply.refusal)
    if (!reply.ok) return
    setChecked(null)
    take('')
    toast(C.loaded(reply.value.years, reply.value.recomputed))
    await onLoaded()
  }

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void check(text)
  }

  return (
    <form className="admin__form ui-panel" onSubmit={submit} noValidate>
      <h3>{C.load}</h3>
      <p className="admin__quiet">{C.intro}</p>
      <Field label={C.file}>
        <TextInput
          type="file"
          accept=".json,application/json"
          data-place="admin.calendar"
          onChange={(event) => void choose(event)}
        />
      </Field>
      <Field label={C.text} error={wrong}>
        <TextArea
          className="calendar__text"
          rows={7}
          value={text}
          onChange={(event) => take(event.currentTarget.value)}
        />
      </Field>
      <details className="calendar__form">
        <summary>{C.form}</summary>
        <p className="admin__quiet">{C.formText}</p>
        <pre>{EXAMPLE}</pre>
      </details>
      {refusal && <Notice tone="danger">{refusalText(refusal)}</Notice>}
      <div className="calendar__checked" aria-live="polite">
        {shown && <PreviewShown preview={shown} />}
        {shown?.ok && !something && <p className="admin__quiet">{C.allSame}</p>}
      </div>
      <div className="admin__keys">
        <Button submit tone={something ? 'plain' : 'primary'} kbd="Ctrl+Enter" kbdGroup={A.manage} busy={checking}>
          {C.check}
        </Button>
        <Button
          tone={something ? 'primary' : 'plain'}
          kbd="Alt+L"
          kbdGroup={A.manage}
          disabled={!something}
          busy={loading.busy}
          onClick={() => void load()}
        >
          {C.loadNow}
        </Button>
      </div>
    </form>
  )
}
