import { z } from 'zod'

/** Pieces of input. Strict: an unknown key is refused. Lengths are generous ceilings against floods, not form rules. */

const text = (max: number) => z.string().trim().max(max)
export const filled = (max: number) => text(max).min(1)
export const id = z.string().regex(/^[\w-]{1,64}$/)
export const nothing = z.strictObject({})

export const applicant = z.strictObject({
  name: filled(200),
  idKind: filled(40),
  idNumber: text(60),
  phone: text(40).nullable(),
  address: text(400)
})

export const proxy = z.strictObject({
  name: filled(200),
  idKind: filled(40),
  idNumber: text(60),
  phone: text(40).nullable()
})

export const tick = z.strictObject({
  materialId: id,
  result: z.enum(['inOrder', 'missing', 'notMeeting', 'notApplicable']),
  reason: text(1000)
})

export const intake = z.strictObject({
  /** The case that a returning visitor supplements; `null` opens a new one. */
  caseId: id.nullable(),
  itemId: id,
  applicant,
  proxy: proxy.nullable(),
  ticks: z.array(tick).max(200)
})

const code = z.string().regex(/^[A-Z]$/)
const phone = text(40)

export const hallConfig = z.strictObject({
  name: filled(60),
  authorityName: filled(60),
  authorityShort: filled(20),
  regionCode: z.string().regex(/^\d{6}$/),
  terminal: z.string().regex(/^\d{2}$/),
  address: text(120),
  hours: text(60),
  enquiryPhone: phone,
  supervisionPhone: phone,
  groups: z
    .array(z.strictObject({ code, name: filled(12) }))
    .min(1)
    .max(26),
  counters: z
    .array(
      z.strictObject({ no: z.number().int().min(1).max(99), name: filled(20), groups: z.array(code).min(1).max(26) })
    )
    .min(1)
    .max(99),
  sites: z
    .array(
      z.strictObject({
        id,
        name: filled(30),
        kind: z.enum(['village', 'community']),
        service: z.enum(['station', 'point']),
        gridId: id
      })
    )
    .max(500),
  grids: z.array(z.strictObject({ id, name: filled(30) })).max(500),
  demo: z.boolean()
})

/** A sign-in name, which is the person's id too. */
export const login = z.string().regex(/^[a-z][a-z0-9._-]{1,31}$/)
/** Its rule is the domain's; this is the ceiling. */
export const newPassword = z.string().min(1).max(200)

export const administrator = z.strictObject({
  login,
  name: filled(60),
  password: newPassword
})

export const printerUri = z.string().regex(/^ipps?:\/\/[^\s]{1,200}$/)

export const printerTarget = z.union([
  z.strictObject({ kind: z.literal('folder') }),
  z.strictObject({ kind: z.literal('ipp'), uri: printerUri, name: filled(80) })
])
