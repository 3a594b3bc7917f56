import { LARGEST_DRAFTS } from '../../shared/contract/draftDoors.ts'
import { refuse } from '../../shared/kernel/result.ts'
import type { Handlers } from '../ipc/bindContract.ts'
import type { Terminal } from './terminal.ts'

/** Unfinished forms of whoever is signed in: no message names a person, so nobody comes to another one's. */
export function draftHandlers(terminal: Terminal): Pick<Handlers, 'drafts.keep' | 'drafts.mine'> {
  const { drafts } = terminal
  return {
    async 'drafts.keep'(input, { session }) {
      if (!session) return refuse('not-signed-in')
      if (JSON.stringify(input).length > LARGEST_DRAFTS) return refuse('too-large')
      return drafts.keep(session.personId, input)
    },

    async 'drafts.mine'(_input, { session }) {
      if (!session) return refuse('not-signed-in')
      return { ok: true, value: await drafts.mine(session.personId) }
    }
  }
}
