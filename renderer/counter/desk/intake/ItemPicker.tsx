import { useState } from 'react'
import type { Reply } from '../../../../shared/kernel/result.ts'
import type { ItemFound } from '../../../../shared/projections/views.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { KeyCap, useShortcuts } from '../../../ui/index.ts'
import { useDesk } from '../DeskContext.tsx'
import { type RecentItem, recentItems } from '../model/recentItems.ts'
import { Combobox } from '../parts/Combobox.tsx'
import { useSearch } from '../state/useSearch.ts'
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
  const [editing, setEditing] = useState(false)
  const search = useSearch((text) => ask('catalogue.search', { text, limit: LIMIT }))
  useShortcuts(T.work, [{ keys: 'Ctrl+K', label: T.chooseItem, run: () => go('itemId') }])

  const leave = (): void => {
    setEditing(false)
    search.clear()
  }
  const take = (offer: Offer | undefined): void => {
    if (!offer) return
    leave()
    onChoose(offer.itemId)
  }
  // With the list still at an older text, Enter waits for the answer to this one.
  const enter = (): void => {
    if (search.text.trim() !== '') search.onAnswer(([first]) => take(first))
    else if (chosen !== null) go('applicant.name')
  }

  const blank = search.text.trim() === ''
  const recent = chosen === null ? recentItems(desk?.today ?? [], RECENT) : []
  const options: readonly Offer[] = blank ? recent : search.reply?.ok ? search.reply.value : []
  return (
    <div className="itemPicker">
      <Combobox<Offer>
        className="itemPicker__box"
        label={T.item}
        place="itemId"
        look="large"
        text={editing ? search.text : (chosen ?? '')}
        onText={(text, composing) => {
          setEditing(true)
          search.onText(text, composing)
        }}
        options={options}
        stale={search.stale}
        keyOf={(offer) => offer.itemId}
        show={(offer) => <OfferShown offer={offer} />}
        onChoose={take}
        onEnter={enter}
        {...(editing ? { onEscape: leave } : {})}
        onLeave={leave}
        firstIsActive={!blank}
        placeholder={T.itemHint}
        empty={blank || search.reply === null ? null : noneText(search.reply, search.text)}
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

const noneText = (reply: Reply<unknown>, text: string): string =>
  reply.ok ? T.itemNone(text) : refusalText(reply.refusal)

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
