import { z } from 'zod'
import { APPLICANT_TYPES, CASE_TYPES, DECIDERS, EXCLUDED_PROCEDURES, ITEM_TYPES, STAGES } from './codes.ts'
import { DEEMED_ACCEPTANCE_KINDS } from './deemedAcceptance.ts'
import { code, keysOf, limitSchema, text } from './itemFields.ts'
import { type Material, materialSchema, type Situation, situationSchema } from './material.ts'

export { limitSchema } from './itemFields.ts'
export {
  type Commitment,
  commitmentSchema,
  type Material,
  materialSchema,
  type Situation,
  situationSchema
} from './material.ts'

/**
 * One service item (政务服务事项) as the hall works with it; the names follow the exchange fields of GB/T 39046-2020
 * table 4 in the wording of our own. Strict: an unknown key is a mistake of the file.
 */
export const serviceItemSchema = z
  .strictObject({
    /** The hall's own short number, e.g. `MZ-001`. */
    id: z.string().regex(/^[A-Z]{2}-\d{3}$/),
    /** Rises with every approved change; a case keeps the version under which it was accepted. */
    version: z.number().int().min(1),
    name: text,
    /** What people say at the counter; the first one is the commonest. */
    everydayNames: z.array(text).min(1).max(6),
    category: text,
    /** What a screen in the hall may show instead of the item: it must not tell anybody's need. */
    publicGroup: text,
    basicCode: code,
    taskCode: code,
    itemTypeCode: keysOf(ITEM_TYPES),
    handlingOffice: text,
    decisionAuthority: keysOf(DECIDERS),
    caseType: keysOf(CASE_TYPES),
    promisedLimit: limitSchema,
    /** null: no law names one. */
    statutoryLimit: limitSchema.nullable(),
    statutoryNote: text.nullable(),
    /** See `deemedAcceptance.ts`. */
    deemedAcceptance: z.enum(DEEMED_ACCEPTANCE_KINDS),
    /** How long the applicant may take to supplement; printed on the notice, never an automatic refusal. */
    lapse: limitSchema,
    excludedProcedures: z.array(keysOf(EXCLUDED_PROCEDURES)).max(10),
    publicity: z.strictObject({ days: z.number().int().min(1).max(365), unit: limitSchema.shape.unit }).nullable(),
    applicantTypes: z.array(keysOf(APPLICANT_TYPES)).min(1).max(5),
    conditions: z.array(text).max(50),
    materials: z.array(materialSchema).max(100),
    /** Questions that select the conditional materials. Items recorded before there were any: see `liftItem`. */
    situations: z.array(situationSchema).max(20).optional(),
    stages: z.array(keysOf(STAGES)).min(1).max(20),
    result: text,
    fee: z.strictObject({ charged: z.boolean(), note: text.optional() }),
    agentAllowed: z.boolean(),
    doorToDoorAllowed: z.boolean(),
    /** Why the applicant must come in person; such an item refuses a proxy. */
    mustAppearInPerson: text.optional(),
    /** 通办范围. */
    crossRegion: text.optional(),
    /** 联办件: the other offices, each with its own part of the time. */
    jointOffices: z
      .array(z.strictObject({ office: text, limit: limitSchema }))
      .min(1)
      .max(10)
      .optional(),
    /** 上报件: who decides. */
    upperAuthority: text.optional(),
    /** 上报件: time for the local part; day 0 is the day of acceptance. */
    localLimit: limitSchema.optional(),
    /** From the decision to issue and delivery; 10 working days for licences (行政许可法 44). */
    deliveryLimit: limitSchema.optional(),
    /** Most days of the one extension, in the unit of the promise: 10, or 15 for joint licences (行政许可法 42). */
    extensionMax: z.number().int().min(0).max(60).optional(),
    legalBasis: z.array(text).max(50),
    note: text.nullable(),
    /** How sure the collectors of the sample data are of this item. */
    confidence: z.enum(['sure', 'likely', 'unsure']),
    /** true: sample data, not any street's published list. */
    illustrative: z.boolean()
  })
  .refine((item) => new Set(item.materials.map((material) => material.id)).size === item.materials.length, {
    message: 'a material id stands twice',
    path: ['materials']
  })
  .refine((item) => item.mustAppearInPerson === undefined || !item.agentAllowed, {
    message: 'an item that needs presence takes no proxy',
    path: ['agentAllowed']
  })
  .refine((item) => item.jointOffices === undefined || item.caseType === 'JOINT', {
    message: 'only a joint case has other offices',
    path: ['jointOffices']
  })
  .refine((item) => item.upperAuthority === undefined || item.caseType === 'ESCALATED', {
    message: 'only an escalated case has an authority above',
    path: ['upperAuthority']
  })
  .refine((item) => item.localLimit === undefined || item.caseType === 'ESCALATED', {
    message: 'only an escalated case has a local part',
    path: ['localLimit']
  })
  .superRefine((item, check) => {
    const situations = new Map((item.situations ?? []).map(({ id, options }) => [id, options.map((o) => o.id)]))
    if (situations.size !== (item.situations ?? []).length) {
      check.addIssue({ code: 'custom', message: 'a situation id stands twice', path: ['situations'] })
    }
    item.materials.forEach((material, m) => {
      material.when?.forEach((rule, w) => {
        const path = ['materials', m, 'when', w]
        const known = situations.get(rule.situation)
        if (known === undefined) {
          check.addIssue({ code: 'custom', message: 'no such situation', path: [...path, 'situation'] })
        } else if (!rule.options.every((option) => known.includes(option))) {
          check.addIssue({ code: 'custom', message: 'no such option', path: [...path, 'options'] })
        }
      })
    })
  })

export const itemFileSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    status: z.enum(['illustrative', 'official']),
    /** Shown wherever the file is offered. */
    warning: z.string(),
    items: z.array(serviceItemSchema)
  })
  .refine((file) => new Set(file.items.map((item) => item.id)).size === file.items.length, 'an item id stands twice')

export type ServiceItem = Readonly<Omit<z.infer<typeof serviceItemSchema>, 'materials' | 'situations'>> & {
  readonly materials: readonly Material[]
  readonly situations?: readonly Situation[] | undefined
}
export type ItemFile = Readonly<Omit<z.infer<typeof itemFileSchema>, 'items'>> & {
  readonly items: readonly ServiceItem[]
}
