import { z } from 'zod'
import { isValidDate } from '../domain/calendar/civilDate.ts'

/** Pieces of input. Strict: an unknown key is refused. Lengths are generous ceilings against floods, not form rules. */

const text = (max: number) => z.string().trim().max(max)
export const filled = (max: number) => text(max).min(1)
export const id = z.string().regex(/^[\w-]{1,64}$/)
export const nothing = z.strictObject({})

export const date = z.string().refine(isValidDate, 'not a date')
const validUntil = date.nullable().optional()

export const applicant = z.strictObject({
  name: filled(200),
  idKind: filled(40),
  idNumber: text(60),
  phone: text(40).nullable(),
  address: text(400),
  idValidUntil: validUntil
})

/** Somebody who only asks may say as little as they like. */
export const asker = applicant.extend({ name: text(200) })

/** 授权委托 (民法典 165); `null`: a legal guardian, who needs none. */
const authority = z
  .strictObject({
    matters: text(500),
    powers: text(500),
    from: text(10),
    until: text(10),
    signed: z.boolean(),
    drawUp: z.boolean()
  })
  .nullable()

export const proxy = z.strictObject({
  name: filled(200),
  idKind: filled(40),
  idNumber: text(60),
  phone: text(40).nullable(),
  idValidUntil: validUntil,
  authority
})

export const tick = z.strictObject({
  materialId: id,
  result: z.enum(['inOrder', 'corrected', 'exempt', 'committed', 'deferred', 'missing', 'notMeeting', 'notApplicable']),
  reason: text(1000)
})

/**
 * An object whose keys are data. zod leaves a key of the name `__proto__` out without a word; a strict door refuses what
 * it does not know.
 */
export const record = <K extends z.ZodString, V extends z.ZodType>(key: K, value: V) =>
  z
    .unknown()
    .refine((given) => !(typeof given === 'object' && given !== null && Object.hasOwn(given, '__proto__')))
    .pipe(z.record(key, value))

/** Situation to the option chosen. */
export const answers = record(z.string().regex(/^s[1-9]\d*$/), z.string().regex(/^[a-z][A-Za-z0-9]{0,30}$/)).refine(
  (given) => Object.keys(given).length <= 60,
  'too many answers'
)

export const intake = z.strictObject({
  /** The case that a returning visitor supplements, or the enquiry that becomes one; `null` opens a new one. */
  caseId: id.nullable(),
  itemId: id,
  answers,
  applicant,
  proxy: proxy.nullable(),
  ticks: z.array(tick).max(200)
})

/** A lead who stands beside the clerk types name and password; `null`: nobody does. */
export const approval = z.strictObject({ login: filled(64), password: z.string().max(200) }).nullable()

export const reason = text(1000)

/** Where to go instead; which fields must be filled is the domain's rule. */
export const destination = z.strictObject({ name: text(100), place: text(200), phone: text(60) }).nullable()

const code = z.string().regex(/^[A-Z]$/)
const phone = text(40)

export const hallGroups = z
  .array(z.strictObject({ code, name: filled(12) }))
  .min(1)
  .max(26)

export const hallCounters = z
  .array(
    z.strictObject({
      no: z.number().int().min(1).max(99),
      name: filled(20),
      groups: z.array(code).min(1).max(26),
      items: z.array(id).max(500).optional()
    })
  )
  .min(1)
  .max(99)

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
  groups: hallGroups,
  counters: hallCounters,
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
