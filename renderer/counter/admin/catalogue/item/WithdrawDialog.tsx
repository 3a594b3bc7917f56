import { type FormEvent, useState } from 'react'
import { addDays } from '../../../../../shared/domain/calendar/civilDate.ts'
import type { Refusal } from '../../../../../shared/kernel/result.ts'
import { refusalText } from '../../../../texts/index.ts'
import { Button, Dialog, Field, Notice, TextArea, toast } from '../../../../ui/index.ts'
import { dayTyped } from '../../../desk/model/dayTyped.ts'
import { usePress } from '../../../desk/state/usePress.ts'
import { DayField } from '../DayField.tsx'
import { K } from '../texts.ts'

/** As in the contract. */
const LONGEST_REASON = 200

export interface WithdrawDialogProps {
  readonly itemId: string
  readonly name: string
  readonly today: string
  readonly onClose: () => void
  readonly onWithdrawn: () => Promise<void>
}

/** 停办 after a last day, with the reason. Without its year a day is the next of its name; only yesterday is behind. */
export function WithdrawDialog({ itemId, name, today, onClose, onWithdrawn }: WithdrawDialogProps) {
  const [day, setDay] = useState(today)
  const [reason, setReason] = useState('')
  const [wrong, setWrong] = useState<{ readonly day?: string; readonly reason?: string }>({})
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const withdrawing = usePress('catalogue.withdraw')

  const withdraw = async (): Promise<void> => {
    const effectiveTo = dayTyped(day, addDays(today, -1))
    const words = reason.trim()
    const found = {
      ...(effectiveTo === null && { day: K.dayWrong }),
      ...(words === '' && { reason: K.reasonMissing }),
      ...([...words].length > LONGEST_REASON && { reason: K.reasonLong })
    }
    setWrong(found)
    if (effectiveTo === null || Object.keys(found).length > 0) return
    const reply = await withdrawing.press({ itemId, effectiveTo, reason: words })
    if (reply === null) return
    if (reply.ok) {
      onClose()
      toast(K.withdrawnNow(name, effectiveTo))
      return onWithdrawn()
    }
    const beside = reply.refusal.field === 'effectiveTo'
    setWrong(beside ? { day: refusalText(reply.refusal) } : {})
    setRefusal(beside ? null : reply.refusal)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void withdraw()
  }

  return (
    <Dialog
      title={K.withdrawTitle(name)}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{K.cancel}</Button>
          <Button tone="danger" kbd="Ctrl+Enter" busy={withdrawing.busy} onClick={() => void withdraw()}>
            {K.withdrawSure}
          </Button>
        </>
      }
    >
      <form className="admin__form" onSubmit={submit} noValidate>
        <p>{K.withdrawText}</p>
        {refusal && <Notice tone="danger">{refusalText(refusal)}</Notice>}
        <DayField
          label={K.lastDay}
          value={day}
          today={addDays(today, -1)}
          wrong={wrong.day}
          place="catalogue.last"
          onChange={setDay}
        />
        <Field label={K.reason} hint={K.reasonHint} error={wrong.reason} required>
          <TextArea rows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        </Field>
      </form>
    </Dialog>
  )
}
