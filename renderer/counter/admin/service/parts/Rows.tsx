import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '../../../../ui/index.ts'
import { S } from '../texts.ts'

export interface Adding {
  readonly text: string
  readonly run: () => void
  readonly place?: string
}

export interface RowsProps {
  readonly rows: readonly { readonly key: string }[]
  /** What the row is called where its buttons are read out. */
  readonly name: (index: number) => string
  readonly row: (index: number) => ReactNode
  readonly adding: readonly Adding[]
  readonly onRemove: (index: number) => void
  /** Where the order counts. */
  readonly onMove?: (from: number, to: number) => void
  readonly emptyText: string
}

type Wish = { readonly row: number; readonly what: 'field' | 'up' | 'down' }

/**
 * A list that is edited in place. The focus goes to the first field of a new row, after a removal to the row that took
 * its place, and stays with a row that is moved.
 */
export function Rows({ rows, name, row, adding, onRemove, onMove, emptyText }: RowsProps) {
  const list = useRef<HTMLUListElement | null>(null)
  const add = useRef<HTMLDivElement | null>(null)
  const wish = useRef<Wish | null>(null)
  useEffect(() => {
    const wanted = wish.current
    if (wanted === null) return
    wish.current = null
    const at = list.current?.children[Math.min(wanted.row, rows.length - 1)]
    const field = wanted.what === 'field' ? 'input, select, textarea' : `[data-move="${wanted.what}"]`
    const element = at?.querySelector<HTMLElement>(field) ?? add.current?.querySelector<HTMLElement>('button')
    element?.focus()
  }, [rows])
  const move = (from: number, what: 'up' | 'down'): void => {
    const to = from + (what === 'up' ? -1 : 1)
    wish.current = { row: to, what }
    onMove?.(from, to)
  }
  return (
    <>
      {rows.length === 0 && <p className="admin__quiet">{emptyText}</p>}
      <ul className="service__rows" ref={list}>
        {rows.map(({ key }, i) => (
          <li key={key} className="service__row">
            {row(i)}
            <div className="service__rowKeys">
              {onMove && (
                <>
                  <Button
                    size="small"
                    tone="quiet"
                    data-move="up"
                    disabled={i === 0}
                    aria-label={`${S.up}${name(i)}`}
                    onClick={() => move(i, 'up')}
                  >
                    {S.up}
                  </Button>
                  <Button
                    size="small"
                    tone="quiet"
                    data-move="down"
                    disabled={i === rows.length - 1}
                    aria-label={`${S.down}${name(i)}`}
                    onClick={() => move(i, 'down')}
                  >
                    {S.down}
                  </Button>
                </>
              )}
              <Button
                size="small"
                tone="quiet"
                aria-label={`${S.remove}${name(i)}`}
                onClick={() => {
                  wish.current = { row: i, what: 'field' }
                  onRemove(i)
                }}
              >
                {S.remove}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <div className="service__adding" ref={add}>
        {adding.map(({ text, run, place }) => (
          <Button
            key={text}
            size="small"
            data-place={place}
            onClick={() => {
              wish.current = { row: rows.length, what: 'field' }
              run()
            }}
          >
            {text}
          </Button>
        ))}
      </div>
    </>
  )
}
