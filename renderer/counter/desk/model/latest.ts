/**
 * Latest answer wins: questions asked on every keystroke come back in any order, and an old answer must not overwrite a
 * newer one. `ask` gives `null` for an answer that has been overtaken or cancelled.
 */
export interface Latest {
  ask<T>(question: () => Promise<T>): Promise<T | null>
  /** Whatever is still on its way counts as overtaken. */
  cancel(): void
}

export function latest(): Latest {
  let newest = 0
  return {
    async ask(question) {
      newest += 1
      const mine = newest
      const answer = await question()
      return mine === newest ? answer : null
    },
    cancel() {
      newest += 1
    }
  }
}
