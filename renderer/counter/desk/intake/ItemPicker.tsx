import { useState } from 'react'
import type { ItemFound } from '../../../../shared/projections/views.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { KeyCap, useShortcuts } from '../../../ui/index.ts'
import { useDesk } from '../DeskContext.tsx'
import { type RecentItem, recentItems } from '../model/recentItems.ts'
import { Combobox } from '../parts/Combobox.tsx'
import { answered } from '../state/answered.ts'
import { useLatest } from '../state/useLatest.ts'
import { T } from '../texts.ts'

type Offer = ItemFound | RecentItem

const LIMIT = 20
const RECENT = 6

export interface ItemPickerProps {
  /** Name of the chosen item. */
  readonly chosen: string | null
  readonly error: string | undefined
  readonly onChoose: (itemId: string) => void
}

/**
 * The item by initials, everyday name or characters, searched on every keystroke. The newest answer counts. What was
 * chosen stays in the box until another one is taken.
 */
export function ItemPicker({ chosen, error, onChoose }: ItemPickerProps) {
  const { desk, go } = useDesk()
  const line = useLatest()
  const [typed, setTyped] = useState<string | null>(null)
  const [found, setFound] = useState<readonly ItemFound[]>([])
  const [none, setNone] = useState<string | null>(null)
  useShortcuts(T.work, [{ keys: 'Ctrl+K', label: T.chooseItem, run: () => go('itemId') }])

  const leave = (): void => {
    line.cancel()
    setTyped(null)
    setFound([])
    setNone(null)
  }

  const search = async (text: string): Promise<void> => {
    if (text.trim() === '') {
      line.cancel()
      setFound([])
      setNone(null)
      return
    }
    const reply = await line.ask(() => answered(ask('catalogue.search', { text, limit: LIMIT })))
    if (reply === null) return
    setFound(reply.ok ? reply.value : [])
    setNone(reply.ok ? T.itemNone(text) : refusalText(reply.refusal))
  }

  const onText = (text: string, composing: boolean): void => {
    setTyped(text)
    if (!composing) void search(text)
  }

  const blank = typed === null || typed.trim() === ''
  const options: readonly Offer[] = blank ? (chosen === null ? recentItems(desk?.today ?? [], RECENT) : []) : found
  return (
    <div className="itemPicker">
      <Combobox<Offer>
        className="itemPicker__box"
        label={T.item}
        place="itemId"
        look="large"
        text={typed ?? chosen ?? ''}
        onText={onText}
        options={options}
        keyOf={(offer) => offer.itemId}
        show={(offer) => <OfferShown offer={offer} />}
        onChoose={(offer) => {
          leave()
          onChoose(offer.itemId)
        }}
        {...(chosen !== null && blank ? { onEnter: () => go('applicant.name') } : {})}
        {...(typed === null ? {} : { onEscape: leave })}
        onLeave={leave}
        firstIsActive={!blank}
        placeholder={T.itemHint}
        empty={blank ? null : none}
        invalid={error !== undefined}
        {...(error === undefined ? {} : { describedBy: 'item-error' })}
      />
      <KeyCap keys="Ctrl+K" />
      {error !== undefined && (
        <p className="ui-field__error" id="item-error" aria-live="polite">
          {error}
        </p>
      )}
    </div>
  )
}

const OfferShown = ({ offer }: { readonly offer: Offer }) =>
  'category' in offer ? (
    <span className="offer">
      <strong className="offer__name">{offer.name}</strong>
      <span className="offer__more">
        {offer.everydayName !== null && offer.everydayName !== offer.name && `${T.everyday(offer.everydayName)} · `}
        {`${offer.category} · ${offer.caseTypeLabel} · ${offer.promisedText} · ${T.materialsCount(offer.materials)}`}
      </span>
    </span>
  ) : (
    <span className="offer">
      <strong className="offer__name">{offer.name}</strong>
      <span className="offer__more">{T.itemRecent}</span>
    </span>
  )
