/** The binary form of IPP messages (RFC 8010): as much of it as printing a PDF and asking after it takes. */

/** Value tags (RFC 8010 §3.5.2). */
export const TAG = {
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  naturalLanguage: 0x48,
  mimeMediaType: 0x49
} as const

/** Group delimiters (RFC 8010 §3.5.1). */
export const GROUP = { operation: 0x01, job: 0x02, end: 0x03, printer: 0x04 } as const
/** Below this a byte opens a group, from here on it is a value tag. */
const FIRST_VALUE_TAG = 0x10

export type IppValue = string | number | boolean

export interface IppAttribute {
  readonly tag: number
  readonly name: string
  readonly values: readonly IppValue[]
}

export interface IppRequest {
  readonly operation: number
  readonly requestId: number
  readonly groups: readonly { readonly tag: number; readonly attributes: readonly IppAttribute[] }[]
  readonly data?: Uint8Array
}

/** Attributes by name; kinds of values that are not used here are left out. */
export type IppAttributes = ReadonlyMap<string, readonly IppValue[]>

export interface IppResponse {
  readonly status: number
  readonly requestId: number
  readonly groups: readonly { readonly tag: number; readonly attributes: IppAttributes }[]
}

export const attribute = (tag: number, name: string, ...values: readonly IppValue[]): IppAttribute => ({
  tag,
  name,
  values
})

const u16 = (value: number): Buffer => {
  const buffer = Buffer.alloc(2)
  buffer.writeUInt16BE(value)
  return buffer
}

const i32 = (value: number): Buffer => {
  const buffer = Buffer.alloc(4)
  buffer.writeInt32BE(value)
  return buffer
}

function valueBytes(value: IppValue): Buffer {
  if (typeof value === 'number') return i32(value)
  if (typeof value === 'boolean') return Buffer.from([value ? 1 : 0])
  return Buffer.from(value, 'utf8')
}

function attributeBytes({ tag, name, values }: IppAttribute): Buffer {
  const parts = values.flatMap((value, i) => {
    // Further values of a set come without the name.
    const key = Buffer.from(i === 0 ? name : '', 'ascii')
    const bytes = valueBytes(value)
    return [Buffer.from([tag]), u16(key.length), key, u16(bytes.length), bytes]
  })
  return Buffer.concat(parts)
}

/** IPP/1.1: every printer that speaks IPP at all understands it. */
export function encodeRequest({ operation, requestId, groups, data }: IppRequest): Buffer {
  return Buffer.concat([
    Buffer.from([1, 1]),
    u16(operation),
    i32(requestId),
    ...groups.flatMap((group) => [Buffer.from([group.tag]), ...group.attributes.map(attributeBytes)]),
    Buffer.from([GROUP.end]),
    ...(data ? [data] : [])
  ])
}

/** Value of a tag, or null for kinds that nothing here reads (dates, ranges, collections, "unknown"). */
function readValue(tag: number, bytes: Buffer): IppValue | null {
  if ((tag === TAG.integer || tag === TAG.enum) && bytes.length === 4) return bytes.readInt32BE(0)
  if (tag === TAG.boolean && bytes.length === 1) return bytes[0] === 1
  // Text and names with a language carry two lengths inside; plain strings stand at 0x41–0x49.
  if (tag >= 0x41 && tag <= 0x49) return bytes.toString('utf8')
  return null
}

/** Reads a response. Throws RangeError when it is cut off or no IPP. */
export function decodeResponse(bytes: Buffer): IppResponse {
  let at = 8
  const take = (length: number): Buffer => {
    if (at + length > bytes.length) throw new RangeError('IPP response is cut off')
    at += length
    return bytes.subarray(at - length, at)
  }
  if (bytes.length < 9 || (bytes[0] ?? 0) < 1 || (bytes[0] ?? 0) > 2) throw new RangeError('not an IPP response')
  const groups: { tag: number; attributes: Map<string, IppValue[]> }[] = []
  let name = ''
  for (;;) {
    const tag = take(1)[0] ?? GROUP.end
    if (tag === GROUP.end) break
    if (tag < FIRST_VALUE_TAG) {
      groups.push({ tag, attributes: new Map() })
      continue
    }
    const key = take(take(2).readUInt16BE(0)).toString('ascii')
    const value = readValue(tag, take(take(2).readUInt16BE(0)))
    if (key !== '') name = key
    const attributes = groups.at(-1)?.attributes
    if (!attributes) throw new RangeError('IPP attribute outside of a group')
    if (value !== null) attributes.set(name, [...(attributes.get(name) ?? []), value])
  }
  return { status: bytes.readUInt16BE(2), requestId: bytes.readInt32BE(4), groups }
}
