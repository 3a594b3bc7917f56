import type { Handlers } from '../ipc/bindContract.ts'
import { blockHandlers } from './blockHandlers.ts'
import { caseActHandlers } from './caseActHandlers.ts'
import { caseIntakeHandlers } from './caseIntakeHandlers.ts'
import { caseLookHandlers } from './caseLookHandlers.ts'
import type { Terminal } from './terminal.ts'

type Doors = ReturnType<typeof blockHandlers> &
  ReturnType<typeof caseActHandlers> &
  ReturnType<typeof caseIntakeHandlers> &
  ReturnType<typeof caseLookHandlers>

/** Everything the contract says about cases and enquiries. */
export const caseHandlers = (terminal: Terminal): Pick<Handlers, keyof Doors> => ({
  ...caseIntakeHandlers(terminal),
  ...caseActHandlers(terminal),
  ...caseLookHandlers(terminal),
  ...blockHandlers(terminal)
})
