import type { RatingLevel } from '../../shared/domain/feedback/rating.ts'

/** One mouth a grade; the word under it says the same. */
const MOUTHS: Readonly<Record<RatingLevel, string>> = {
  1: 'M14 28 Q24 42 34 28 Z',
  2: 'M14 29 Q24 38 34 29',
  3: 'M15 32 L33 32',
  4: 'M14 35 Q24 26 34 35',
  5: 'M14 37 Q24 23 34 37 M12 15 L19 18 M36 15 L29 18'
}

export const Face = ({ level }: { readonly level: RatingLevel }) => (
  <svg className={`face face--${level}`} viewBox="0 0 48 48" aria-hidden="true">
    <circle className="face__ground" cx="24" cy="24" r="21.5" />
    <circle className="face__eye" cx="17" cy="20" r="2.4" />
    <circle className="face__eye" cx="31" cy="20" r="2.4" />
    <path className="face__mouth" d={MOUTHS[level]} />
  </svg>
)
