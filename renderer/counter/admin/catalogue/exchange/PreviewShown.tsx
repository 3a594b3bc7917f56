import type { ExchangeError } from '../../../../../shared/domain/catalogue/exchange.ts'
import type { ImportPreview } from '../../../../../shared/domain/catalogue/exchangePreview.ts'
import { Notice } from '../../../../ui/index.ts'
import { errorRow, fieldWords } from '../model/importWords.ts'
import { K } from '../texts.ts'

/** As many as main names. */
const MOST_ERRORS = 500

/** What a file would do, or every mistake in it with its place. */
export function PreviewShown({ preview: { added, changed, unchanged, errors } }: { readonly preview: ImportPreview }) {
  if (errors.length > 0) return <Errors errors={errors} />
  return (
    <>
      <p className="catalogue__counts">{K.counts(added.length, changed.length, unchanged)}</p>
      {added.length + changed.length === 0 && <p>{K.nothingNew}</p>}
      {added.length > 0 && (
        <section aria-label={K.addedItems}>
          <h4>{K.addedItems}</h4>
          <ul className="catalogue__plain">
            {added.map(({ itemId, name }) => (
              <li key={itemId}>
                {itemId} {name}
              </li>
            ))}
          </ul>
        </section>
      )}
      {changed.length > 0 && (
        <table className="staff__table catalogue__lines">
          <caption>{K.changedItems}</caption>
          <thead>
            <tr>
              <th scope="col">{K.number}</th>
              <th scope="col">{K.name}</th>
              <th scope="col">{K.changedFields}</th>
            </tr>
          </thead>
          <tbody>
            {changed.map(({ itemId, name, fields }) => (
              <tr key={itemId} className="staff__row">
                <td>{itemId}</td>
                <th scope="row">{name}</th>
                <td>{fieldWords(fields)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

const Errors = ({ errors }: { readonly errors: readonly ExchangeError[] }) => (
  <>
    <Notice tone="danger" title={K.errorsTitle(errors.length)}>
      {errors.length >= MOST_ERRORS && <p>{K.manyErrors}</p>}
    </Notice>
    <table className="staff__table catalogue__lines">
      <thead>
        <tr>
          <th scope="col">{K.sheet}</th>
          <th scope="col">{K.row}</th>
          <th scope="col">{K.column}</th>
          <th scope="col">{K.problem}</th>
          <th scope="col">{K.value}</th>
        </tr>
      </thead>
      <tbody>
        {errors.map((error, at) => {
          const { sheet, row, column, problem, value } = errorRow(error)
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once, and a place can be wrong twice
            <tr key={at} className="staff__row">
              <td>{sheet}</td>
              <td>{row}</td>
              <th scope="row">{column}</th>
              <td>{problem}</td>
              <td>{value}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  </>
)
