import { useRef, useState } from 'react'
import type { Reply } from '../../../../shared/kernel/result.ts'
import { answered } from './answered.ts'
import { useLatest } from './useLatest.ts'

export interface Search<Found> {
  readonly text: string
  /** Answer to the newest text that has been answered; `null`: nothing was asked. */
  readonly reply: Reply<Found> | null
  /** The answer belongs to an older text. */
  readonly stale: boolean
  /** A text that an input method is still composing is shown and not asked for. */
  onText(text: string, composing: boolean): void
  /**
   * Acts on the answer to the text as it stands: at once, or when that answer arrives. An Enter that overtakes its answer
   * must not take what an older text had found. Typing on takes it back.
   */
  onAnswer(act: (found: Found) => void): void
  /** Asks for the same text again: what was found may have changed. */
  again(): void
  clear(): void
}

interface Answer<Found> {
  readonly to: string
  readonly reply: Reply<Found>
}

/** Asks on every keystroke; the newest answer counts. */
export function useSearch<Found>(question: (text: string) => Promise<Reply<Found>>): Search<Found> {
  const line = useLatest()
  const [text, setText] = useState('')
  const [answer, setAnswer] = useState<Answer<Found> | null>(null)
  // What has arrived may not be drawn yet when the next key comes.
  const newest = useRef<Answer<Found> | null>(null)
  const waiting = useRef<((found: Found) => void) | null>(null)

  const arrive = (next: Answer<Found> | null): void => {
    newest.current = next
    setAnswer(next)
  }

  const clear = (): void => {
    line.cancel()
    waiting.current = null
    setText('')
    arrive(null)
  }

  const search = async (wanted: string): Promise<void> => {
    const reply = await line.ask(() => answered(question(wanted)))
    if (reply === null) return
    arrive({ to: wanted, reply })
    const act = waiting.current
    waiting.current = null
    if (reply.ok) act?.(reply.value)
  }

  return {
    text,
    reply: answer?.reply ?? null,
    stale: text.trim() !== '' && answer?.to !== text,
    clear,
    again() {
      if (text.trim() !== '' && answer?.to === text) void search(text)
    },
    onText(next, composing) {
      waiting.current = null
      setText(next)
      if (composing) return
      if (next.trim() !== '') void search(next)
      else {
        line.cancel()
        arrive(null)
      }
    },
    onAnswer(act) {
      const known = newest.current
      if (known?.to !== text) waiting.current = text.trim() === '' ? null : act
      else if (known.reply.ok) act(known.reply.value)
    }
  }
}
