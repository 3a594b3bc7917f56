import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const read = (file: string): string => readFileSync(path.resolve(__dirname, '../../renderer', file), 'utf8')

/** What a block of a style sheet sets its custom properties to. */
function colours(css: string, selector: string): Record<string, string> {
  const escaped = selector.replace(/[.[\]"()]/g, '\\$&')
  const block = new RegExp(`${escaped}[^{}]*\\{([^}]*)\\}`).exec(css)?.[1]
  if (block === undefined) throw new Error(`no ${selector}`)
  return Object.fromEntries([...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]+)/g)].map(([, name, value]) => [name, value]))
}

it.each([
  ['night', '.boardPreview '],
  ['day', '.boardPreview--day'],
  ['ink', '.boardPreview--ink']
])('a notice is looked at in the colours in which it will hang in the hall: %s', (theme, selector) => {
  const hall = colours(read('hall/themes.css'), `:root[data-theme="${theme}"]`)
  const preview = colours(read('counter/admin/service/service.css'), selector)
  expect(preview).toEqual({
    '--preview-ground': hall['--h-panel'],
    '--preview-text': hall['--h-text'],
    '--preview-soft': hall['--h-soft']
  })
})
