/** What a printer says of itself in its TXT record, as `key=value` pairs (RFC 6763 §6). */
export type TxtEntries = ReadonlyMap<string, string>

/** Printers name some twenty keys; a record of thousands is no printer's. */
const ENTRIES_MAX = 100

/** Keys in lower case; of a key that comes twice the first counts, and one without a name is dropped (§6.4). */
export function readTxt(strings: readonly Uint8Array[]): TxtEntries {
  const entries = new Map<string, string>()
  for (const bytes of strings.slice(0, ENTRIES_MAX)) {
    const at = bytes.indexOf(0x3d)
    const key = readText(at < 0 ? bytes : bytes.subarray(0, at)).toLowerCase()
    if (key !== '' && !entries.has(key)) entries.set(key, at < 0 ? '' : readText(bytes.subarray(at + 1)))
  }
  return entries
}

/** UTF-8 (§6.5); printers set up by hand on older Chinese systems have GB 18030 there. */
function readText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

/** For people: no control or invisible characters, no runs of blanks, at most `max` UTF-16 units, whole characters. */
export function tidy(text: string, max: number): string {
  const clean = text.replace(/[\p{C}\s]+/gu, ' ').trim()
  let kept = ''
  for (const character of clean) {
    if (kept.length + character.length > max) break
    kept += character
  }
  return kept.trim()
}
