import { useEffect, useState } from 'react'
import type { Reply } from '../../../../../shared/kernel/result.ts'
import type { ItemShelfView } from '../../../../../shared/projections/catalogueViews.ts'
import { refusalText } from '../../../../texts/index.ts'
import { Badge, Button, Notice } from '../../../../ui/index.ts'
import type { Go } from '../../../desk/state/useGo.ts'
import { K } from '../texts.ts'
import { DraftPanel } from './DraftPanel.tsx'
import { Versions } from './Versions.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

export interface ItemPageProps {
  readonly itemId: string
  /** `null`: not read yet. */
  readonly reply: Reply<ItemShelfView> | null
  readonly today: string
  readonly go: Go
  readonly onLeave: () => void
  readonly onEdit: (shelf: ItemShelfView) => void
  readonly onChanged: () => Promise<void>
}

/** One item: its draft beside its versions, newest first. */
export function ItemPage({ itemId, reply, today, go, onLeave, onEdit, onChanged }: ItemPageProps) {
  const [withdrawing, setWithdrawing] = useState(false)
  const shelf = reply?.ok ? reply.value : null
  const newest = shelf?.versions[0]
  const item = newest?.item ?? shelf?.draft?.item
  const there = reply !== null
  useEffect(() => {
    if (there) go('catalogue.edit', 'catalogue.back')
  }, [there, go])

  return (
    <section className="catItem" aria-label={item?.name ?? itemId}>
      <header className="catalogue__head">
        <h3>
          {itemId} {item?.name}
        </h3>
        {item && <span className="admin__quiet">{item.category}</span>}
        {shelf?.withdrawn && <Badge tone="red">{K.withdrawn}</Badge>}
        <span className="admin__gap" />
        <Button tone="quiet" kbd="Alt+ArrowLeft" kbdGroup={K.title} data-place="catalogue.back" onClick={onLeave}>
          {K.back}
        </Button>
        {shelf && newest && !shelf.withdrawn && (
          <Button tone="danger" onClick={() => setWithdrawing(true)}>
            {K.withdraw}
          </Button>
        )}
        {shelf && (
          <Button
            tone="primary"
            kbd="Ctrl+E"
            kbdGroup={K.title}
            data-place="catalogue.edit"
            onClick={() => onEdit(shelf)}
          >
            {shelf.draft ? K.editDraft : K.edit}
          </Button>
        )}
      </header>
      {reply === null && <p className="admin__quiet">{K.loading}</p>}
      {reply && !reply.ok && <Notice tone="warn">{refusalText(reply.refusal)}</Notice>}
      {shelf?.withdrawn && (
        <Notice tone="warn">{K.withdrawnFor(shelf.withdrawn.effectiveTo, shelf.withdrawn.reason)}</Notice>
      )}
      {shelf && (
        <div className={shelf.draft && newest ? 'catItem__both' : undefined}>
          {shelf.draft && (
            <DraftPanel
              draft={shelf.draft}
              base={shelf.versions.find(({ version }) => version === shelf.draft?.basedOn)?.item ?? null}
              today={today}
              onChanged={onChanged}
            />
          )}
          {newest && <Versions versions={shelf.versions} today={today} />}
        </div>
      )}
      {withdrawing && item && (
        <WithdrawDialog
          itemId={itemId}
          name={item.name}
          today={today}
          onClose={() => setWithdrawing(false)}
          onWithdrawn={onChanged}
        />
      )}
    </section>
  )
}
