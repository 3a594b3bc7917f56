import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { checkFileSizes } from '../../build/checks/fileSizes.mjs'

/** @type {string} */
let root
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'sizes-'))
})
afterEach(() => rmSync(root, { recursive: true }))

/** @param {string} file @param {number} lines */
const plant = (file, lines) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), 'x\n'.repeat(lines))
}

it.each([
  ['shared/domain/a.ts', 400],
  ['renderer/ui/a.tsx', 400],
  ['build/a.mjs', 400],
  ['electron/main.ts', 150],
  ['shared/README.md', 40]
])('%s may have %i lines and not one more', (file, limit) => {
  plant(file, limit)
  expect(checkFileSizes(root)).toEqual([])
  plant(file, limit + 1)
  expect(checkFileSizes(root)).toMatchObject([{ file, line: limit + 1 }])
})

it('installed and compiled files have no limit', () => {
  plant('build/node_modules/a/index.mjs', 1000)
  plant('tests/out/a.ts', 1000)
  expect(checkFileSizes(root)).toEqual([])
})
