import type { Handlers } from '../ipc/bindContract.ts'
import { recomputeLimits } from './caseClock.ts'
import { caseHandlers } from './caseHandlers.ts'
import { catalogueHandlers } from './catalogueHandlers.ts'
import { draftHandlers } from './draftHandlers.ts'
import { outreachHandlers } from './outreachHandlers.ts'
import { paperHandlers } from './paperHandlers.ts'
import { peopleHandlers } from './peopleHandlers.ts'
import { printerHandlers } from './printerHandlers.ts'
import { queueHandlers } from './queueHandlers.ts'
import { settingsHandlers } from './settingsHandlers.ts'
import { setupHandlers } from './setupHandlers.ts'
import { staffHandlers } from './staffHandlers.ts'
import type { Terminal } from './terminal.ts'

/** Every door of the contract has its answer here; a missing one does not compile. */
export function allHandlers(terminal: Terminal): Handlers {
  return {
    ...setupHandlers(terminal),
    ...staffHandlers(terminal),
    ...peopleHandlers(terminal),
    ...queueHandlers(terminal),
    ...catalogueHandlers(terminal),
    ...caseHandlers(terminal),
    ...draftHandlers(terminal),
    ...settingsHandlers(terminal, { recompute: (meta) => recomputeLimits(terminal, meta.at) }),
    ...outreachHandlers(terminal),
    ...paperHandlers(terminal),
    ...printerHandlers(terminal)
  }
}
