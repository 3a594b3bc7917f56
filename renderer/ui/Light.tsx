import type { ReactNode } from 'react'
import { classes } from './classes.ts'

export type Tone = 'grey' | 'blue' | 'green' | 'amber' | 'red'

/** A small label. The word carries the meaning, the colour repeats it. */
export const Badge = ({ tone = 'grey', children }: { readonly tone?: Tone | 'demo'; readonly children: ReactNode }) => (
  <span className={classes('ui-badge', tone !== 'grey' && `ui-badge--${tone}`)}>{children}</span>
)

/** One shape a tone, so that a light is told apart without its colour. */
const SHAPES: Readonly<Record<Tone, ReactNode>> = {
  grey: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="2.5" />,
  blue: <path d="M8 0.5 15.5 8 8 15.5 0.5 8Z" fill="currentColor" />,
  green: <circle cx="8" cy="8" r="7" fill="currentColor" />,
  amber: <path d="M8 1 15.5 14.5H0.5Z" fill="currentColor" />,
  red: <rect x="1.5" y="1.5" width="13" height="13" fill="currentColor" />
}

/** A status light: colour, shape and word. */
export const Light = ({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) => (
  <span className={classes('ui-light', `ui-light--${tone}`)}>
    <svg className="ui-light__shape" viewBox="0 0 16 16" aria-hidden="true">
      {SHAPES[tone]}
    </svg>
    <span>{children}</span>
  </span>
)
