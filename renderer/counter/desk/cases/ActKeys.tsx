import type { CaseAction } from '../../../../shared/projections/views.ts'
import { Button } from '../../../ui/index.ts'
import { ACT_NAME } from '../model/caseActs.ts'
import { T } from '../texts.ts'
import { C } from './texts.ts'

export interface ActKeysProps {
  /** The likeliest first. */
  readonly actions: readonly CaseAction[]
  /** What may be done is known; until then the focus waits for it instead of taking the way back. */
  readonly ready: boolean
  readonly onAct: (action: CaseAction) => void
  readonly onMenu: () => void
  readonly onBack: () => void
}

/** The likeliest act on Ctrl+Enter, all of them on Ctrl+J, and the way back. */
export function ActKeys({ actions, ready, onAct, onMenu, onBack }: ActKeysProps) {
  const [main] = actions
  return (
    <div className="casePage__keys">
      <Button kbd="Escape" kbdGroup={T.caseTitle} {...(ready ? { 'data-place': 'case.back' } : {})} onClick={onBack}>
        {T.back}
      </Button>
      {actions.length > 1 && (
        <Button kbd="Ctrl+J" kbdGroup={T.caseTitle} data-place="case.menu" aria-haspopup="dialog" onClick={onMenu}>
          {C.moreActs}
        </Button>
      )}
      {main && (
        <Button
          tone="primary"
          kbd="Ctrl+Enter"
          kbdGroup={T.caseTitle}
          data-place="case.main"
          onClick={() => onAct(main)}
        >
          {ACT_NAME[main]}
        </Button>
      )}
    </div>
  )
}
