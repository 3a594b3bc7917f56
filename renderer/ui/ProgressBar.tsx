import { type ReactNode, useId } from 'react'

export interface ProgressBarProps {
  readonly label: ReactNode
  /** How much is done of `max`; `null` while that is not known. */
  readonly value: number | null
  readonly max: number
}

/** A native progress element with its label above and the percentage beside it. */
export function ProgressBar({ label, value, max }: ProgressBarProps) {
  const id = useId()
  const share = value === null || max <= 0 ? null : Math.min(1, Math.max(0, value / max))
  return (
    <div className="ui-progress">
      <span className="ui-progress__label" id={id}>
        {label}
      </span>
      <progress aria-labelledby={id} max={1} {...(share === null ? {} : { value: share })} />
      {share !== null && <span>{Math.floor(share * 100)}%</span>}
    </div>
  )
}
