import { useState } from 'react'
import type { Refusal, Reply } from '../../../../shared/kernel/result.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, Dialog, Notice } from '../../../ui/index.ts'
import { dayTyped } from '../../desk/model/dayTyped.ts'
import { DayInput } from './DayInput.tsx'
import { G } from './texts.ts'

export interface DayDialogProps {
  readonly title: string
  /** What follows from it. */
  readonly text?: string
  readonly label: string
  readonly today: string
  readonly stay: string
  readonly sure: string
  readonly danger?: boolean
  /** `null`: an answer is still on its way. */
  readonly act: (day: string) => Promise<Reply<unknown> | null>
  readonly onDone: () => void
  readonly onStay: () => void
}

/** An act that needs nothing but its day. */
export function DayDialog(props: DayDialogProps) {
  const { title, text, label, today, stay, sure, danger = false, act, onDone, onStay } = props
  const [day, setDay] = useState(today)
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const [refusal, setRefusal] = useState<Refusal | null>(null)

  const press = async (): Promise<void> => {
    const date = dayTyped(day, today)
    setWrong(date === null ? G.dayWrong : undefined)
    if (date === null) return
    const reply = await act(date)
    if (reply === null) return
    if (reply.ok) return onDone()
    setRefusal(reply.refusal)
  }

  return (
    <Dialog
      title={title}
      onClose={onStay}
      foot={
        <>
          <Button tone="quiet" onClick={onStay}>
            {stay}
          </Button>
          <Button tone={danger ? 'danger' : 'primary'} kbd="Ctrl+Enter" onClick={() => void press()}>
            {sure}
          </Button>
        </>
      }
    >
      {text !== undefined && <p>{text}</p>}
      {refusal && <Notice tone="danger">{refusalText(refusal)}</Notice>}
      <DayInput label={label} value={day} today={today} wrong={wrong} place="grid.day" onChange={setDay} />
    </Dialog>
  )
}
