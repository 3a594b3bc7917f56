import { type FormEvent, useId, useState } from 'react'
import type { ApprovedMany } from '../../../../../shared/contract/catalogueDoors.ts'
import type { Refusal } from '../../../../../shared/kernel/result.ts'
import type { ItemListed } from '../../../../../shared/projections/catalogueViews.ts'
import { refusalText } from '../../../../texts/index.ts'
import { Button, Dialog, Notice, toast } from '../../../../ui/index.ts'
import { dayTyped } from '../../../desk/model/dayTyped.ts'
import { usePress } from '../../../desk/state/usePress.ts'
import { DayField } from '../DayField.tsx'
import { K } from '../texts.ts'

export interface ApproveManyProps {
  readonly items: readonly ItemListed[]
  readonly today: string
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}

/** Approves several drafts from one day on; each that cannot be stays a draft, and the reason is told. */
export function ApproveMany({ items, today, onClose, onDone }: ApproveManyProps) {
  // The list is read again underneath; what was asked for stays what it was.
  const [asked] = useState(items)
  const [day, setDay] = useState(today)
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [refused, setRefused] = useState<ApprovedMany['refused']>([])
  const approving = usePress('catalogue.approveMany')
  const form = useId()
  const nameOf = (itemId: string): string => asked.find((one) => one.itemId === itemId)?.name ?? itemId

  const approve = async (): Promise<void> => {
    const effectiveFrom = dayTyped(day, today)
    setWrong(effectiveFrom === null ? K.dayWrong : undefined)
    if (effectiveFrom === null) return
    const reply = await approving.press({ itemIds: asked.map(({ itemId }) => itemId), effectiveFrom })
    if (reply === null) return
    setRefusal(reply.ok ? null : reply.refusal)
    if (!reply.ok) return
    if (reply.value.approved.length > 0) toast(K.approvedMany(reply.value.approved.length))
    await onDone()
    setRefused(reply.value.refused)
    if (reply.value.refused.length === 0) onClose()
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void approve()
  }

  const told = refused.length > 0
  return (
    <Dialog
      title={K.approveTitle(asked.length)}
      onClose={onClose}
      foot={
        told ? (
          <Button tone="primary" data-autofocus onClick={onClose}>
            {K.close}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{K.cancel}</Button>
            <Button tone="primary" kbd="Ctrl+Enter" busy={approving.busy} onClick={() => void approve()}>
              {K.approve}
            </Button>
          </>
        )
      }
    >
      {refusal && <Notice tone="danger">{refusalText(refusal)}</Notice>}
      {told && (
        <Notice tone="warn" title={K.refusedMany(refused.length)}>
          <ul className="catalogue__plain">
            {refused.map((one) => (
              <li key={one.itemId}>
                <strong>{nameOf(one.itemId)}</strong>：{refusalText(one.refusal)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {!told && (
        <form id={form} className="admin__form" onSubmit={submit} noValidate>
          <p>{K.approveMany}</p>
          <ul className="catalogue__plain">
            {asked.map((one) => (
              <li key={one.itemId}>
                {one.itemId} {one.name}
              </li>
            ))}
          </ul>
          <DayField
            label={K.effectiveFrom}
            value={day}
            today={today}
            wrong={wrong}
            place="catalogue.from"
            onChange={setDay}
          />
        </form>
      )}
    </Dialog>
  )
}
