import { useEffect, useRef, useState } from 'react'
import type { ValueOf } from '../../shared/contract/contract.ts'
import type { KioskView } from '../../shared/projections/hallViews.ts'
import { ask } from '../bridge/linchuang.ts'
import { Button, Field, TextInput } from '../ui/index.ts'
import { Heading } from './Heading.tsx'
import { DIGITS, Keys, LETTERS } from './Keys.tsx'
import { S, T } from './texts.ts'
import type { Wish } from './visit.ts'
import { CLOSED_WORDS } from './words.ts'

type Found = ValueOf<'kiosk.search'>

interface SearchProps {
  readonly view: KioskView
  readonly busy: boolean
  readonly want: (wish: Wish) => void
  readonly onBack: () => void
}

const LONGEST = 40

/** Items by their initials or by words; a touch on one takes the number of its group. */
export function Search({ view, busy, want, onBack }: SearchProps) {
  const [text, setText] = useState('')
  const found = useFound(text)
  const change = (next: string): void => setText(next.slice(0, LONGEST))
  return (
    <>
      <div className="kiosk__bar">
        <Button size="large" onClick={onBack}>
          {T.back}
        </Button>
        <Heading>{S.title}</Heading>
      </div>
      <div className="search">
        <div className="search__type">
          <Field label={S.field} hint={S.hint}>
            <TextInput
              className="search__field"
              value={text}
              autoComplete="off"
              onChange={(event) => change(event.currentTarget.value)}
            />
          </Field>
          <Keys label={S.letters} keys={LETTERS} className="keys--letters" onKey={(key) => change(text + key)} />
          <Keys label={S.digits} keys={DIGITS} className="keys--digits" onKey={(key) => change(text + key)} />
          <div className="search__edit">
            <Button size="large" onClick={() => change([...text].slice(0, -1).join(''))}>
              {S.erase}
            </Button>
            <Button size="large" onClick={() => change('')}>
              {S.clear}
            </Button>
          </div>
        </div>
        <section className="search__found">
          <p role="status">{found === 'failed' ? S.failed : found === null ? S.none : S.found(found.length)}</p>
          {Array.isArray(found) && (
            <ul>
              {(found as Found).map((item) => (
                <li key={item.itemId}>
                  <FoundItem item={item} view={view} busy={busy} want={want} />
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </>
  )
}

interface FoundItemProps extends Omit<SearchProps, 'onBack'> {
  readonly item: Found[number]
}

function FoundItem({ item, view, busy, want }: FoundItemProps) {
  const group = view.groups.find(({ code }) => code === item.group)
  const closed = group && group.open !== 'open' ? CLOSED_WORDS[group.open] : null
  const about = group ? (closed ? `${closed.why}，${closed.do}` : S.takes(group.name)) : S.askDesk
  return (
    <Button
      className="found"
      disabled={!group || closed !== null}
      busy={busy}
      onClick={() => group && want({ kind: 'take', group: group.code, itemId: item.itemId })}
    >
      <span className="found__name">{item.everydayName ? `${item.everydayName}（${item.name}）` : item.name}</span>
      <span className="found__group">{about}</span>
    </Button>
  )
}

/** What fits; the answer to an older text never takes the place of a newer one. `null`: nothing was asked. */
function useFound(text: string): Found | 'failed' | null {
  const [found, setFound] = useState<Found | 'failed' | null>(null)
  const newest = useRef(0)
  useEffect(() => {
    newest.current += 1
    const mine = newest.current
    const wanted = text.trim()
    if (wanted === '') {
      setFound(null)
      return
    }
    const show = (value: Found | 'failed'): void => {
      if (newest.current === mine) setFound(value)
    }
    void ask('kiosk.search', { text: wanted }).then(
      (reply) => show(reply.ok ? reply.value : 'failed'),
      () => show('failed')
    )
  }, [text])
  return found
}
