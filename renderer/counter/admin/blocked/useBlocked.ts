import { useCallback, useEffect, useState } from 'react'
import type { Reply } from '../../../../shared/kernel/result.ts'
import type { BlockedShown } from '../../../../shared/projections/views.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { answered } from '../../desk/state/answered.ts'

export interface Blocked {
  /** `null`: not read yet. */
  readonly reply: Reply<readonly BlockedShown[]> | null
  /** Reads the list again; resolves when it is shown. */
  reload(): Promise<void>
}

/** The list, read whenever the part is opened and after each change. */
export function useBlocked(): Blocked {
  const [reply, setReply] = useState<Reply<readonly BlockedShown[]> | null>(null)
  const reload = useCallback(async (): Promise<void> => setReply(await answered(ask('commitments.blocked', {}))), [])
  useEffect(() => void reload(), [reload])
  return { reply, reload }
}
