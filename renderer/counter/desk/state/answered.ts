import type { Reply } from '../../../../shared/kernel/result.ts'

/** A reply in every case: a bridge that breaks down becomes a refusal with its sentence instead of an exception. */
export async function answered<T>(pending: Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await pending
  } catch {
    return { ok: false, refusal: { code: 'no-answer' } }
  }
}
