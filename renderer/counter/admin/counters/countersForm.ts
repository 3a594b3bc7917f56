import { z } from 'zod'
import type { InputOf } from '../../../../shared/contract/contract.ts'
import { checkHallConfig } from '../../../../shared/domain/hall/decideHall.ts'
import type { HallConfig } from '../../../../shared/domain/hall/hall.ts'
import { refusalText } from '../../../texts/refusals.ts'
import { tidyHalf, tidyLetter, tidyLetters } from '../../setup/tidy.ts'
import { W } from './texts.ts'

/** What is typed, as text; the paths are those of a refusal, so that its field finds its place. */
export interface CountersValues {
  config: {
    groups: { code: string; name: string }[]
    /** `groups`: letters in one word. `items`: ids; none: every item. */
    counters: { no: string; name: string; groups: string; items: string[] }[]
  }
}

type Described = Pick<HallConfig, 'groups' | 'counters'>

/** Longest names, as the door takes them. */
const GROUP_NAME = 12
const COUNTER_NAME = 20

const filled = (most: number) => z.string().trim().min(1, W.nameMissing).max(most, W.nameLong(most))

/** What is checked before main is asked, which checks it again and knows besides what is waiting and open just now. */
export const countersSchema = z
  .object({
    config: z.object({
      groups: z
        .array(
          z.object({
            code: z
              .string()
              .overwrite(tidyLetter)
              .regex(/^[A-Z]$/, W.letterWrong),
            name: filled(GROUP_NAME)
          })
        )
        .min(1, W.groupsFew)
        .max(26, W.groupsMany),
      counters: z
        .array(
          z.object({
            no: z
              .string()
              .overwrite(tidyHalf)
              .regex(/^[1-9]\d?$/, W.noWrong),
            name: filled(COUNTER_NAME),
            groups: z.string().overwrite(tidyLetters).min(1, W.lettersMissing),
            items: z.array(z.string())
          })
        )
        .min(1, W.countersFew)
        .max(99, W.countersMany)
    })
  })
  .superRefine((values, context) => {
    for (const refusal of checkHallConfig(countersOf(values))) {
      context.addIssue({ code: 'custom', path: (refusal.field ?? '').split('.'), message: refusalText(refusal) })
    }
  })

export const valuesOf = ({ groups, counters }: Described): CountersValues => ({
  config: {
    groups: groups.map((group) => ({ ...group })),
    counters: counters.map(({ no, name, groups: letters, items = [] }) => ({
      no: String(no),
      name,
      groups: letters.join(''),
      items: [...items]
    }))
  }
})

/** The command's input. A counter without a list of items has none recorded: it serves every one. */
export const countersOf = ({ config }: CountersValues): InputOf<'hall.setCounters'> => ({
  groups: config.groups,
  counters: config.counters.map(({ no, name, groups, items }) => ({
    no: Number(no),
    name,
    groups: [...groups],
    ...(items.length > 0 && { items })
  }))
})

/** Names of the letters that are typed, with a question mark where there is no such group. */
export function servedNames(
  typed: string,
  groups: readonly { readonly code: string; readonly name: string }[]
): string {
  const letters = [...tidyLetters(typed)]
  if (letters.length > 1 && groups.every(({ code }) => letters.includes(tidyLetter(code)))) return W.all
  const nameOf = (letter: string): string =>
    groups.find(({ code }) => tidyLetter(code) === letter)?.name || W.nameless(letter)
  return letters.map(nameOf).join('、')
}
