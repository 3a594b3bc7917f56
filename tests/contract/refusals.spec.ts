import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { refusalText } from '../../renderer/texts/refusals.ts'
import { REFUSALS } from '../../shared/contract/refusals.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

/** Every TypeScript source below a folder, without comments. */
function sources(folder: string): { readonly file: string; readonly text: string }[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.split(path.sep).includes('out'))
    .map((name) => ({ file: path.join(folder, name), text: readFileSync(path.join(ROOT, folder, name), 'utf8') }))
    .map(({ file, text }) => ({ file, text: text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '') }))
}

const found = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap((match) => match[1] ?? [])

/** Codes that are given by name: `refuse('…')`, `turnAway('…')`, and `no('…')` or `{ ok: false, code: '…' }` of the checks. */
const GIVEN = [
  /\b(?:refuse|turnAway|no)\(\s*'([a-z][a-z-]+)'/g,
  /\bok: false,\s*code: '([a-z][a-z-]+)'/g,
  /\brefusal: \{\s*code: '([a-z][a-z-]+)'/g,
  /\{\s*code: '([a-z][a-z-]+)',\s*field/g
]
/** Rules that hand a code on as a parameter: any hyphenated word in them is one. */
const RULES = ['queue', 'casework', 'staff', 'hall'].map((area) => `shared/domain/${area}`)
const WORDS = /'([a-z]+(?:-[a-z]+)+)'/g

/** Checks of names, documents and phones, as far as a form asks for them; their codes stand with them. */
const PEOPLE = ['personName', 'residentId', 'otherDocuments', 'phone'].map((name) => `${name}.ts`)

const given = new Map<string, string>()
const ofPeople = new Set<string>()
for (const { file, text } of ['shared/domain', 'electron/commands', 'electron/ipc'].flatMap(sources)) {
  const aboutPeople = file.startsWith(path.join('shared', 'domain', 'people'))
  if (aboutPeople && !PEOPLE.includes(path.basename(file))) continue
  for (const code of GIVEN.flatMap((pattern) => found(text, pattern))) {
    given.set(code, file)
    if (aboutPeople) ofPeople.add(code)
  }
}
for (const { file, text } of RULES.flatMap(sources)) {
  if (/decide|ticks|password/.test(file)) for (const code of found(text, WORDS)) given.set(code, file)
}

const spoken = (code: string): boolean => !refusalText({ code }).includes(code)
describe('the list of refusals', () => {
  it('is found by this search: rules, doors and checks all give codes', () => {
    for (const code of ['counter-busy', 'ticket-not-called', 'tick-missing', 'config-group-twice', 'password-short']) {
      expect([...given.keys()]).toContain(code)
    }
    for (const code of ['not-signed-in', 'log-full', 'id-check-digit', 'phone-format'])
      expect([...given.keys()]).toContain(code)
    expect(given.size).toBeGreaterThan(50)
  })

  it('every “no” that code can give has its sentence', () => {
    const silent = [...given].filter(([code]) => !spoken(code)).map(([code, file]) => `${code} (${file})`)
    expect(
      silent,
      'Add the code to shared/contract/refusals.ts and its sentence to renderer/texts/refusals.ts.'
    ).toEqual([])
  })

  it('holds every “no” of rules and doors, so that a missing sentence does not compile', () => {
    const listed = new Set<string>(REFUSALS)
    const missing = [...given]
      .filter(([code]) => !listed.has(code) && !ofPeople.has(code))
      .map(([code, file]) => `${code} (${file})`)
    expect(missing).toEqual([])
  })

  it('holds nothing that nobody says', () => {
    const all = [...sources('shared'), ...sources('electron'), ...sources('renderer')].filter(
      ({ file }) =>
        !file.endsWith(path.join('contract', 'refusals.ts')) && !file.endsWith(path.join('texts', 'refusals.ts'))
    )
    expect(REFUSALS.filter((code) => !all.some(({ text }) => text.includes(`'${code}'`)))).toEqual([])
  })

  it('has each code once', () => {
    expect(new Set(REFUSALS).size).toBe(REFUSALS.length)
  })
})
