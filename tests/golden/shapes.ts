/** Every place of some JSON values with the types that stand there: `applicant.phone` → `null | string`. */
export type Shape = Readonly<Record<string, string>>

/** Members of these are told apart by their `kind`: each has fields of its own. */
const UNIONS = new Set(['paper', 'target', 'ticket', 'card'])

type Seen = Map<string, Set<string>>

function note(seen: Seen, path: string, value: unknown): void {
  const types = seen.get(path) ?? new Set()
  seen.set(path, types)
  if (Array.isArray(value)) {
    types.add('list')
    for (const entry of value) note(seen, `${path}[]`, entry)
    return
  }
  if (value === null || typeof value !== 'object') {
    types.add(value === null ? 'null' : typeof value)
    return
  }
  types.add('object')
  const fields = value as Readonly<Record<string, unknown>>
  const name = path.split('.').at(-1) ?? ''
  const kind = UNIONS.has(name) && typeof fields['kind'] === 'string' ? `(${fields['kind']})` : ''
  for (const [key, inner] of Object.entries(fields)) note(seen, path === '' ? key : `${path}${kind}.${key}`, inner)
}

export function shapeOf(values: readonly unknown[]): Shape {
  const seen: Seen = new Map()
  for (const value of values) note(seen, '', value)
  seen.delete('')
  return Object.fromEntries(
    [...seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([path, types]) => [path, [...types].sort().join(' | ')])
  )
}

/** Fields that have gone or changed their type, and fields that have come; each with its types. */
export function compare(
  before: Shape,
  now: Shape
): { readonly gone: string[]; readonly changed: string[]; readonly come: string[] } {
  const paths = (shape: Shape): string[] => Object.keys(shape)
  return {
    gone: paths(before).filter((path) => !Object.hasOwn(now, path)),
    changed: paths(before)
      .filter((path) => Object.hasOwn(now, path) && before[path] !== now[path])
      .map((path) => `${path}: ${before[path]} → ${now[path]}`),
    come: paths(now).filter((path) => !Object.hasOwn(before, path))
  }
}
