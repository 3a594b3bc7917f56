import type { InputOf } from '../../../../../shared/contract/contract.ts'
import { forbiddenMaterial } from '../../../../../shared/domain/catalogue/forbiddenCertificates.ts'
import { serviceItemSchema } from '../../../../../shared/domain/catalogue/serviceItem.ts'
import { M } from '../messages.ts'
import type { ItemForm } from './itemForm.ts'
import { itemOf } from './itemOf.ts'

/** A sentence for a field of the editor. */
export interface FieldError {
  /** Name of the field in the form: `materials.2.name`. */
  readonly path: string
  readonly message: string
}

/** What of an issue of the schema is needed here. */
interface SchemaIssue {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly minimum?: number | bigint
  readonly maximum?: number | bigint
}

/** Lists that are typed into one field, a line each. */
const TYPED_LINES = ['everydayNames', 'conditions', 'legalBasis']
/** Lists of codes that are ticked. */
const TICKED = ['applicantTypes', 'excludedProcedures']

const at = (path: readonly PropertyKey[], index: number): string => String(path[index] ?? '')

/** The field of the form in which a place of the item is typed; a list stands for itself, its sentence above its rows. */
export function formPath(path: readonly PropertyKey[]): string {
  const [first] = path
  const top = String(first)
  if (TYPED_LINES.includes(top) || TICKED.includes(top)) return top
  if (top === 'stages' && path.length > 1) return `stages.${at(path, 1)}.code`
  if (top === 'publicity') return 'publicity.value'
  if (top === 'materials') return materialPath(path)
  if (top === 'situations' && at(path, 4) === 'id') return `situations.${at(path, 1)}.options.${at(path, 3)}.label`
  if (top === 'situations' && at(path, 2) === 'id') return `situations.${at(path, 1)}.question`
  return path.map(String).join('.')
}

function materialPath(path: readonly PropertyKey[]): string {
  const row = `materials.${at(path, 1)}`
  switch (at(path, 2)) {
    case 'id':
      return `${row}.name`
    case 'commitment':
      return ['', 'version'].includes(at(path, 3)) ? `${row}.commitment.duty` : path.map(String).join('.')
    case 'when':
      return path
        .slice(0, 6)
        .filter((_, index) => index < 5 || at(path, 4) === 'situation')
        .map(String)
        .join('.')
    default:
      return path.map(String).join('.')
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

/** `found`: what stands at the place. */
function messageFor(issue: SchemaIssue, found: unknown): string {
  const message = messageOf(issue, found)
  const [first, index] = issue.path
  return TYPED_LINES.includes(String(first)) && typeof index === 'number' ? M.line(index + 1, message) : message
}

function messageOf({ code, path, minimum, maximum }: SchemaIssue, found: unknown): string {
  const leaf = String(path.at(-1))
  const most = Number(maximum)
  const least = Number(minimum)
  switch (code) {
    case 'custom':
      return crossMessage(path)
    case 'invalid_format':
      return leaf === 'id' && path.length === 1 ? M.itemId : isText(found) && found === '' ? M.required : M.characters
    case 'too_small':
      if (Array.isArray(found)) return arrayTooSmall(String(path[0]), leaf, least)
      return isText(found) ? M.required : M.numberLeast(least)
    case 'too_big':
      if (Array.isArray(found)) return M.tooMany(most)
      return isText(found) ? M.tooLong(most) : M.numberMost(most)
    case 'invalid_type':
      return found === undefined || found === '' ? M.required : M.wholeNumber
    case 'invalid_value':
      return M.choose
    default:
      return M.invalid
  }
}

function arrayTooSmall(top: string, leaf: string, least: number): string {
  if (TYPED_LINES.includes(top)) return M.required
  if (TICKED.includes(top)) return M.chooseOne
  return top === 'materials' && leaf === 'options' ? M.ruleOptions : M.tooFew(least)
}

/** Rules between fields. */
function crossMessage(path: readonly PropertyKey[]): string {
  const leaf = String(path.at(-1))
  if (leaf === 'condition') return M.conditionMissing
  if (leaf === 'agentAllowed') return M.presence
  if (leaf === 'situation') return M.goneQuestion
  if (leaf === 'options') return path[0] === 'materials' ? M.goneOption : M.proxyOptions
  if (leaf === 'materials' || leaf === 'situations') return M.twice
  return M.invalid
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      inner !== null && typeof inner === 'object' ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value
  )

export type CheckedItem =
  | { readonly ok: true; readonly item: InputOf<'catalogue.saveDraft'>['item'] }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/**
 * What main will check too: the schema of the contract, and that no material asks for a certificate of 民发〔2020〕20号.
 * One sentence a field, the first one that is wrong. `inForce`: see `itemOf`. `taken`: numbers that a new item cannot have.
 */
export function checkForm(form: ItemForm, inForce: ItemForm, taken: readonly string[]): CheckedItem {
  const raw = itemOf(form, inForce)
  const parsed = serviceItemSchema.safeParse(raw)
  const found = [
    ...(parsed.error?.issues ?? []).map((issue) => ({
      path: formPath(issue.path),
      message: messageFor(issue, valueAt(raw, issue.path))
    })),
    ...raw.materials.flatMap((material, index) => {
      const certificate = forbiddenMaterial(material)
      return certificate === null ? [] : [{ path: `materials.${index}.name`, message: M.forbidden(certificate) }]
    }),
    ...(taken.includes(raw.id) ? [{ path: 'id', message: M.idTaken }] : [])
  ]
  const errors = found.filter(({ path }, index) => found.findIndex((other) => other.path === path) === index)
  return parsed.success && errors.length === 0 ? { ok: true, item: parsed.data } : { ok: false, errors }
}
