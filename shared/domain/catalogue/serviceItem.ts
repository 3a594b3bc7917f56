import { z } from 'zod'
import {
  APPLICANT_TYPES,
  CASE_TYPES,
  DECIDERS,
  EXCLUDED_PROCEDURES,
  ITEM_TYPES,
  MATERIAL_FORMS,
  MATERIAL_SOURCES,
  NECESSITIES,
  STAGES,
  WAIVERS
} from './codes.ts'
import { DEEMED_ACCEPTANCE_KINDS } from './deemedAcceptance.ts'

function keysOf<T extends Readonly<Record<string, unknown>>>(table: T) {
  return z.enum(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]])
}

const text = z.string().trim().min(1).max(200)
const copies = z.number().int().min(0).max(20)

export const limitSchema = z.strictObject({
  value: z.number().int().min(0).max(3650),
  unit: z.enum(['WORKING_DAY', 'CALENDAR_DAY'])
})

/** One material (申请材料). `id` is stable within its item: notices and cases refer to it. */
export const materialSchema = z
  .strictObject({
    id: z.string().regex(/^m[1-9]\d*$/),
    name: text,
    originalCount: copies,
    copyCount: copies,
    necessity: keysOf(NECESSITIES),
    form: keysOf(MATERIAL_FORMS),
    source: keysOf(MATERIAL_SOURCES),
    /** 出具机构, where it matters who issues it. */
    issuer: text.optional(),
    originalReturned: z.boolean(),
    waiver: keysOf(WAIVERS),
    /** The situation in which a conditional material is needed. */
    condition: text.optional(),
    /** 填报须知. */
    note: text.optional()
  })
  .refine((material) => (material.necessity === 'CONDITIONAL') === (material.condition !== undefined), {
    message: 'a conditional material names its situation, and only that one does',
    path: ['condition']
  })

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
    basicCode: z.string().max(50),
    taskCode: z.string().max(50),
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
    excludedProcedures: z.array(keysOf(EXCLUDED_PROCEDURES)),
    publicity: z.strictObject({ days: z.number().int().min(1), unit: limitSchema.shape.unit }).nullable(),
    applicantTypes: z.array(keysOf(APPLICANT_TYPES)).min(1),
    conditions: z.array(text),
    materials: z.array(materialSchema),
    stages: z.array(keysOf(STAGES)).min(1),
    result: text,
    fee: z.strictObject({ charged: z.boolean(), note: text.optional() }),
    agentAllowed: z.boolean(),
    doorToDoorAllowed: z.boolean(),
    /** Why the applicant must come in person; such an item refuses a proxy. */
    mustAppearInPerson: text.optional(),
    /** 通办范围. */
    crossRegion: text.optional(),
    legalBasis: z.array(text),
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

export const itemFileSchema = z
  .strictObject({
    schemaVersion: z.literal(1),
    status: z.enum(['illustrative', 'official']),
    /** Shown wherever the file is offered. */
    warning: z.string(),
    items: z.array(serviceItemSchema)
  })
  .refine((file) => new Set(file.items.map((item) => item.id)).size === file.items.length, 'an item id stands twice')

export type Material = Readonly<z.infer<typeof materialSchema>>
export type ServiceItem = Readonly<Omit<z.infer<typeof serviceItemSchema>, 'materials'>> & {
  readonly materials: readonly Material[]
}
export type ItemFile = Readonly<Omit<z.infer<typeof itemFileSchema>, 'items'>> & {
  readonly items: readonly ServiceItem[]
}
