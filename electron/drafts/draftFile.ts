import { type KeptDrafts, keptDrafts } from '../../shared/contract/draftDoors.ts'
import { login } from '../../shared/contract/inputs.ts'
import { sha256 } from '../log/format.ts'

const FORMAT = 1

/** First line of the file; the second one is the drafts. The checksum covers the person and the drafts. */
interface Header {
  readonly format: number
  readonly sha256: string
}

const checksum = (personId: string, body: string): string => sha256(`${personId}\n${body}`)

/** A file that was copied to another person's name is not that person's. */
export function encodeDrafts(personId: string, kept: KeptDrafts): Buffer {
  const body = JSON.stringify(kept)
  const header: Header = { format: FORMAT, sha256: checksum(personId, body) }
  return Buffer.from(`${JSON.stringify(header)}\n${body}\n`)
}

/** The drafts, or why these bytes are none: `not drafts`, `format 2`, `checksum`, `shape`. Quotes nothing of them. */
export function decodeDrafts(personId: string, bytes: Buffer): KeptDrafts | string {
  const [first = '', body = '', rest] = bytes.toString('utf8').split('\n')
  const header = parsed(first) as Partial<Header> | null
  if (typeof header?.format !== 'number' || rest !== '') return 'not drafts'
  if (header.format !== FORMAT) return `format ${header.format}`
  if (header.sha256 !== checksum(personId, body)) return 'checksum'
  const drafts = keptDrafts.safeParse(parsed(body))
  return drafts.success ? drafts.data : 'shape'
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Names in the folder of drafts. A person's id is a sign-in name, which no path can be made of. */
export type DraftFileName =
  | { readonly kind: 'drafts'; readonly personId: string }
  | { readonly kind: 'half'; readonly personId: string }
  | { readonly kind: 'damaged'; readonly personId: string; readonly date: string }

/** Throws a RangeError for what is no person's id. */
export function draftFileName(personId: string): string {
  if (!login.safeParse(personId).success) throw new RangeError('not the id of a person')
  return `${personId}.json`
}

export const damagedFileName = (personId: string, date: string): string => `${draftFileName(personId)}.damaged-${date}`

const NAME = /^(.+)\.json(?:\.(tmp)|\.damaged-(\d{4}-\d\d-\d\d))?$/

/** What a name says; `null` for what is not of this folder. `half`: being written when the power went. */
export function readFileName(name: string): DraftFileName | null {
  const [, personId = '', half, date] = NAME.exec(name) ?? []
  if (!login.safeParse(personId).success) return null
  if (date !== undefined) return { kind: 'damaged', personId, date }
  return { kind: half === undefined ? 'drafts' : 'half', personId }
}
