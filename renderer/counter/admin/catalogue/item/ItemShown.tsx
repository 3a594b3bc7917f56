import type { Material, ServiceItem, Situation } from '../../../../../shared/domain/catalogue/serviceItem.ts'
import { situationsOf } from '../../../../../shared/domain/catalogue/situations.ts'
import { countsText, GROUPS, ITEM_WORDS, MATERIAL_WORDS, optionsText } from '../model/words.ts'
import { ASKED, ITEM_FIELD, MATERIAL_FIELD, SITUATION_FIELD } from '../names.ts'
import { K } from '../texts.ts'

const PARTS = ['basics', 'limits', 'handling'] as const

/** Everything of one version, to be read. What it does not have is left out. */
export function ItemShown({ item }: { readonly item: ServiceItem }) {
  const situations = situationsOf(item)
  return (
    <div className="catItem__all">
      {PARTS.map((group) => (
        <section key={group} aria-label={K.groups[group]}>
          <h5>{K.groups[group]}</h5>
          <dl className="catItem__facts">
            {GROUPS[group].map((key) => {
              const text = ITEM_WORDS[key](item)
              return text === '' ? null : (
                <div key={key}>
                  <dt>{ITEM_FIELD[key]}</dt>
                  <dd>{text}</dd>
                </div>
              )
            })}
          </dl>
        </section>
      ))}
      <section aria-label={K.groups.situations}>
        <h5>{K.groups.situations}</h5>
        {situations.length === 0 ? <p>{K.noSituations}</p> : <Situations situations={situations} />}
      </section>
      <section aria-label={K.groups.materials}>
        <h5>{K.groups.materials}</h5>
        {item.materials.length === 0 && <p>{K.noMaterials}</p>}
        <ol className="catItem__materials">
          {item.materials.map((material) => (
            <MaterialShown key={material.id} material={material} situations={situations} />
          ))}
        </ol>
      </section>
    </div>
  )
}

const Situations = ({ situations }: { readonly situations: readonly Situation[] }) => (
  <table className="staff__table catalogue__lines">
    <thead>
      <tr>
        <th scope="col">{SITUATION_FIELD.question}</th>
        <th scope="col">{SITUATION_FIELD.source}</th>
        <th scope="col">{SITUATION_FIELD.options}</th>
      </tr>
    </thead>
    <tbody>
      {situations.map((situation) => (
        <tr key={situation.id} className="staff__row">
          <th scope="row">{situation.question}</th>
          <td>{ASKED[situation.source]}</td>
          <td>{optionsText(situation)}</td>
        </tr>
      ))}
    </tbody>
  </table>
)

/** Beside the name and the counts. */
const MORE = ['issuer', 'originalReturned', 'condition', 'when', 'deferLimit', 'commitment', 'note'] as const

interface MaterialShownProps {
  readonly material: Material
  readonly situations: readonly Situation[]
}

function MaterialShown({ material, situations }: MaterialShownProps) {
  const words = (key: keyof typeof MATERIAL_WORDS): string => MATERIAL_WORDS[key](material, situations)
  const short = [words('necessity'), countsText(material), words('form'), words('source'), words('waiver')]
  return (
    <li>
      <p>
        <strong>{material.name}</strong>
      </p>
      <p className="admin__quiet">{short.filter((part) => part !== '').join(' · ')}</p>
      <dl className="catItem__facts">
        {MORE.map((key) => {
          const text = words(key)
          return text === '' ? null : (
            <div key={key}>
              <dt>{MATERIAL_FIELD[key]}</dt>
              <dd>{text}</dd>
            </div>
          )
        })}
      </dl>
    </li>
  )
}
