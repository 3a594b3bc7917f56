import type { ReactNode } from 'react'
import type { DueDate } from '../../../../shared/domain/casework/case.ts'
import { longDate } from '../../../texts/index.ts'
import { Badge, classes } from '../../../ui/index.ts'
import type { FactRow } from '../model/workFacts.ts'
import { T } from '../texts.ts'

export interface FactProps {
  readonly label: string
  /** A date with 暂定 where the holidays of its year are not loaded. */
  readonly due?: DueDate
  readonly children?: ReactNode
}

/** A pair of a `dl`. */
export const Fact = ({ label, due, children }: FactProps) => (
  <div>
    <dt>{label}</dt>
    <dd>
      {due && longDate(due.date)} {due?.provisional === true && <Badge tone="amber">{T.provisional}</Badge>}
      {children}
    </dd>
  </div>
)

/** A heading with rows below it. */
export const FactList = ({ title, rows }: { readonly title: string; readonly rows: readonly FactRow[] }) => (
  <>
    <h3>{title}</h3>
    <ul className="caseFacts__ticks">
      {rows.map(({ key, name, said, tone, more = '' }) => (
        <li key={key}>
          <span>{name}</span>
          <strong className={classes(tone && `fact--${tone}`)}>{said}</strong>
          {more !== '' && <span className="caseFacts__more">{more}</span>}
        </li>
      ))}
    </ul>
  </>
)
