import type { PhonePage } from '../../shared/projections/phonePage.ts'

/** What crosses between the main process and the thread that serves the page for phones. */

export interface PhoneWorkerData {
  readonly port: number
  /** The checks in addresses of tickets are made with it. */
  readonly secret: Uint8Array
}

export type PhoneReport =
  | { readonly kind: 'listening' }
  /** `code` of the system, e.g. `EADDRINUSE`. The thread ends after it. */
  | { readonly kind: 'failed'; readonly code: string }
  /** Asked only for a ticket whose check was right. */
  | { readonly kind: 'ask'; readonly id: number; readonly ticketId: string }

/** `null`: no such ticket today. */
export interface PhoneAnswer {
  readonly id: number
  readonly page: PhonePage | null
}
