/// <reference path="./page.d.ts" />
/**
 * The program with the demo hall, as a clerk would have it in the morning.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import path from 'node:path'
import { cacheDir } from '../../../build/runtime/paths.mjs'

/** @typedef {import('./electron.mjs').Running} Running */

export const COUNTER = 'linchuang://counter/'
export const HALL = 'linchuang://hall/'
/** Signs in as one of the demo hall's people would. */
const PERSON = { login: 'bench', password: 'Celiang@2026', counter: 1 }

/** @type {Set<string>} */
const profiles = new Set()
process.once('exit', () => profiles.forEach(removeProfile))

/** A profile of its own on the disk of the project, so that all sides of a comparison write to the same one. */
export function newProfile() {
  const place = path.join(cacheDir, 'bench')
  mkdirSync(place, { recursive: true })
  const profile = mkdtempSync(path.join(place, 'profile-'))
  profiles.add(profile)
  return profile
}

/** Only when nothing runs on it any more; at the end of the bench all go by themselves. @param {string} profile */
export function removeProfile(profile) {
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  profiles.delete(profile)
}

/** Waits until the counter's page takes commands, and founds the demo hall. @param {Running} program */
export async function foundDemoHall(program) {
  await program.when('ready-to-show', COUNTER)
  await program.page(COUNTER, untilPhase, ['setup'])
  await program.page(COUNTER, found, PERSON)
}

/** Signs in at counter 1 and opens it. @param {Running} program */
export async function signIn(program) {
  await program.page(COUNTER, untilPhase, ['signIn'])
  await program.page(COUNTER, openForBusiness, PERSON)
}

/** When the history has become whole: milliseconds since 1970. @param {Running} program @returns {Promise<number>} */
export const untilWhole = (program) => program.page(COUNTER, whenWhole)

/**
 * Runs in the page: where the history stands, and milliseconds of a query that asks for nothing.
 *
 * @returns {Promise<{ phase: string, done?: number, at: number, nothingMs: number }>} `at` in milliseconds since 1970
 */
export async function historyState() {
  const { linchuang } = window
  const history = await new Promise((resolve) => {
    const stop = linchuang.listen('app', (view) => {
      setTimeout(() => stop(), 0)
      resolve(/** @type {any} */ (view).history)
    })
  })
  const begun = performance.now()
  await linchuang.query('catalogue.item', { itemId: 'none', version: null })
  const ended = performance.now()
  return { ...history, at: performance.timeOrigin + ended, nothingMs: ended - begun }
}

/** Runs in the page: a ticket; when it was there, in milliseconds since 1970. */
export async function takeTicket() {
  const reply = /** @type {any} */ (
    await window.linchuang.command('queue.issueTicket', crypto.randomUUID(), { group: 'A', priority: null })
  )
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return performance.timeOrigin + performance.now()
}

/** Until everything that was issued has been printed and the history is whole. @param {Running} program */
export const settle = (program) => program.page(COUNTER, untilQuiet)

/** Runs in the page. @param {string[]} phases */
function untilPhase(phases) {
  return new Promise((resolve) => {
    const stop = window.linchuang.listen('app', (view) => {
      if (!phases.includes(/** @type {any} */ (view).phase)) return
      setTimeout(() => stop(), 0)
      resolve(null)
    })
  })
}

/** Runs in the page. @param {typeof PERSON} person */
async function found({ login, password }) {
  const { linchuang } = window
  const proposed = /** @type {any} */ (await linchuang.query('setup.propose', {}))
  const administrator = { login, name: '测量（演示）', password }
  const reply = /** @type {any} */ (
    await linchuang.command('setup.found', crypto.randomUUID(), { config: proposed.value, administrator })
  )
  if (!reply.ok) throw new Error(JSON.stringify(reply))
}

/** Runs in the page. @param {typeof PERSON} person */
async function openForBusiness(person) {
  const { linchuang } = window
  const signedIn = /** @type {any} */ (await linchuang.command('staff.signIn', crypto.randomUUID(), person))
  if (!signedIn.ok) throw new Error(JSON.stringify(signedIn))
  const opened = /** @type {any} */ (await linchuang.command('queue.openCounter', crypto.randomUUID(), {}))
  if (!opened.ok) throw new Error(JSON.stringify(opened))
}

/** Runs in the page. */
function whenWhole() {
  return new Promise((resolve) => {
    const stop = window.linchuang.listen('app', (view) => {
      if (/** @type {any} */ (view).history.phase !== 'ready') return
      setTimeout(() => stop(), 0)
      resolve(performance.timeOrigin + performance.now())
    })
  })
}

/** Runs in the page. */
function untilQuiet() {
  const { linchuang } = window
  /** @param {'app' | 'desk'} topic @param {(view: any) => boolean} holds */
  const until = (topic, holds) =>
    new Promise((resolve) => {
      const stop = linchuang.listen(topic, (view) => {
        if (!holds(view)) return
        setTimeout(() => stop(), 0)
        resolve(null)
      })
    })
  return Promise.all([
    until('desk', (view) => view.unprinted.length === 0),
    until('app', (view) => view.history.phase === 'ready')
  ]).then(() => null)
}
