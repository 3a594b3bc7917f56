import { mask } from '../../../../shared/domain/people/masking.ts'
import { Button } from '../../../ui/index.ts'
import type { Draft } from '../model/drafts.ts'
import { T } from '../texts.ts'

export interface UnfinishedProps {
  readonly aside: readonly Draft[]
  readonly onResume: (key: number) => void
  readonly onDiscard: (key: number) => void
}

/** Forms put aside for another visitor, kept for their clerk until the end of tomorrow; a case begins with its paper. */
export function Unfinished({ aside, onResume, onDiscard }: UnfinishedProps) {
  if (aside.length === 0) return null
  return (
    <div className="side__block">
      <h2 className="desk__heading">
        {T.unfinished}
        <span className="side__count side__count--wanting">{aside.length}</span>
      </h2>
      <ul className="unfinished">
        {aside.map((draft, index) => (
          <li key={draft.key} className="unfinished__row">
            <span className="unfinished__what">
              <strong>{draftTitle(draft)}</strong>
              <span>{draft.item?.name ?? T.noItem}</span>
            </span>
            <Button
              size="small"
              {...(index === 0 ? { kbd: 'Ctrl+U' } : {})}
              kbdGroup={T.work}
              onClick={() => onResume(draft.key)}
            >
              {T.resume}
            </Button>
            <Button size="small" tone="quiet" onClick={() => onDiscard(draft.key)}>
              {T.discard}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Ticket and masked name: a list is a list (domain §11), also of what is not filed yet. */
export function draftTitle(draft: Draft): string {
  const name = draft.form.applicant.name.trim()
  const who = name === '' ? T.noName : mask('name', 'list', name)
  return draft.ticketNo === null ? who : `${draft.ticketNo} ${who}`
}
