import { useCallback, useEffect, useRef, useState } from 'react'
import type { Reply } from '../../../../shared/kernel/result.ts'
import type { ItemShelfView } from '../../../../shared/projections/catalogueViews.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, Notice } from '../../../ui/index.ts'
import { useDesk } from '../../desk/DeskContext.tsx'
import { answered } from '../../desk/state/answered.ts'
import type { Go } from '../../desk/state/useGo.ts'
import './catalogue.css'
import { EditItem, NewItem } from './editor/Editing.tsx'
import { ImportPage } from './exchange/ImportPage.tsx'
import { ItemPage } from './item/ItemPage.tsx'
import { type Finding, ItemList } from './list/ItemList.tsx'
import { rowOf } from './list/ItemTable.tsx'
import { K } from './texts.ts'
import { useListed } from './useListed.ts'

type Page =
  | { readonly kind: 'list' }
  | { readonly kind: 'item'; readonly itemId: string }
  | { readonly kind: 'edit'; readonly shelf: ItemShelfView }
  | { readonly kind: 'new' }
  | { readonly kind: 'import' }

/** 事项库: the list, and over it one item, its editor, or a file to be imported. */
export function CatalogueSection({ go }: { readonly go: Go }) {
  const { reply, reload } = useListed()
  const today = useDesk().desk?.date ?? ''
  const [page, setPage] = useState<Page>({ kind: 'list' })
  const [shelf, setShelf] = useState<Reply<ItemShelfView> | null>(null)
  const [finding, setFinding] = useState<Finding>({ query: '', filter: 'all', ticked: new Set() })
  const [hands, setHands] = useState<readonly string[]>(['catalogue.search'])
  const newest = useRef(0)

  const read = useCallback(async (itemId: string): Promise<void> => {
    newest.current += 1
    const mine = newest.current
    const got = await answered(ask('catalogue.get', { itemId }))
    if (mine === newest.current) setShelf(got)
  }, [])

  const open = (itemId: string): void => {
    setShelf(null)
    setPage({ kind: 'item', itemId })
    void read(itemId)
  }
  const reopen = (itemId: string): void => {
    open(itemId)
    void reload()
  }
  const toList = (itemId?: string): void => {
    setPage({ kind: 'list' })
    void reload()
    setHands(itemId === undefined ? ['catalogue.search'] : [rowOf(itemId), 'catalogue.search'])
  }

  const failed = reply !== null && !reply.ok
  useEffect(() => {
    if (failed) go('admin.tab')
  }, [failed, go])
  const items = reply?.ok ? reply.value : []
  return (
    <div className="catalogue">
      {reply === null && <p className="admin__quiet">{K.loading}</p>}
      {reply && !reply.ok && (
        <Notice
          tone="warn"
          actions={
            <Button size="small" onClick={() => void reload()}>
              {K.again}
            </Button>
          }
        >
          {refusalText(reply.refusal)}
        </Notice>
      )}
      {reply?.ok && page.kind === 'list' && (
        <ItemList
          items={items}
          today={today}
          finding={finding}
          hands={hands}
          go={go}
          onFind={setFinding}
          onOpen={open}
          onNew={() => setPage({ kind: 'new' })}
          onImport={() => setPage({ kind: 'import' })}
          onChanged={reload}
        />
      )}
      {page.kind === 'item' && (
        <ItemPage
          key={page.itemId}
          itemId={page.itemId}
          reply={shelf}
          today={today}
          go={go}
          onLeave={() => toList(page.itemId)}
          onEdit={(one) => setPage({ kind: 'edit', shelf: one })}
          onChanged={async () => {
            await Promise.all([read(page.itemId), reload()])
            go('catalogue.edit', 'catalogue.back')
          }}
        />
      )}
      {page.kind === 'edit' && <EditItem shelf={page.shelf} go={go} onDone={reopen} />}
      {page.kind === 'new' && (
        <NewItem itemIds={items.map(({ itemId }) => itemId)} go={go} onLeave={() => toList()} onSaved={reopen} />
      )}
      {page.kind === 'import' && (
        <ImportPage
          go={go}
          onLeave={() => toList()}
          onImported={() => {
            setFinding({ query: '', filter: 'draft', ticked: new Set() })
            toList()
          }}
        />
      )}
    </div>
  )
}
