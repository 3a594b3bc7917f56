/**
 * `npm start -- --tour`: the real program does its main job by itself on the demo hall, in a throw-away profile, and
 * leaves numbered pictures, the papers and `tour.json` in out/tour/. The pictures of the README come from here.
 */
import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { inRoot } from './runtime/paths.mjs'
import { say } from './runtime/say.mjs'
import { startProgram } from './tour/program.mjs'
import { walk } from './tour/walk.mjs'

/** @typedef {import('@playwright/test').Page} Page */

/**
 * @param {{ env: Record<string, string> }} given
 * @returns {Promise<number>} exit code
 */
export async function tour({ env }) {
  const out = inRoot('out', 'tour')
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  const program = await startProgram(env)
  /** @type {{ name: string, title: string, milliseconds: number, picture: string }[]} */
  const steps = []
  /** @type {Record<string, string>} */
  const numbers = {}
  const counter = await program.screen('counter')
  await resize(program.app, 'counter', 1366, 768)
  try {
    await walk({
      counter,
      hall: async () => {
        const page = await program.screen('hall')
        await resize(program.app, 'hall', 1920, 1080)
        return page
      },
      numbers,
      async step(name, title, work, shot = counter) {
        const began = performance.now()
        await work()
        const milliseconds = Math.round(performance.now() - began)
        const picture = `${String(steps.length + 1).padStart(2, '0')}-${name}.png`
        await shot?.screenshot({ path: path.join(out, picture) })
        steps.push({ name, title, milliseconds, picture })
        say(`${picture}  ${title}`, `${milliseconds} ms`)
      }
    })
    return 0
  } catch (error) {
    await counter.screenshot({ path: path.join(out, 'stopped-here.png') }).catch(() => undefined)
    say(`演示停在第 ${steps.length + 1} 步：${error instanceof Error ? error.message : error}`, 'the tour stopped')
    return 1
  } finally {
    for (const paper of await readdir(program.papers).catch(() => [])) {
      await copyFile(path.join(program.papers, paper), path.join(out, paper))
    }
    await writeFile(path.join(out, 'tour.json'), `${JSON.stringify({ steps, numbers }, null, 2)}\n`)
    await program.close()
    say(`图片和文书在 ${path.relative(inRoot(), out)}/`, 'pictures and papers')
  }
}

/**
 * @param {import('@playwright/test').ElectronApplication} app
 * @param {'counter' | 'hall'} role
 * @param {number} width
 * @param {number} height
 */
async function resize(app, role, width, height) {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      const window = BrowserWindow.getAllWindows().find((w) =>
        w.webContents.getURL().startsWith(`linchuang://${size.role}`)
      )
      window?.setContentSize(size.width, size.height)
    },
    { role, width, height }
  )
}
