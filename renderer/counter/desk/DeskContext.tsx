import { createContext, useContext } from 'react'
import type { AppView, DeskView } from '../../../shared/projections/views.ts'
import type { Go } from './state/useGo.ts'

/** What every part of the desk may need. */
export interface DeskTools {
  readonly app: AppView
  /** `null` until main has pushed it. */
  readonly desk: DeskView | null
  readonly go: Go
  openCase(caseId: string): void
  openPaper(docId: string): void
  /** The whole work list. */
  openWork(): void
  /** 开门与日结 */
  openDay(): void
}

export const DeskContext = createContext<DeskTools | null>(null)

/** Throws outside of the desk. */
export function useDesk(): DeskTools {
  const tools = useContext(DeskContext)
  if (!tools) throw new Error('useDesk: no desk around')
  return tools
}
