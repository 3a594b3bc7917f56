import type { DeskView } from '../../../../../shared/projections/views.ts'
import type { KeptActs } from '../../cases/acts/ActDialog.tsx'

/** What every dialog of 号码操作 is given. */
export interface QueueActProps {
  readonly desk: DeskView
  readonly kept: KeptActs
  readonly onClose: () => void
  /** It went through. */
  readonly onDone: () => void
  /** Somebody sits down at this counter with this number. */
  readonly onSeated: (ticketNo: string) => void
}
