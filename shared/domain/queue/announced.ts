import type { NewEvent } from '../../kernel/messages.ts'

/** How an announcement was heard, or why it was not. `replaced`: a newer call of the same number took its place. */
export type AnnouncedHow = 'voice' | 'clips' | 'chime' | 'muted' | 'failed' | 'replaced'

/** What the hall's voice did about one saying: a fact of its own, so that "I was never called" can be looked up. */
export type AnnouncedEvent = NewEvent<
  'CallAnnounced',
  {
    /** Id of the call or of its taking back. */
    readonly sayId: string
    readonly how: AnnouncedHow
    /** How often it was said. */
    readonly times: number
    readonly startedAt: string
    readonly endedAt: string
  }
>

/** One stream a day. */
export const voiceStream = (date: string): string => `voice-${date}`
