import { z } from 'zod'
import { MATERIAL_FORMS, MATERIAL_SOURCES, NECESSITIES, WAIVERS } from './codes.ts'
import { keysOf, limitSchema, line, lines, text } from './itemFields.ts'

const situationId = z.string().regex(/^s[1-9]\d*$/)
const optionId = z.string().regex(/^[a-z][A-Za-z0-9]*$/)

/**
 * One question (情形) whose answer decides which materials are needed. `PROXY` is answered by whether somebody acts for
 * the applicant, and never asked. Yes/no questions have the options `yes` 是 and `no` 否.
 */
export const situationSchema = z
  .strictObject({
    id: situationId,
    /** As a clerk says it aloud. */
    question: line(1, 300),
    source: z.enum(['ASKED', 'PROXY']),
    options: z
      .array(z.strictObject({ id: optionId, label: text }))
      .min(2)
      .max(8)
  })
  .superRefine((situation, check) => {
    const ids = situation.options.map((option) => option.id)
    if (new Set(ids).size !== ids.length) {
      check.addIssue({ code: 'custom', message: 'an option id stands twice', path: ['options'] })
    }
    if (situation.source === 'PROXY' && !(ids.includes('yes') && ids.includes('no'))) {
      check.addIssue({ code: 'custom', message: 'whether there is a proxy is yes or no', path: ['options'] })
    }
  })

/** 告知承诺 instead of a certificate; `version` rises with every change of its words. Source: 国办发〔2020〕42号. */
export const commitmentSchema = z.strictObject({
  version: z.number().int().min(1),
  /** What must be proved. */
  duty: lines(500),
  /** What the applicant promises. */
  content: lines(1000),
  /** What follows from a false promise. */
  consequence: lines(500),
  /** After which time the promise is checked; the hall's own time when left out. */
  checkLimit: limitSchema.optional()
})

const copies = z.number().int().min(0).max(20)

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
    /** Needed when all of these hold; one holds when the answer is among its options. */
    when: z
      .array(z.strictObject({ situation: situationId, options: z.array(optionId).min(1).max(8) }))
      .min(1)
      .max(8)
      .optional(),
    /** 容缺后补: how long after acceptance this piece may take; the hall's own time when left out. */
    deferLimit: limitSchema.optional(),
    commitment: commitmentSchema.optional(),
    /** 填报须知. */
    note: text.optional()
  })
  .refine((material) => (material.necessity === 'CONDITIONAL') === (material.condition !== undefined), {
    message: 'a conditional material names its situation, and only that one does',
    path: ['condition']
  })
  .refine((material) => material.when === undefined || material.necessity === 'CONDITIONAL', {
    message: 'only a conditional material depends on answers',
    path: ['when']
  })
  .refine((material) => material.deferLimit === undefined || material.necessity === 'DEFERRABLE', {
    message: 'only a deferrable material may come later',
    path: ['deferLimit']
  })
  .refine((material) => material.commitment === undefined || material.waiver === 'COMMITMENT', {
    message: 'only what a promise may replace has the words of one',
    path: ['commitment']
  })

export type Situation = Readonly<z.infer<typeof situationSchema>>
export type Commitment = Readonly<z.infer<typeof commitmentSchema>>
export type Material = Readonly<z.infer<typeof materialSchema>>
