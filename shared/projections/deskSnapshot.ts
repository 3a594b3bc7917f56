import type { Json } from '../kernel/messages.ts'
import { Desk } from './desk.ts'

/** Raise when the shape of the desk changes: an older snapshot is then ignored and the log read instead. */
const SHAPE = 7

const MAPS = [
  'holidays',
  'staff',
  'items',
  'queues',
  'appointments',
  'cases',
  'papers',
  'strayPrints',
  'caseSerials',
  'docSerials',
  'enquirySerials',
  'blocked',
  'grids',
  'batches',
  'holders',
  'cardSerials',
  'ratings',
  'lastAsks',
  'versions'
] as const
const PLAIN = [
  'seq',
  'date',
  'hall',
  'rules',
  'service',
  'lastDay',
  'lapsedBefore',
  'lastSaid',
  'opening',
  'at',
  'printers',
  'glyphs',
  'repaired'
] as const

/** Maps travel as `{$map: [[key, value], …]}`; everything else on the desk is JSON already. */
function pack(value: unknown): Json {
  if (value instanceof Map) return { $map: [...value].map(([k, v]) => [k as Json, pack(v)]) }
  if (Array.isArray(value)) return value.map(pack)
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, pack(v)]))
  }
  return value as Json
}

function unpack(value: Json): unknown {
  if (Array.isArray(value)) return value.map(unpack)
  if (value !== null && typeof value === 'object') {
    const map = (value as { $map?: readonly (readonly [Json, Json])[] }).$map
    if (map) return new Map(map.map(([k, v]) => [k, unpack(v)]))
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, unpack(v as Json)]))
  }
  return value
}

export function packDesk(desk: Desk): Json {
  const fields = [...PLAIN, ...MAPS].map((key) => [key, pack(desk[key])] as const)
  return { shape: SHAPE, ...Object.fromEntries(fields) }
}

/** `null` for a snapshot of another shape. */
export function unpackDesk(body: Json): Desk | null {
  const packed = body as { readonly [key: string]: Json }
  if (packed?.shape !== SHAPE) return null
  const desk = new Desk()
  for (const key of PLAIN) Object.assign(desk, { [key]: unpack(packed[key] ?? null) })
  for (const key of MAPS) {
    for (const [k, v] of unpack(packed[key] ?? null) as Map<string, never>) (desk[key] as Map<string, never>).set(k, v)
  }
  return desk
}
