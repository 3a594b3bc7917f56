import { useSyncExternalStore } from 'react'
import { refusalText } from '../../texts/index.ts'
import { Badge } from '../../ui/index.ts'
import type { Keeper } from './model/keeper.ts'
import { T } from './texts.ts'

/** Whether what is typed would survive a power cut now. Quiet while it would; by itself, so that no key draws the desk. */
export function KeptMark({ keeper }: { readonly keeper: Keeper }) {
  const state = useSyncExternalStore(keeper.subscribe, keeper.state)
  switch (state.kind) {
    case 'blank':
      return null
    case 'changed':
      return <span className="deskHead__kept">{T.keeping}</span>
    case 'kept':
      return <span className="deskHead__kept">{state.left === 0 ? T.kept : T.keptSome(state.left)}</span>
    case 'refused':
      return (
        <span title={refusalText(state.refusal)}>
          <Badge tone="amber">{T.notKept}</Badge>
        </span>
      )
  }
}
