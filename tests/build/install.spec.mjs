import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { installedAsLocked } from '../../build/runtime/install.mjs'

/** @type {string} */
let project
beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'install-'))
  mkdirSync(path.join(project, 'node_modules'))
})
afterEach(() => rmSync(project, { recursive: true }))

const zod = { version: '4.6.7', integrity: 'sha512-a' }

/** @param {object} packages */
const lock = (packages) =>
  writeFileSync(path.join(project, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...packages } }))
/** @param {object} packages */
const install = (packages) =>
  writeFileSync(path.join(project, 'node_modules', '.package-lock.json'), JSON.stringify({ packages }))

it('what was installed from the lock file is not installed again', () => {
  lock({ 'node_modules/zod': zod })
  install({ 'node_modules/zod': zod })
  expect(installedAsLocked(project)).toBe(true)
})

it('an optional package of another platform may be absent', () => {
  lock({ 'node_modules/zod': zod, 'node_modules/x-darwin': { ...zod, optional: true } })
  install({ 'node_modules/zod': zod })
  expect(installedAsLocked(project)).toBe(true)
})

it.each([
  ['another version', { 'node_modules/zod': { ...zod, version: '4.6.6' } }],
  ['another content', { 'node_modules/zod': { ...zod, integrity: 'sha512-b' } }],
  ['a missing package', {}],
  ['a package that the lock file does not have', { 'node_modules/zod': zod, 'node_modules/extra': zod }]
])('%s calls for an installation', (_, packages) => {
  lock({ 'node_modules/zod': zod })
  install(packages)
  expect(installedAsLocked(project)).toBe(false)
})

it('an installation that was cut off counts as none', () => {
  lock({ 'node_modules/zod': zod })
  expect(installedAsLocked(project)).toBe(false)
})
