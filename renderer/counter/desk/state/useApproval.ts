import { useState } from 'react'
import type { InputOf } from '../../../../shared/contract/contract.ts'

interface Typed {
  readonly login: string
  readonly password: string
}

export interface Approval extends Typed {
  readonly errors: Partial<Typed>
  /** Takes what is typed; its sentence goes. */
  type(change: Partial<Typed>): void
  refuse(part: keyof Typed, sentence: string): void
  clear(): void
  /** What is sent; `null`: nobody has signed. */
  sent(): InputOf<'casework.giveOneTimeNotice'>['approval']
}

const NOBODY: Typed = { login: '', password: '' }

/**
 * The lead who signs for a clerk, by name and password. Not part of the form: forms are kept on the disk, passwords never.
 * `whose` names the form; what was typed for another one is gone.
 */
export function useApproval(whose: number): Approval {
  const [state, setState] = useState<{
    readonly whose: number
    readonly typed: Typed
    readonly errors: Partial<Typed>
  }>({ whose, typed: NOBODY, errors: {} })
  const { typed, errors } = state.whose === whose ? state : { typed: NOBODY, errors: {} }
  return {
    ...typed,
    errors,
    type(change) {
      setState({ whose, typed: { ...typed, ...change }, errors: {} })
    },
    refuse(part, sentence) {
      // A password that was wrong is typed anew.
      setState({ whose, typed: { ...typed, password: '' }, errors: { [part]: sentence } })
    },
    clear() {
      setState({ whose, typed: NOBODY, errors: {} })
    },
    sent() {
      const login = typed.login.trim()
      return login === '' || typed.password === '' ? null : { login, password: typed.password }
    }
  }
}
