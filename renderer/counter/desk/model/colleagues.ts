import { nameKeys } from '../../../../shared/domain/people/pinyin.ts'
import { matches } from '../../../../shared/domain/people/pinyinMatch.ts'
import type { Colleague } from '../../../../shared/projections/views.ts'

/** Colleagues whose name fits what was typed (characters, initials or pinyin), best first; all of them for nothing. */
export function colleaguesFor(typed: string, colleagues: readonly Colleague[]): readonly Colleague[] {
  if (typed.trim() === '') return colleagues
  return colleagues
    .map((colleague) => ({ colleague, fits: matches(typed, nameKeys(colleague.name)) }))
    .filter(({ fits }) => fits > 0)
    .sort((a, b) => b.fits - a.fits)
    .map(({ colleague }) => colleague)
}
