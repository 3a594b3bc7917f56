import { useCallback, useEffect, useState } from 'react'
import type { HallRules } from '../../../../shared/domain/hall/rules.ts'
import type { Refusal } from '../../../../shared/kernel/result.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, Notice } from '../../../ui/index.ts'
import { answered } from '../../desk/state/answered.ts'
import type { Go } from '../../desk/state/useGo.ts'
import './rules.css'
import { RulesForm } from './RulesForm.tsx'
import { R } from './texts.ts'

/** 规则设置: what the law leaves to the hall. Read whenever the part is opened; what is typed there stays. */
export function RulesSection({ go }: { readonly go: Go }) {
  const [rules, setRules] = useState<HallRules | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const read = useCallback(async (): Promise<void> => {
    const reply = await answered(ask('rules.get', {}))
    if (reply.ok) setRules(reply.value)
    setRefusal(reply.ok ? null : reply.refusal)
  }, [])
  useEffect(() => void read(), [read])
  const empty = rules === null && refusal !== null
  useEffect(() => {
    if (empty) go('admin.tab')
  }, [empty, go])

  return (
    <>
      {refusal && (
        <Notice
          tone="warn"
          actions={
            <Button size="small" onClick={() => void read()}>
              {R.again}
            </Button>
          }
        >
          {refusalText(refusal)}
        </Notice>
      )}
      {rules === null && !refusal && <p className="admin__quiet">{R.loading}</p>}
      {rules && <RulesForm rules={rules} />}
    </>
  )
}
