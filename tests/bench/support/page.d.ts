/// <reference lib="dom" />
import type { ScreenApi } from '../../../shared/contract/screenApi.ts'

/** What functions that are sent into a page find there. */
declare global {
  interface Window {
    readonly linchuang: ScreenApi
  }
}
