import type { VoiceSettings } from '../../../shared/domain/hall/service.ts'

/**
 * Whether the voice is silent at this time of day, `HH:MM`: switched off, turned down to nothing, or within muted hours
 * (from … until, the end itself not; over midnight where `from` is the later one).
 */
export function isMuted({ on, volume, mute }: VoiceSettings, time: string): boolean {
  if (!on || volume <= 0) return true
  return mute.some(({ from, until }) => (from <= until ? time >= from && time < until : time >= from || time < until))
}
