import type { DueDate } from '../../../../shared/domain/casework/case.ts'
import type { CaseShown } from '../../../../shared/projections/views.ts'
import { longDate, weekday } from '../../../texts/index.ts'
import { Badge, classes } from '../../../ui/index.ts'
import { T } from '../texts.ts'

export interface DueDatesProps {
  readonly shown: Pick<CaseShown, 'promisedDue' | 'statutoryDue'>
  readonly large?: boolean
}

/** The promised and the statutory date side by side, as pairs of a `dl`; nothing for a case that is not accepted. */
export function DueDates({ shown, large = false }: DueDatesProps) {
  if (shown.promisedDue === null) return null
  return (
    <>
      <Due label={T.promisedDue} due={shown.promisedDue} large={large} />
      <Due label={T.statutoryDue} due={shown.statutoryDue} large={large} />
    </>
  )
}

const Due = ({
  label,
  due,
  large
}: {
  readonly label: string
  readonly due: DueDate | null
  readonly large: boolean
}) => (
  <div>
    <dt>{label}</dt>
    <dd className={classes(large && 'paperFacts__due')}>
      {due === null ? (
        T.noStatutory
      ) : (
        <>
          {longDate(due.date)} {large && <span className="due__weekday">{weekday(due.date)}</span>}
          {due.provisional && <Badge tone="amber">{T.provisional}</Badge>}
        </>
      )}
    </dd>
  </div>
)
