import { useCallback, useEffect, useState } from 'react'
import type { Reply } from '../../../../shared/kernel/result.ts'
import type { RatingsListed } from '../../../../shared/projections/ratingLead.ts'
import type { RatingMonth } from '../../../../shared/projections/ratingMonth.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { answered } from '../../desk/state/answered.ts'

export interface Ratings {
  /** `null`: not read yet. */
  readonly list: Reply<RatingsListed> | null
  readonly figures: Reply<RatingMonth> | null
  reload(): Promise<void>
}

/** Lists and figures of a month, read when the part is opened, when the month changes and after each act. */
export function useRatings(month: string): Ratings {
  const [list, setList] = useState<Ratings['list']>(null)
  const [figures, setFigures] = useState<Ratings['figures']>(null)
  const reload = useCallback(async (): Promise<void> => {
    const replies = await Promise.all([
      answered(ask('ratings.list', { month })),
      answered(ask('ratings.month', { month }))
    ])
    setList(replies[0])
    setFigures(replies[1])
  }, [month])
  useEffect(() => void reload(), [reload])
  return { list, figures, reload }
}
