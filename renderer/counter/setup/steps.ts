import type { FieldPath } from 'react-hook-form'
import type { SetupForm } from './form.ts'

export type StepName = 'kind' | 'hall' | 'counters' | 'sites' | 'administrator' | 'summary'

export interface Step {
  readonly name: StepName
  readonly title: string
  readonly hint: string
  /** Parts of the form that are checked before the next step. */
  readonly fields: readonly FieldPath<SetupForm>[]
}

export const STEPS: readonly Step[] = [
  { name: 'kind', title: '选择方式', hint: '初次使用可以先用演示大厅熟悉一遍。', fields: [] },
  {
    name: 'hall',
    title: '大厅信息',
    hint: '这些内容会印在号单和文书上，请按公章和门牌填写。',
    fields: [
      'config.name',
      'config.authorityName',
      'config.authorityShort',
      'config.regionCode',
      'config.terminal',
      'config.address',
      'config.hours',
      'config.enquiryPhone',
      'config.supervisionPhone'
    ]
  },
  {
    name: 'counters',
    title: '窗口与业务分类',
    hint: '每类业务用一个字母排号，例如 A001。窗口按所填字母叫号。',
    fields: ['config.groups', 'config.counters']
  },
  {
    name: 'sites',
    title: '村（社区）与网格',
    hint: '可以先空着，以后再补。',
    fields: ['config.grids', 'config.sites']
  },
  {
    name: 'administrator',
    title: '首位管理员',
    hint: '管理员可以添加其他人员的账号。请牢记密码，程序里没有第二份。',
    fields: ['administrator']
  },
  { name: 'summary', title: '核对并完成', hint: '请核对以下内容，有误可以返回修改。', fields: [] }
]

/** The step on which a field of a refusal stands, e.g. `config.counters.2.groups`; `null`: on none. */
export function stepOfField(field: string | undefined): number | null {
  if (field === undefined) return null
  const found = STEPS.findIndex((step) => step.fields.some((path) => field === path || field.startsWith(`${path}.`)))
  return found < 0 ? null : found
}
