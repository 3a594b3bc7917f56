import { type Answer, decode } from 'dns-packet'

/**
 * Messages of multicast DNS (RFC 6762) as far as looking for printers needs them. What comes in was written by anybody
 * on the network: whatever it is, it is read or dropped, and nothing here throws.
 */

export type QuestionType = 'PTR' | 'SRV' | 'TXT' | 'A'

export interface Question {
  /** One element a label: the name of a printer is one label and may hold dots (RFC 6763 §4.1.1). */
  readonly labels: readonly string[]
  readonly type: QuestionType
}

/** RFC 1035 §3.2.2, RFC 2782. */
const TYPE: Readonly<Record<QuestionType, number>> = { A: 1, PTR: 12, TXT: 16, SRV: 33 }
const CLASS_IN = 1
/** Bytes of a label and of a whole name (RFC 1035 §2.3.4). */
const LABEL_MAX = 63
const NAME_MAX = 255
/** Largest message there is (RFC 6762 §17). */
const MESSAGE_MAX = 9000

/** A query of its own kind: from a port that is not 5353, so that each answer comes back to it alone (RFC 6762 §6.7). */
export function writeQuery(questions: readonly Question[]): Buffer {
  const written = questions.flatMap((question) => writeQuestion(question) ?? [])
  const head = Buffer.alloc(12)
  head.writeUInt16BE(written.length, 4)
  return Buffer.concat([head, ...written])
}

/** `null` for a name that cannot be asked for. */
function writeQuestion({ labels, type }: Question): Buffer | null {
  const parts = labels.map((label) => Buffer.from(label, 'utf8'))
  const size = parts.reduce((sum, { length }) => sum + length + 1, 1)
  if (size > NAME_MAX || parts.some(({ length }) => length === 0 || length > LABEL_MAX)) return null
  const tail = Buffer.alloc(5)
  tail.writeUInt16BE(TYPE[type], 1)
  tail.writeUInt16BE(CLASS_IN, 3)
  return Buffer.concat([...parts.flatMap((part) => [Buffer.from([part.length]), part]), tail])
}

/** Everything that an answer says, wherever in it; empty for what is no answer. */
export function readAnswers(bytes: Uint8Array): readonly Answer[] {
  if (bytes.length > MESSAGE_MAX) return []
  try {
    const { type, answers = [], additionals = [] } = decode(Buffer.from(bytes))
    return type === 'response' ? [...answers, ...additionals] : []
  } catch {
    return []
  }
}
