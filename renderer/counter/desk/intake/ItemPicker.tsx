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
import { I } from './texts.ts'

/** A matter in no catalogue, in the words that were typed. */
interface Matter {
  readonly topic: string
}

type Offer = ItemFound | RecentItem | Matter

const LIMIT = 20
const RECENT = 6

export interface ItemPickerProps {
  /** Name of the chosen item. */
  readonly chosen: string | null
  readonly error: string | undefined
  readonly onChoose: (itemId: string) => void
  /** Somebody asks about a matter in no catalogue. */
  readonly onAsk: (topic: string) => void
}

/**
 * The item by initials, everyday name or characters, searched on every keystroke. The newest answer counts. What was
 * chosen stays in the box until another one is taken.
 */
export function ItemPicker({ chosen, error, onChoose, onAsk }: ItemPickerProps) {
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
    if ('topic' in offer) onAsk(offer.topic)
    else onChoose(offer.itemId)
  }
  // With the list still at an older text, Enter waits for the answer to this one.
  const enter = (): void => {
    if (search.text.trim() !== '') search.onAnswer(([first]) => take(first))
    else if (chosen !== null) go('applicant.name')
  }

  const blank = search.text.trim() === ''
  const recent = chosen === null ? recentItems(desk?.today ?? [], RECENT) : []
  const found = search.reply?.ok ? search.reply.value : null
  const none: readonly Offer[] = found?.length === 0 && !search.stale ? [{ topic: search.text.trim() }] : []
  const options: readonly Offer[] = blank ? recent : [...(found ?? []), ...none]
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
        keyOf={(offer) => ('topic' in offer ? '' : offer.itemId)}
        show={(offer) => <OfferShown offer={offer} />}
        onChoose={take}
        onEnter={enter}
        {...(editing ? { onEscape: leave } : {})}
        onLeave={leave}
        // Enter alone registers no enquiry: a slip in the initials must not become one.
        firstIsActive={!blank && none.length === 0}
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

function OfferShown({ offer }: { readonly offer: Offer }) {
  if ('topic' in offer) return <Lines name={I.askOffer(offer.topic)} more={I.askOfferHint} />
  if (!('category' in offer)) return <Lines name={offer.name} more={T.itemRecent} />
  const { name, everydayName, category, caseTypeLabel, promisedText, materials } = offer
  const everyday = everydayName !== null && everydayName !== name ? [T.everyday(everydayName)] : []
  return (
    <Lines
      name={name}
      more={[...everyday, category, caseTypeLabel, promisedText, T.materialsCount(materials)].join(' · ')}
    />
  )
}

const Lines = ({ name, more }: { readonly name: string; readonly more: string }) => (
  <span className="offer">
    <strong className="offer__name">{name}</strong>
    <span className="offer__more">{more}</span>
  </span>
)
