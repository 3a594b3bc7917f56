import { RadioGroup } from '../../ui/index.ts'
import type { SetupKind } from './form.ts'

export interface StepKindProps {
  readonly kind: SetupKind
  readonly onChoose: (kind: SetupKind) => void
}

/** Step 1: try things out, or set up one's own hall. */
export function StepKind({ kind, onChoose }: StepKindProps) {
  return (
    <div className="setup__kind">
      <RadioGroup
        legend="要设置哪一种大厅？"
        column
        value={kind}
        onChange={(value) => onChoose(value === 'own' ? 'own' : 'demo')}
        options={[
          {
            value: 'demo',
            label: '演示大厅',
            hint: '虚构的街道，已备好 9 个窗口、18 个村（社区）、7 个网格和演示人员，适合试用和培训。各处都会标明“演示”，内容可以修改。'
          },
          { value: 'own', label: '新建大厅', hint: '从空白开始，填写本单位的真实信息，用于正式办理。' }
        ]}
      />
    </div>
  )
}
