import { useNow } from '../bridge/clock.ts'

/** How long a page of a long list stays before the next one comes: time to find one's line and read it. */
const SECONDS_A_PAGE = 8

export interface PageOf<T> {
  readonly items: readonly T[]
  /** From 1. */
  readonly page: number
  readonly pages: number
}

/** The part of a list that is shown at `now`; pages are as even as they can be, so that none is nearly empty. */
export function pageAt<T>(items: readonly T[], most: number, now: number): PageOf<T> {
  const pages = Math.max(1, Math.ceil(items.length / most))
  const size = Math.ceil(items.length / pages)
  const page = Math.floor(now / 1000 / SECONDS_A_PAGE) % pages
  return { items: items.slice(page * size, (page + 1) * size), page: page + 1, pages }
}

/** A list in pages that turn by themselves: nobody can scroll a screen on the wall. */
export const usePages = <T>(items: readonly T[], most: number): PageOf<T> => pageAt(items, most, useNow())
