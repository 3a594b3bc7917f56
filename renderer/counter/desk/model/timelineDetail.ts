import type { TimelineEntry } from '../../../../shared/projections/views.ts'
import { dayAndTime, longDate } from '../../../texts/index.ts'

export type TimelineTone = 'plain' | 'good' | 'wanting' | 'bad'

export interface TimelineLine {
  readonly title: string
  /** One line each, none empty. */
  readonly parts: readonly string[]
  readonly tone: TimelineTone
}

export type Detail = TimelineEntry['detail']

/** How the details of an entry become parts of its line; whatever is not known gives an empty part. */
export function timelineDetail(detail: Detail) {
  const word = (key: string): string => {
    const value = detail[key]
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  }
  const labelled = (label: string, text: string): string =>
    text === '' ? '' : `${label}${label.endsWith('：') ? '' : ' '}${text}`
  return {
    word,
    labelled,
    /** A title with a number in it, or the one without where the number is not known. */
    counted: (key: string, title: (n: string) => string, without: string): string =>
      word(key) === '' ? without : title(word(key)),
    /** Leaves out what is not known. */
    given: (...parts: readonly string[]): readonly string[] => parts.filter((part) => part !== ''),
    /** A date `YYYY-MM-DD` with its label. */
    dated: (label: string, key: string): string => (word(key) === '' ? '' : labelled(label, longDate(word(key)))),
    /** An instant, as day and time. */
    at: (key: string): string => (word(key) === '' ? '' : dayAndTime(word(key)))
  }
}
