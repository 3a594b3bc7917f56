import { longDate } from '../../../texts/index.ts'
import { useDesk } from '../../desk/DeskContext.tsx'
import { G } from './texts.ts'
import { useAsked } from './useAsked.ts'

/** The register of issue of this grid and year: which household, when, by whom, which version. */
export function Issued({ gridId, year }: { readonly gridId: string; readonly year: string }) {
  const { desk } = useDesk()
  const { reply } = useAsked('cards.register', { gridId, year }, desk)
  const cards = reply?.ok ? reply.value : []
  return (
    <details className="gridOne__issued">
      <summary>{`${G.issued}（${year}，${cards.length}）`}</summary>
      {cards.length === 0 ? (
        <p className="admin__quiet">{G.issuedNone}</p>
      ) : (
        <div className="gridOne__scroll">
          <table className="staff__table">
            <thead>
              <tr>
                <th scope="col">{G.holder}</th>
                <th scope="col">{G.on}</th>
                <th scope="col">{G.by}</th>
                <th scope="col">{G.cardVersion}</th>
                <th scope="col">{G.cardNo}</th>
              </tr>
            </thead>
            <tbody>
              {cards.map((card) => (
                <tr key={card.cardNo} className="staff__row">
                  <th scope="row">{card.household ?? G.stock}</th>
                  <td>{longDate(card.on)}</td>
                  <td>{card.by}</td>
                  <td>{card.version}</td>
                  <td>{card.cardNo}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  )
}
