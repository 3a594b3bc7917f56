import type { InputOf } from '../../../shared/contract/contract.ts'
import type { HallConfig, Site } from '../../../shared/domain/hall/hall.ts'

/** What is typed, as text; the paths are those of the command, so that a refusal's field finds its place. */
export interface SetupForm {
  config: {
    name: string
    authorityName: string
    authorityShort: string
    regionCode: string
    terminal: string
    address: string
    hours: string
    enquiryPhone: string
    supervisionPhone: string
    groups: { code: string; name: string }[]
    /** `groups`: letters in one word, in order of preference, e.g. `BA`. */
    counters: { no: string; name: string; groups: string }[]
    sites: { id: string; name: string; kind: Site['kind']; service: Site['service']; gridId: string }[]
    grids: { id: string; name: string }[]
  }
  administrator: { login: string; name: string; password: string; repeated: string }
}

export type HallForm = SetupForm['config']

/** Which hall is set up: an invented one to try things out, or one's own. */
export type SetupKind = 'demo' | 'own'

export const NOBODY: SetupForm['administrator'] = { login: '', name: '', password: '', repeated: '' }

/** A hall of one's own starts with one counter and one group, and the hours that most halls keep. */
export const OWN_HALL: HallForm = {
  name: '',
  authorityName: '',
  authorityShort: '',
  regionCode: '',
  terminal: '01',
  address: '',
  hours: '工作日 9:00–17:00',
  enquiryPhone: '',
  supervisionPhone: '',
  groups: [{ code: 'A', name: '综合业务' }],
  counters: [{ no: '1', name: '综合窗口', groups: 'A' }],
  sites: [],
  grids: []
}

export function formOf(config: HallConfig): HallForm {
  const { demo: _demo, groups, counters, sites, grids, ...texts } = config
  return {
    ...texts,
    groups: groups.map((group) => ({ ...group })),
    counters: counters.map(({ no, name, groups: letters }) => ({ no: String(no), name, groups: letters.join('') })),
    sites: sites.map((site) => ({ ...site })),
    grids: grids.map((grid) => ({ ...grid }))
  }
}

/** The command's input. The form has been checked before; letters and numbers are read from their text here. */
export function inputOf(form: SetupForm, kind: SetupKind): InputOf<'setup.found'> {
  const { config, administrator } = form
  const { login, name, password } = administrator
  return {
    config: {
      ...config,
      counters: config.counters.map((counter) => ({ ...counter, no: Number(counter.no), groups: [...counter.groups] })),
      demo: kind === 'demo'
    },
    administrator: { login, name, password }
  }
}

/** First id of the form `g1`, `g2` … that no row has yet. */
export function freeId(letter: string, rows: readonly { readonly id: string }[]): string {
  const taken = new Set(rows.map((row) => row.id))
  let n = rows.length + 1
  while (taken.has(`${letter}${n}`)) n += 1
  return `${letter}${n}`
}

/** First capital letter that no group has yet; empty when all are used. */
export function freeLetter(groups: readonly { readonly code: string }[]): string {
  const taken = new Set(groups.map((group) => group.code))
  return [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((letter) => !taken.has(letter)) ?? ''
}

/** One more than the highest counter number, or the first that is free at the end of the range. */
export function freeCounter(counters: readonly { readonly no: string }[]): string {
  const taken = new Set(counters.map((counter) => Number(counter.no)))
  const highest = Math.max(0, ...[...taken].filter(Number.isFinite))
  if (highest < 99) return String(highest + 1)
  return String(Array.from({ length: 99 }, (_, i) => i + 1).find((no) => !taken.has(no)) ?? '')
}
