import { type FormEvent, useState } from 'react'
import type { ServiceItem } from '../../../../../shared/domain/catalogue/serviceItem.ts'
import type { Refusal } from '../../../../../shared/kernel/result.ts'
import { refusalText } from '../../../../texts/index.ts'
import { Button, Notice, toast } from '../../../../ui/index.ts'
import { dayTyped } from '../../../desk/model/dayTyped.ts'
import { usePress } from '../../../desk/state/usePress.ts'
import { DayField } from '../DayField.tsx'
import { K } from '../texts.ts'

export interface ApproveFormProps {
  readonly item: ServiceItem
  readonly today: string
  readonly onApproved: () => Promise<void>
}

/** 批准启用, from today on unless another day is typed. */
export function ApproveForm({ item, today, onApproved }: ApproveFormProps) {
  const [day, setDay] = useState(today)
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const approving = usePress('catalogue.approve')

  const approve = async (): Promise<void> => {
    const effectiveFrom = dayTyped(day, today)
    setWrong(effectiveFrom === null ? K.dayWrong : undefined)
    if (effectiveFrom === null) return
    const reply = await approving.press({ itemId: item.id, effectiveFrom })
    if (reply === null) return
    if (reply.ok) {
      toast(K.approved(item.name, reply.value.version, effectiveFrom))
      return onApproved()
    }
    const beside = reply.refusal.field === 'effectiveFrom'
    setWrong(beside ? refusalText(reply.refusal) : undefined)
    setRefusal(beside ? null : reply.refusal)
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void approve()
  }

  return (
    <form className="catItem__approve" onSubmit={submit} noValidate>
      {refusal && <Notice tone="danger">{refusalText(refusal)}</Notice>}
      <DayField
        label={K.effectiveFrom}
        value={day}
        today={today}
        wrong={wrong}
        place="catalogue.from"
        onChange={setDay}
      />
      <Button submit tone="primary" kbd="Alt+P" kbdGroup={K.title} busy={approving.busy}>
        {K.approve}
      </Button>
    </form>
  )
}
