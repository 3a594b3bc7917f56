import { useMemo, useState } from 'react'
import { lay, lift, type Over, type Sheets } from '../model/middle.ts'

export interface SheetsOnDesk {
  readonly sheets: Sheets
  readonly lay: (over: Over) => void
  readonly lift: () => void
  readonly clear: () => void
}

/** What was opened over the form. The three functions stay the same ones. */
export function useSheets(): SheetsOnDesk {
  const [sheets, setSheets] = useState<Sheets>([])
  const acts = useMemo(
    () => ({
      lay: (over: Over) => setSheets((before) => lay(before, over)),
      lift: () => setSheets(lift),
      clear: () => setSheets([])
    }),
    []
  )
  return { sheets, ...acts }
}
