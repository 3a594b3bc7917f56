import type { Handlers } from '../ipc/bindContract.ts'
import { appointmentHandlers } from './appointmentHandlers.ts'
import { recomputeLimits } from './caseClock.ts'
import { caseHandlers } from './caseHandlers.ts'
import { catalogueHandlers } from './catalogueHandlers.ts'
import { dayHandlers } from './dayHandlers.ts'
import { draftHandlers } from './draftHandlers.ts'
import { feedbackHandlers } from './feedbackHandlers.ts'
import { glyphHandlers } from './glyphHandlers.ts'
import { outreachHandlers } from './outreachHandlers.ts'
import { paperHandlers } from './paperHandlers.ts'
import { peopleHandlers } from './peopleHandlers.ts'
import { printerHandlers } from './printerHandlers.ts'
import { queueHandlers } from './queueHandlers.ts'
import { readerHandlers } from './readerHandlers.ts'
import { serviceHandlers } from './serviceHandlers.ts'
import { settingsHandlers } from './settingsHandlers.ts'
import { setupHandlers } from './setupHandlers.ts'
import { staffHandlers } from './staffHandlers.ts'
import type { Terminal } from './terminal.ts'
import { visitorHandlers } from './visitorHandlers.ts'

/** Every door of the contract has its answer here; a missing one does not compile. */
export function allHandlers(terminal: Terminal): Handlers {
  return {
    ...setupHandlers(terminal),
    ...staffHandlers(terminal),
    ...peopleHandlers(terminal),
    ...queueHandlers(terminal),
    ...appointmentHandlers(terminal),
    ...visitorHandlers(terminal),
    ...readerHandlers(terminal),
    ...serviceHandlers(terminal),
    ...catalogueHandlers(terminal),
    ...caseHandlers(terminal),
    ...dayHandlers(terminal),
    ...draftHandlers(terminal),
    ...settingsHandlers(terminal, { recompute: (meta) => recomputeLimits(terminal, meta.at) }),
    ...outreachHandlers(terminal),
    ...feedbackHandlers(terminal),
    ...paperHandlers(terminal),
    ...glyphHandlers(terminal),
    ...printerHandlers(terminal)
  }
}
