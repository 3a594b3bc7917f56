import { z } from 'zod'
import { checkHallConfig } from '../../../shared/domain/hall/decideHall.ts'
import { checkPassword } from '../../../shared/domain/staff/password.ts'
import { refusalText } from '../../texts/refusals.ts'
import type { SetupForm } from './form.ts'
import { tidyHalf, tidyLetter, tidyLetters, tidyLogin } from './tidy.ts'

/**
 * What the wizard checks before it asks main, which checks everything again. Lengths are those of the contract; rules
 * that span fields are the domain's own functions. Full-width digits and letters are read as half-width ones.
 */

const filled = (most: number, what: string) =>
  z.string().trim().min(1, `请填写${what}。`).max(most, `${what}最多 ${most} 个字。`)
const optional = (most: number, what: string) => z.string().trim().max(most, `${what}最多 ${most} 个字。`)
const phone = z
  .string()
  .overwrite(tidyHalf)
  .max(40, '电话最多 40 个字符。')
  .regex(/^[\d\s()+\-、,/转]*$/, '电话只能有数字和横线，多个号码用顿号隔开。')

const group = z.object({
  code: z
    .string()
    .overwrite(tidyLetter)
    .regex(/^[A-Z]$/, '请填一个字母。'),
  name: filled(12, '名称')
})

const counter = z.object({
  no: z
    .string()
    .overwrite(tidyHalf)
    .regex(/^[1-9]\d?$/, '请填 1 至 99。'),
  name: filled(20, '窗口名称'),
  groups: z.string().overwrite(tidyLetters).min(1, '请填写业务字母，例如 AB。')
})

const grid = z.object({ id: z.string(), name: filled(30, '网格名称') })

const site = z.object({
  id: z.string(),
  name: filled(30, '名称'),
  kind: z.enum(['village', 'community']),
  service: z.enum(['station', 'point']),
  gridId: z.string().min(1, '请选择网格。')
})

const administrator = z.object({
  login: z
    .string()
    .overwrite(tidyLogin)
    .regex(/^[a-z][a-z0-9._-]{1,31}$/, '请用小写字母开头，共 2 至 32 位，可以有数字和 . _ -。'),
  name: filled(60, '姓名'),
  password: z.string().max(200, '密码最多 200 位。'),
  repeated: z.string()
})

export const setupSchema = z
  .object({
    config: z.object({
      name: filled(60, '大厅名称'),
      authorityName: filled(60, '机关全称'),
      authorityShort: filled(20, '机关简称'),
      regionCode: z
        .string()
        .overwrite(tidyHalf)
        .regex(/^\d{6}$/, '请填 6 位数字。'),
      terminal: z
        .string()
        .overwrite(tidyHalf)
        .regex(/^\d{2}$/, '请填两位数字，例如 01。'),
      address: optional(120, '地址'),
      hours: optional(60, '办公时间'),
      enquiryPhone: phone,
      supervisionPhone: phone,
      groups: z.array(group).min(1, '至少要有一个业务分类。').max(26, '最多 26 个业务分类。'),
      counters: z.array(counter).min(1, '至少要有一个窗口。').max(99, '最多 99 个窗口。'),
      sites: z.array(site).max(500, '最多 500 个村（社区）。'),
      grids: z.array(grid).max(500, '最多 500 个网格。')
    }),
    administrator
  })
  .superRefine((form, context) => {
    for (const { field, message } of [...hallProblems(form.config), ...passwordProblems(form.administrator)]) {
      context.addIssue({ code: 'custom', path: field.split('.'), message })
    }
  })

interface Problem {
  readonly field: string
  readonly message: string
}

function hallProblems(config: SetupForm['config']): readonly Problem[] {
  const counters = config.counters.map((one) => ({ ...one, no: Number(one.no), groups: [...one.groups] }))
  const refusals = checkHallConfig({ ...config, counters })
  const known = new Set(config.grids.map((one) => one.id))
  const homeless = config.sites.flatMap((one, i) =>
    one.gridId === '' || known.has(one.gridId)
      ? []
      : [{ field: `config.sites.${i}.gridId`, message: '原来的网格已删除，请重新选择。' }]
  )
  return [...refusals.map((refusal) => ({ field: refusal.field ?? '', message: refusalText(refusal) })), ...homeless]
}

function passwordProblems(person: SetupForm['administrator']): readonly Problem[] {
  const refusal = checkPassword(person.password, 'administrator.password')
  const weak = refusal ? [{ field: 'administrator.password', message: refusalText(refusal) }] : []
  const differs = person.password !== person.repeated
  return differs ? [...weak, { field: 'administrator.repeated', message: '两次输入的密码不一样，请重新输入。' }] : weak
}
