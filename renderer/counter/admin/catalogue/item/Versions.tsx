import type { ItemShelfView } from '../../../../../shared/projections/catalogueViews.ts'
import { Badge } from '../../../../ui/index.ts'
import { K } from '../texts.ts'
import { ItemShown } from './ItemShown.tsx'

type Version = ItemShelfView['versions'][number]

/** All versions, newest first; the newest lies open. */
export const Versions = ({
  versions,
  today
}: {
  readonly versions: ItemShelfView['versions']
  readonly today: string
}) => (
  <section className="catItem__versions ui-panel" aria-label={K.versions}>
    <h4>{K.versions}</h4>
    {versions.map((version, at) => (
      <details key={version.version} className="calendar__year" open={at === 0}>
        <summary>
          <strong>{K.versionOf(version.version)}</strong>
          <State version={version} today={today} />
          <span>{K.from(version.effectiveFrom)}</span>
          {version.effectiveTo !== null && <span>{K.until(version.effectiveTo)}</span>}
          <span className="admin__quiet">
            {version.approvedBy === null ? K.founding : K.approvedBy(version.approvedBy)}
          </span>
        </summary>
        <ItemShown item={version.item} />
      </details>
    ))}
  </section>
)

function State({ version, today }: { readonly version: Version; readonly today: string }) {
  if (version.onOffer) return <Badge tone="green">{K.onOffer}</Badge>
  const ahead = version.effectiveFrom > today && version.effectiveTo === null
  return ahead ? <Badge tone="blue">{K.notYet}</Badge> : <Badge>{K.past}</Badge>
}
