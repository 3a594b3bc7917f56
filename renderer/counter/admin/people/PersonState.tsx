import type { PersonListed } from '../../../../shared/projections/views.ts'
import { clockTime } from '../../../texts/index.ts'
import { Light } from '../../../ui/index.ts'
import { useNow } from '../../desk/state/useNow.ts'
import { A } from '../texts.ts'

/** May sign in, is locked until, has left. A lock ends by itself while one looks. */
export function PersonState({ shown }: { readonly shown: PersonListed }) {
  const now = useNow()
  const { ended, lockedUntil } = shown
  if (ended) return <Light tone="grey">{A.ended}</Light>
  const locked = lockedUntil !== null && (now === null || Date.parse(now) < Date.parse(lockedUntil))
  if (!locked) return <Light tone="green">{A.active}</Light>
  return <Light tone="amber">{A.locked(clockTime(lockedUntil))}</Light>
}
