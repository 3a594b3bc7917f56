import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

/** Contrast of the hall screen, from the colours themselves: WCAG 2.2, 1.4.3 and 1.4.6 (7:1), 1.4.11 for lines (3:1). */

const folder = path.resolve(__dirname, '../../../renderer/hall')
const css = (name: string): string => readFileSync(path.join(folder, name), 'utf8')

type Colour = readonly [number, number, number]

const colourOf = (hex: string): Colour => [
  Number.parseInt(hex.slice(1, 3), 16),
  Number.parseInt(hex.slice(3, 5), 16),
  Number.parseInt(hex.slice(5, 7), 16)
]

const themes = new Map(
  [...css('themes.css').matchAll(/data-theme="(\w+)"\] \{([^}]*)\}/g)].map(([, name = '', body = '']) => [
    name,
    new Map(
      [...body.matchAll(/--h-([\w-]+): (#[0-9a-f]{6});/g)].map(([, token = '', hex = '']) => [token, colourOf(hex)])
    )
  ])
)

/** Relative luminance (WCAG 2.2). */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: Colour, other: Colour): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** What the CSS filter `grayscale(1)` makes of a colour (Filter Effects, 8.1). */
function grey([red, green, blue]: Colour): Colour {
  const level = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return [level, level, level]
}

const TEXTS = ['text', 'soft', 'number', 'open', 'paused']
const GROUNDS = ['ground', 'panel', 'call']
const LINES = ['line', 'frame']

/** `undefined` tokens fail as black on black. */
const pick = (theme: ReadonlyMap<string, Colour>, token: string): Colour => theme.get(token) ?? [0, 0, 0]

describe.each([...themes])('the theme %s', (_name, theme) => {
  it('has every colour, and none that nobody judges', () => {
    expect([...theme.keys()].sort()).toEqual([...TEXTS, ...GROUNDS, ...LINES, 'old'].sort())
  })

  it.each(TEXTS.flatMap((text) => GROUNDS.map((ground) => [text, ground] as const)))(
    'shows %s on %s at 7:1 or better',
    (text, ground) => {
      expect(contrast(pick(theme, text), pick(theme, ground))).toBeGreaterThanOrEqual(7)
    }
  )

  it.each(TEXTS.flatMap((text) => [...GROUNDS, 'old'].map((ground) => [text, ground] as const)))(
    'shows %s on %s at 7:1 or better when all is grey because it is old',
    (text, ground) => {
      expect(contrast(grey(pick(theme, text)), grey(pick(theme, ground)))).toBeGreaterThanOrEqual(7)
    }
  )

  it.each(LINES.flatMap((line) => GROUNDS.map((ground) => [line, ground] as const)))(
    'draws %s on %s at 3:1 or better',
    (line, ground) => {
      expect(contrast(pick(theme, line), pick(theme, ground))).toBeGreaterThanOrEqual(3)
    }
  )
})

describe('the look of the wall', () => {
  it('comes in three themes', () => {
    expect([...themes.keys()]).toEqual(['night', 'day', 'ink'])
  })

  it('takes its colours from the themes, but for the bar that says that all is old', () => {
    const literal = css('hall.css').match(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/gi) ?? []
    expect(literal).toEqual(['#ffe9a8', '#3a2500'])
    const [bar = '', words = ''] = literal
    expect(contrast(colourOf(words), colourOf(bar))).toBeGreaterThanOrEqual(7)
  })

  it('sets words in text colours, on grounds', () => {
    const hall = css('hall.css')
    const used = (property: string): string[] =>
      [...hall.matchAll(new RegExp(`(?:^|[\\s;{])${property}: var\\(--h-([\\w-]+)\\)`, 'g'))].map(
        ([, token = '']) => token
      )
    expect(used('color').filter((token) => !TEXTS.includes(token))).toEqual([])
    expect(used('background').filter((token) => ![...GROUNDS, 'old'].includes(token))).toEqual([])
  })
})
