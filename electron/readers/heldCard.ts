import type { CardReading } from '../../shared/domain/people/cardReading.ts'
import { mask } from '../../shared/domain/people/masking.ts'
import type { KioskView, ReaderStatus, ReaderView } from '../../shared/projections/hallViews.ts'

interface Held {
  readonly readId: string
  /** `null`: the kiosk's, which gets nothing but the age. */
  readonly forCounter: { readonly personId: string; readonly reading: CardReading } | null
  readonly elderly: boolean
}

/**
 * The last card that was read, in memory alone, until it is taken or its time is over. A kiosk on this PC has the reader:
 * then nothing but whether somebody is old enough is kept. Else it is the counter's, of whoever was signed in.
 */
export class HeldCard {
  status: ReaderStatus = 'none'
  private held: Held | null = null

  hold(held: Held): void {
    this.held = held
  }

  /** Forgets what is held, or only that reading; whether there was anything to forget. */
  forget(readId?: string): boolean {
    if (!this.held || (readId !== undefined && this.held.readId !== readId)) return false
    this.held = null
    return true
  }

  kioskCard(): KioskView['card'] {
    return this.held && !this.held.forCounter ? { readId: this.held.readId, elderly: this.held.elderly } : null
  }

  counterView(personId: string): ReaderView {
    const { held, status } = this
    const mine = held?.forCounter?.personId === personId ? held.forCounter : null
    if (!held || !mine) return { status, card: null }
    return { status, card: { readId: held.readId, maskedName: mask('name', 'list', mine.reading.name) } }
  }

  /** The whole reading, once. */
  take(readId: string, personId: string): CardReading | null {
    const { held } = this
    if (held?.readId !== readId || held.forCounter?.personId !== personId) return null
    this.held = null
    return held.forCounter.reading
  }
}
