import type { Reply } from '../../../../shared/kernel/result.ts'

/**
 * Ids of the presses of one button. A fresh press has a fresh id; a press that repeats one whose answer never came has
 * the same id, so that main takes it once. Only for the same input: other words are another command.
 */
export interface PressIds {
  idFor(input: unknown): string
  /** To be told every answer. */
  settle(reply: Reply<unknown>): void
}

/** Refusals that leave open whether the command was taken. */
const OPEN = ['no-answer', 'log-unknown']

export function pressIds(newId: () => string): PressIds {
  let open: { readonly id: string; readonly input: string } | null = null
  return {
    idFor(input) {
      const text = JSON.stringify(input)
      if (open?.input === text) return open.id
      open = { id: newId(), input: text }
      return open.id
    },
    settle(reply) {
      if (reply.ok || !OPEN.includes(reply.refusal.code)) open = null
    }
  }
}
