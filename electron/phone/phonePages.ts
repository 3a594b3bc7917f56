import type { PhoneSettings } from '../../shared/domain/hall/service.ts'
import type { PhonePageState } from '../../shared/projections/hallViews.ts'
import type { PhonePage } from '../../shared/projections/phonePage.ts'

/** The page behind the codes on tickets, as the rest of the program uses it; `phoneService.ts` says what each does. */
export interface PhonePages {
  follow(wanted: PhoneSettings, pageOf: (ticketId: string) => PhonePage | null): void
  urlOf(ticketId: string): string | null
  state(): Promise<PhonePageState>
  close(): Promise<void>
}

/** Where nothing listens: no network, no address on tickets. */
export const noPhonePages: PhonePages = {
  follow: () => undefined,
  urlOf: () => null,
  state: () => Promise.resolve({ on: false, address: null, problem: null }),
  close: () => Promise.resolve()
}
