import type { Answers } from '../../shared/domain/casework/case.ts'
import type { ServiceItem } from '../../shared/domain/catalogue/serviceItem.ts'
import { situationsOf } from '../../shared/domain/catalogue/situations.ts'

/** The plainest visitor: 否 wherever that is an answer, else the first option. Questions about a proxy answer themselves. */
export function plainAnswers(item: ServiceItem): Record<string, string> {
  const asked = situationsOf(item).filter((situation) => situation.source === 'ASKED')
  const answers: Answers = Object.fromEntries(
    asked.map(({ id, options }) => [id, (options.find((option) => option.id === 'no') ?? options[0])?.id ?? ''])
  )
  return { ...answers }
}
