/**
 * The option a key leads to in a list of `length` options, from `active` (-1 = none): down and up go round, the page
 * keys go by a screenful and stop at the ends. `null`: the key is none of the list's.
 */
export function listKey(key: string, active: number, length: number): number | null {
  if (length === 0) return null
  const last = length - 1
  switch (key) {
    case 'ArrowDown':
      return active >= last ? 0 : active + 1
    case 'ArrowUp':
      return active <= 0 ? last : active - 1
    case 'PageDown':
      return Math.min(last, active + PAGE)
    case 'PageUp':
      return Math.max(0, active - PAGE)
    default:
      return null
  }
}

const PAGE = 8
