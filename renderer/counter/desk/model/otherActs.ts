import type { CaseStatus } from '../../../../shared/domain/casework/case.ts'
import type { Outcome } from './outcome.ts'

/** What may be done instead of the main thing. */
export type OtherAct =
  /** 受理 without deciding on the spot. */
  | 'acceptOnly'
  /** 收件: papers stay here and are looked through later. */
  | 'receive'
  /** 咨询告知: told what is needed, nothing handed in. */
  | 'tell'
  /** 登记咨询: the answer is owed. */
  | 'register'
  /** 不属于本机关职权 (许可法 32(2)). */
  | 'outsideAuthority'
  /** 不需要办理 (许可法 32(1)). */
  | 'notRequired'

/**
 * The menu beside the main key, in its order. `status` is that of the case or enquiry the form takes up; `null`: it is
 * new. Who has handed something in does not merely ask any more.
 */
export function otherActs(outcome: Outcome, hasItem: boolean, status: CaseStatus | null): readonly OtherAct[] {
  if (!hasItem) return outcome.kind === 'enquiry' ? ['outsideAuthority'] : []
  const acceptOnly: readonly OtherAct[] = outcome.kind === 'accept' && outcome.decide ? ['acceptOnly'] : []
  const tell: readonly OtherAct[] = status === null || status === 'enquiry' ? ['tell'] : []
  const register: readonly OtherAct[] = status === null ? ['register'] : []
  return [...acceptOnly, 'receive', ...tell, ...register, 'outsideAuthority', 'notRequired']
}
