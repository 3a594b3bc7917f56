import { type FormEvent, useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Reply } from '../../../../../shared/kernel/result.ts'
import type { GroupShown, SlotShown } from '../../../../../shared/projections/hallViews.ts'
import { ask } from '../../../../bridge/linchuang.ts'
import { refusalText } from '../../../../texts/index.ts'
import { Button, enterMoves, Field, Notice, Select } from '../../../../ui/index.ts'
import { Line, needed } from '../../cases/acts/fields.tsx'
import { placeOfRefusal } from '../../model/caseActs.ts'
import { answered } from '../../state/answered.ts'
import { usePress } from '../../state/usePress.ts'
import { Q } from '../texts.ts'

export interface BookFormProps {
  readonly date: string
  readonly groups: readonly Pick<GroupShown, 'code' | 'name'>[]
  /** Rises when something about the day has changed: places are counted anew. */
  readonly round: number
  readonly onBooked: () => void
}

const EMPTY = { slot: '', name: '', phone: '' }

/** One more appointment on this day: group and slot, name and phone as far as they are given. */
export function BookForm({ date, groups, round, onBooked }: BookFormProps) {
  const form = useForm({ defaultValues: { ...EMPTY, group: groups[0]?.code ?? '' } })
  const group = form.watch('group')
  const [slots, setSlots] = useState<readonly SlotShown[]>([])
  const [onTop, setOnTop] = useState<string | null>(null)
  const [booked, setBooked] = useState<{ readonly slot: string; readonly code: string } | null>(null)
  const press = usePress('appointments.book')
  const wrongAt = (place: 'group' | 'slot') => form.getFieldState(place, form.formState).error?.message

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew with every round
  useEffect(() => {
    let gone = false
    void answered(ask('appointments.slots', { group, date })).then((said: Reply<readonly SlotShown[]>) => {
      if (gone) return
      setSlots(said.ok ? said.value : [])
      if (!said.ok) setOnTop(refusalText(said.refusal))
    })
    return () => {
      gone = true
    }
  }, [group, date, round])

  const book = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    form.clearErrors()
    setOnTop(null)
    const typed = form.getValues()
    const missing = needed<typeof typed>('slot', typed.slot, Q.bookSlotMissing)
    if (missing) {
      form.setError('slot', { message: missing.text })
      return form.setFocus('slot')
    }
    const phone = typed.phone.trim()
    const reply = await press.press({
      group: typed.group,
      date,
      slot: typed.slot,
      name: typed.name.trim(),
      phone: phone === '' ? null : phone
    })
    if (reply === null) return
    if (!reply.ok) {
      const place = placeOfRefusal(reply.refusal, Object.keys(typed))
      if (place === null) setOnTop(refusalText(reply.refusal))
      else {
        form.setError(place as keyof typeof typed, { message: refusalText(reply.refusal) })
        form.setFocus(place as keyof typeof typed)
      }
      return
    }
    setBooked({ slot: typed.slot, code: reply.value.code })
    for (const place of ['slot', 'name', 'phone'] as const) form.setValue(place, '')
    onBooked()
    form.setFocus('slot')
  }

  return (
    <form
      className="act"
      noValidate
      aria-label={Q.bookNew}
      onKeyDown={enterMoves}
      onSubmit={(event) => void book(event)}
    >
      <h3>{Q.bookNew}</h3>
      {onTop !== null && <Notice tone="warn">{onTop}</Notice>}
      <Field label={Q.bookGroup} error={wrongAt('group')}>
        <Select
          options={groups.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          {...form.register('group', { onChange: () => form.setValue('slot', '') })}
        />
      </Field>
      <Field label={Q.bookSlot} hint={slots.length === 0 ? Q.bookSlotNone : undefined} error={wrongAt('slot')} required>
        <Select
          options={[
            { value: '', label: slots.length === 0 ? '—' : Q.bookSlotChoose },
            ...slots.map(({ slot, left }) => ({ value: slot, label: Q.bookSlots(slot, left) }))
          ]}
          {...form.register('slot', { onChange: () => form.clearErrors('slot') })}
        />
      </Field>
      <div className="act__pair">
        <Line form={form} name="name" label={Q.bookName} />
        <Line form={form} name="phone" label={Q.bookPhone} />
      </div>
      <Button submit tone="primary" kbd="Ctrl+Enter" busy={press.busy}>
        {Q.bookButton}
      </Button>
      <p className="bookings__code" role="status">
        {booked && (
          <>
            <span>{Q.booked(booked.slot, booked.code)}</span>
            <span className="desk__quiet">{Q.bookedTell}</span>
          </>
        )}
      </p>
    </form>
  )
}
