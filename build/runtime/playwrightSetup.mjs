/**
 * What Playwright runs before the first end-to-end test, and after the last one (the function that is returned).
 */
import { compile } from '../compile.mjs'
import { hasDisplay, startDisplay } from './display.mjs'
import { electronEnv, resolveElectron } from './electron.mjs'

export default async function setup() {
  await compile()
  Object.assign(process.env, electronEnv(await resolveElectron()))
  delete process.env.ELECTRON_RUN_AS_NODE
  if (hasDisplay()) return undefined
  const display = await startDisplay()
  process.env.DISPLAY = display.name
  return display.stop
}
