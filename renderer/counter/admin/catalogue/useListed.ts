import { useCallback, useEffect, useState } from 'react'
import type { Reply } from '../../../../shared/kernel/result.ts'
import type { ItemListed } from '../../../../shared/projections/catalogueViews.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { answered } from '../../desk/state/answered.ts'

export interface Listed {
  /** `null`: not read yet. */
  readonly reply: Reply<readonly ItemListed[]> | null
  reload(): Promise<void>
}

/** All items, read whenever the part is opened and after each change. */
export function useListed(): Listed {
  const [reply, setReply] = useState<Reply<readonly ItemListed[]> | null>(null)
  const reload = useCallback(async (): Promise<void> => setReply(await answered(ask('catalogue.list', {}))), [])
  useEffect(() => void reload(), [reload])
  return { reply, reload }
}
