import { useRef, useState } from 'react'
import { newCommandId, send } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { type PressIds, pressIds } from '../model/pressId.ts'
import { answered } from './answered.ts'

export interface PrintAll {
  readonly busy: boolean
  /** Sentence of each paper that was refused, until it is tried again. */
  readonly refused: ReadonlyMap<string, string>
  /** Sends papers to the printer one after the other, in this order; whether all were taken. `null`: one is under way. */
  print(docIds: readonly string[]): Promise<boolean | null>
}

/**
 * Printing the papers of one act by one press. A paper that is refused does not hold up the others, and a press after an
 * answer that never came repeats the same command.
 */
export function usePrintAll(): PrintAll {
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<ReadonlyMap<string, string>>(new Map())
  const flying = useRef(false)
  const ids = useRef(new Map<string, PressIds>())

  const printOne = async (docId: string): Promise<string | null> => {
    const known = ids.current.get(docId) ?? pressIds(newCommandId)
    ids.current.set(docId, known)
    const input = { docId }
    const reply = await answered(send('papers.print', input, known.idFor(input)))
    known.settle(reply)
    return reply.ok ? null : refusalText(reply.refusal)
  }

  const print: PrintAll['print'] = async (docIds) => {
    if (flying.current) return null
    flying.current = true
    setBusy(true)
    const wrong = new Map<string, string>()
    for (const docId of docIds) {
      const sentence = await printOne(docId)
      if (sentence !== null) wrong.set(docId, sentence)
    }
    setRefused(wrong)
    setBusy(false)
    flying.current = false
    return wrong.size === 0
  }
  return { busy, refused, print }
}
