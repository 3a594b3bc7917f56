import { useState } from 'react'
import type { ServiceItem } from '../../../../../shared/domain/catalogue/serviceItem.ts'
import type { DraftShown } from '../../../../../shared/projections/catalogueViews.ts'
import { dayAndTime } from '../../../../texts/index.ts'
import { Button, Notice } from '../../../../ui/index.ts'
import { problemShown } from '../model/contentProblems.ts'
import { differences } from '../model/differences.ts'
import { formOf } from '../model/itemForm.ts'
import { K, OBSTACLE } from '../texts.ts'
import { ApproveForm } from './ApproveForm.tsx'
import { DiscardDialog } from './DiscardDialog.tsx'
import { ItemShown } from './ItemShown.tsx'

export interface DraftPanelProps {
  readonly draft: DraftShown
  /** The version it changes; `null`: a new item. */
  readonly base: ServiceItem | null
  readonly today: string
  readonly onChanged: () => Promise<void>
}

/** The draft: who wrote it, what it changes line by line, and the approval, or why whoever looks cannot give it. */
export function DraftPanel({ draft, base, today, onChanged }: DraftPanelProps) {
  const [discarding, setDiscarding] = useState(false)
  const { item, by, at, source, basedOn, problems, obstacle } = draft
  const form = formOf(item)
  return (
    <section className="catItem__draft ui-panel" aria-label={K.draft}>
      <header className="catalogue__head">
        <h4>{K.draft}</h4>
        <span className="admin__quiet">{basedOn === null ? K.brandNew : K.basedOn(basedOn)}</span>
      </header>
      <p>{K.draftOf(by, at === null ? '' : dayAndTime(at), source === 'import')}</p>
      {problems.length > 0 && (
        <Notice tone="warn" title={K.mustFix}>
          <ul className="catalogue__plain">
            {problems.map((problem) => {
              const { sentence, path } = problemShown(problem, form)
              return <li key={`${path} ${sentence}`}>{sentence}</li>
            })}
          </ul>
        </Notice>
      )}
      {base && <Differences base={base} item={item} />}
      {obstacle === null ? (
        <ApproveForm item={item} today={today} onApproved={onChanged} />
      ) : (
        <Notice>{OBSTACLE[obstacle]}</Notice>
      )}
      <details className="calendar__year" open={base === null}>
        <summary>
          <strong>{K.wholeDraft}</strong>
        </summary>
        <ItemShown item={item} />
      </details>
      <Button tone="danger" size="small" onClick={() => setDiscarding(true)}>
        {K.discard}
      </Button>
      {discarding && (
        <DiscardDialog itemId={item.id} by={by} onClose={() => setDiscarding(false)} onDiscarded={onChanged} />
      )}
    </section>
  )
}

function Differences({ base, item }: { readonly base: ServiceItem; readonly item: ServiceItem }) {
  const lines = differences(base, item)
  if (lines.length === 0) return <p>{K.sameAsBase}</p>
  return (
    <table className="staff__table catalogue__lines">
      <caption>{K.differences}</caption>
      <thead>
        <tr>
          <th scope="col">{K.field}</th>
          <th scope="col">{K.before}</th>
          <th scope="col">{K.after}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ field, before, after }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two materials may have one name, and lines never move
          <tr key={at} className="staff__row">
            <th scope="row">{field}</th>
            <td>{before === '' ? K.empty : before}</td>
            <td>{after === '' ? K.empty : after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
