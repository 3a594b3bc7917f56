import { useEffect, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { useView } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { announce, Button, toast } from '../../../ui/index.ts'
import { type CardFill, cardFill } from '../model/cardFill.ts'
import type { IntakeForm } from '../model/intake.ts'
import { usePress } from '../state/usePress.ts'
import { C, P } from './personTexts.ts'

type Filled = CardFill['blank']

/**
 * A card lies on the reader: one key puts it into the form. Blank fields are filled at once; where something else stands
 * the clerk is asked first. Nothing of the card is kept once it is in the form.
 */
export function CardBar({ form }: { readonly form: UseFormReturn<IntakeForm> }) {
  const card = useView('reader')?.card ?? null
  const taking = usePress('reader.take')
  const [other, setOther] = useState<Filled>([])
  const readId = card?.readId ?? null
  useEffect(() => {
    // A new card has nothing to do with what the one before left open.
    if (readId !== null) setOther([])
  }, [readId])

  const put = (fields: Filled): void => {
    for (const { path, value } of fields) {
      form.clearErrors(path)
      form.setValue(path, value, { shouldDirty: true })
    }
  }

  const fill = async (): Promise<void> => {
    if (!card) return
    const place = document.activeElement?.getAttribute('data-place') ?? null
    const reply = await taking.press({ readId: card.readId })
    if (reply === null) return
    if (!reply.ok) {
      toast(refusalText(reply.refusal), 'danger')
      return
    }
    const plan = cardFill(form.getValues(), reply.value, place, P.longTerm)
    put(plan.blank)
    setOther(plan.other)
    announce(plan.other.length === 0 ? C.filled(C[plan.who]) : C.differs(labels(plan.other)))
  }

  if (other.length > 0) {
    return (
      <section className="cardBar" aria-label={C.bar}>
        <p role="status">{C.differs(labels(other))}</p>
        <Button
          kbd="Alt+D"
          onClick={() => {
            put(other)
            setOther([])
          }}
        >
          {C.replace}
        </Button>
        <Button onClick={() => setOther([])}>{C.keep}</Button>
      </section>
    )
  }
  if (!card) return null
  return (
    <section className="cardBar" aria-label={C.bar}>
      <p role="status">{C.read(card.maskedName)}</p>
      <Button kbd="Alt+D" busy={taking.busy} onClick={() => void fill()}>
        {C.fill}
      </Button>
    </section>
  )
}

const labels = (fields: Filled): string =>
  fields.map(({ path }) => C.fields[path.slice(path.indexOf('.') + 1) as keyof typeof C.fields]).join('、')
