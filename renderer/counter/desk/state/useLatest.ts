import { useEffect, useRef } from 'react'
import { type Latest, latest } from '../model/latest.ts'

/** One line of questions of which only the newest answer counts; nothing arrives after the component is gone. */
export function useLatest(): Latest {
  const ref = useRef<Latest | null>(null)
  ref.current ??= latest()
  const line = ref.current
  useEffect(() => () => line.cancel(), [line])
  return line
}
