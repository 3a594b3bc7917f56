import type { LevelDbReport } from '../../../electron/store/levelDbRepair.ts'
import type { StoreReport } from '../../../electron/store/storeClient.ts'
import type { HistoryState } from '../../../shared/projections/views.ts'

/** What a test wants of the harness; one JSON in its environment. */
export interface HarnessPlan {
  readonly profile: string
  readonly dist: string
  /** Records the log is to hold before it is looked at. */
  readonly records: number
  /** Tries out what the page must not be able to do. */
  readonly probePage?: boolean
  /** Kills the page's process once it is whole and asks again. */
  readonly killPage?: boolean
  /** Stays on until it is killed. */
  readonly stay?: boolean
  /** Leaves the database to Chromium as it is. */
  readonly unrepaired?: boolean
  readonly measure?: { readonly cases: number; readonly searches: number }
}

export interface PageDoors {
  readonly node: boolean
  readonly electron: boolean
  readonly popup: boolean
  readonly network: boolean
  readonly moved: boolean
  readonly inlineScript: boolean
  readonly globals: readonly string[]
}

/** What the harness says, one JSON a line. */
export type HarnessReport =
  | { readonly say: 'repaired'; readonly repaired: readonly LevelDbReport[] }
  | { readonly say: 'state'; readonly state: HistoryState }
  | { readonly say: 'report'; readonly report: StoreReport }
  | { readonly say: 'log'; readonly what: string; readonly detail: string }
  | { readonly say: 'whole'; readonly seq: number; readonly digest: string }
  | { readonly say: 'again'; readonly digest: string }
  | { readonly say: 'doors'; readonly doors: PageDoors }
  | { readonly say: 'measured'; readonly measured: Readonly<Record<string, unknown>> }
  | { readonly say: 'failed'; readonly error: string }
