import { useEffect, useRef, useState } from 'react'
import type { ItemFound } from '../../../../shared/projections/views.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { announce, Button, Dialog, Field, isComposing, Notice, TextInput } from '../../../ui/index.ts'
import { answered } from '../../desk/state/answered.ts'
import { useListed } from '../catalogue/useListed.ts'
import type { CountersValues } from './countersForm.ts'
import { W } from './texts.ts'

const SHOWN = 8

export interface ItemsDialogProps {
  readonly counter: CountersValues['config']['counters'][number]
  readonly onChoose: (items: readonly string[]) => void
  readonly onClose: () => void
}

/** Which items a counter may serve. What is chosen is in the form at once, and holds when that is saved. */
export function ItemsDialog({ counter, onChoose, onClose }: ItemsDialogProps) {
  const [items, setItems] = useState<readonly string[]>(counter.items)
  const { reply } = useListed()
  const [text, setText] = useState('')
  const found = useFound(text)
  const free = found.filter(({ itemId }) => !items.includes(itemId))
  const nameOf = (itemId: string): string =>
    (reply?.ok ? reply.value.find((item) => item.itemId === itemId)?.name : undefined) ??
    `${itemId}（${W.unknownItem}）`
  const choose = (next: readonly string[]): void => {
    setItems(next)
    onChoose(next)
    announce(W.chosen(next.length))
  }
  return (
    <Dialog
      title={W.itemsTitle(counter.name || counter.no)}
      onClose={onClose}
      foot={
        <Button tone="primary" kbd="Ctrl+Enter" onClick={onClose}>
          {W.done}
        </Button>
      }
    >
      <div className="counters__items">
        <p className="admin__quiet">{W.itemsHint}</p>
        {reply && !reply.ok && <Notice tone="warn">{refusalText(reply.refusal)}</Notice>}
        <Field label={W.find} hint={W.findHint}>
          <TextInput
            type="search"
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              const [first] = free
              if (event.key !== 'Enter' || event.ctrlKey || isComposing(event.nativeEvent) || !first) return
              event.preventDefault()
              choose([...items, first.itemId])
              setText('')
            }}
          />
        </Field>
        {text.trim() !== '' && free.length === 0 && <p className="admin__quiet">{W.nothing}</p>}
        {free.length > 0 && (
          <ul className="counters__found">
            {free.map(({ itemId, name }) => (
              <li key={itemId}>
                <span>{name}</span>
                <Button size="small" aria-label={W.addOf(name)} onClick={() => choose([...items, itemId])}>
                  {W.add}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <h4>{items.length === 0 ? W.noneChosen : W.chosen(items.length)}</h4>
        <ul className="counters__found">
          {reply !== null &&
            items.map((itemId) => (
              <li key={itemId}>
                <span>{nameOf(itemId)}</span>
                <Button
                  size="small"
                  tone="quiet"
                  aria-label={W.removeOf(nameOf(itemId))}
                  onClick={() => choose(items.filter((one) => one !== itemId))}
                >
                  {W.remove}
                </Button>
              </li>
            ))}
        </ul>
      </div>
    </Dialog>
  )
}

/** What a search finds; answers to what is no longer typed are dropped. */
function useFound(text: string): readonly ItemFound[] {
  const [found, setFound] = useState<readonly ItemFound[]>([])
  const newest = useRef(0)
  useEffect(() => {
    newest.current += 1
    const mine = newest.current
    if (text.trim() === '') return setFound([])
    void answered(ask('catalogue.search', { text: text.trim(), limit: SHOWN })).then((reply) => {
      if (mine === newest.current) setFound(reply.ok ? reply.value : [])
    })
  }, [text])
  return found
}
