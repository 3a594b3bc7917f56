import type { ReactNode } from 'react'
import type { Light } from '../../../../shared/domain/calendar/lights.ts'
import { classes } from '../../../ui/index.ts'
import { type LightSeen, lightWords } from '../model/lightText.ts'

/** A shape of its own for each light (`LIGHT_SIGNS`), so that they are told apart without their colours. */
const SHAPES: Readonly<Record<Light, ReactNode>> = {
  green: <circle cx="8" cy="8" r="7" fill="currentColor" />,
  yellow: <path d="M8 1 15.6 15H0.4Z" fill="currentColor" />,
  red: <rect x="1.5" y="1.5" width="13" height="13" fill="currentColor" />,
  redStatutory: (
    <>
      <path d="M5 0.5h6L15.5 5v6L11 15.5H5L0.5 11V5Z" fill="currentColor" />
      <path d="M8 3.6v5.4M8 11v1.9" stroke="#fff" strokeWidth="2" />
    </>
  ),
  grey: <path d="M2.5 1.5h4v13h-4ZM9.5 1.5h4v13h-4Z" fill="currentColor" />,
  blue: <path d="M2 1h12v2.2L9.6 8 14 12.8V15H2v-2.2L6.4 8 2 3.2Z" fill="currentColor" />
}

export interface CaseLightProps {
  readonly shown: LightSeen
  /** `large`: head of a page. `brief`: the countdown alone where there is one, for narrow rows. */
  readonly size?: 'normal' | 'large' | 'brief'
}

/** How a case stands on its clock: shape, word, and what is left. Colour only repeats it. */
export function CaseLight({ shown, size = 'normal' }: CaseLightProps) {
  const { word, rest } = lightWords(shown)
  const brief = size === 'brief' && rest !== ''
  return (
    <span className={classes('caseLight', `caseLight--${shown.light}`, size === 'large' && 'caseLight--large')}>
      <svg className="caseLight__shape" viewBox="0 0 16 16" aria-hidden="true">
        {SHAPES[shown.light]}
      </svg>
      <span className={brief ? 'ui-hidden' : undefined}>{word}</span>
      {rest !== '' && <span className="caseLight__rest">{rest}</span>}
    </span>
  )
}
