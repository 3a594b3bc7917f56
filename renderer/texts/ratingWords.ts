import type { Outcome } from '../../shared/domain/feedback/followUp.ts'
import type { RatingReason } from '../../shared/domain/feedback/rating.ts'

/** Words of ratings that visitors and leads both read. Names of the grades: `shared/projections/ratingSheet.ts`. */
export const REASON_WORDS: Readonly<Record<RatingReason, string>> = {
  attitude: '态度不好',
  efficiency: '办得太慢',
  again: '跑了不止一趟',
  extraMaterials: '多要了材料',
  notTold: '没有一次说清',
  charges: '收费不合理',
  other: '其他'
}

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  fixed: '属实，已整改',
  explained: '情况复杂，已说明并列入整改',
  noBasis: '诉求没有政策依据，已解释',
  mistaken: '误评',
  malicious: '恶意评价'
}
