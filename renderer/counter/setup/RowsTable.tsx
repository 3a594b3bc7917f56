import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from '../../ui/index.ts'

export interface RowsTableProps<Row extends { readonly key: string }> {
  readonly title: string
  /** Headings of the columns without the last, which removes the row. */
  readonly heads: readonly { readonly text: string; readonly className?: string }[]
  readonly rows: readonly Row[]
  /** The cells of a row, one `<td>` a heading. */
  readonly cells: (row: Row, index: number) => ReactNode
  readonly rowName: (index: number) => string
  readonly addText: string
  readonly addKey: string
  readonly onAdd: () => void
  readonly onRemove: (index: number) => void
  readonly error?: string | undefined
  readonly emptyText: string
  /** Fewer rows than this cannot be left. */
  readonly least?: number
}

/** A list that is edited in place. Focus goes to the new row, and after a removal to the row that took its place. */
export function RowsTable<Row extends { readonly key: string }>(props: RowsTableProps<Row>) {
  const { title, heads, rows, cells, rowName, error, least = 0 } = props
  const id = useId()
  const body = useRef<HTMLTableSectionElement | null>(null)
  const addButton = useRef<HTMLButtonElement | null>(null)
  const focusRow = useRef<number | null>(null)
  useEffect(() => {
    const wanted = focusRow.current
    if (wanted === null) return
    focusRow.current = null
    const row = body.current?.rows[Math.min(wanted, rows.length - 1)]
    const field = row?.querySelector<HTMLElement>('input, select') ?? addButton.current
    field?.focus()
  }, [rows])
  return (
    <section className="rows" aria-labelledby={id}>
      <header className="rows__head">
        <h2 id={id}>
          {title}
          <span className="rows__count">{rows.length}</span>
        </h2>
        <Button
          ref={addButton}
          size="small"
          kbd={props.addKey}
          onClick={() => {
            focusRow.current = rows.length
            props.onAdd()
          }}
        >
          {props.addText}
        </Button>
      </header>
      {error !== undefined && (
        <p className="ui-field__error" role="alert">
          {error}
        </p>
      )}
      {rows.length === 0 ? (
        <p className="rows__empty">{props.emptyText}</p>
      ) : (
        <table className="rows__table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head.text} scope="col" className={head.className}>
                  {head.text}
                </th>
              ))}
              <th scope="col" className="rows__removeHead">
                <span className="ui-hidden">操作</span>
              </th>
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.map((row, index) => (
              <tr key={row.key}>
                {cells(row, index)}
                <td>
                  <Button
                    size="small"
                    tone="quiet"
                    disabled={rows.length <= least}
                    aria-label={`删除${rowName(index)}`}
                    onClick={() => {
                      focusRow.current = index
                      props.onRemove(index)
                    }}
                  >
                    删除
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
