import { readFileSync } from 'node:fs'
import { app, BrowserWindow } from 'electron'
import { registerSchemes } from '../../../electron/boot/schemes.ts'
import { lockPages } from '../../../electron/boot/security.ts'
import { pressWindow } from '../../../electron/printing/windows/pressWindow.ts'
import type { PressPlan, PressReport } from './plan.ts'

/** A program with nothing but the hidden printing window in it, for tests of that window in the real Electron. */

const plan = JSON.parse(process.env.PRESS_HARNESS_PLAN ?? '{}') as PressPlan

const say = (report: PressReport): void => void process.stdout.write(`@@${JSON.stringify(report)}\n`)
const note = (what: string): void => say({ say: 'log', what })
const logger = { info: note, warn: note, error: note }

process.env.DBUS_SYSTEM_BUS_ADDRESS = 'disabled:'
process.env.DBUS_SESSION_BUS_ADDRESS = 'disabled:'
app.setPath('userData', plan.profile)
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerSchemes()
lockPages(logger)
app.on('window-all-closed', () => undefined)

/** Draws the page once more as the program would see it, and tells what was drawn. */
async function run(): Promise<void> {
  await app.whenReady()
  const press = pressWindow(plan.dist, logger)
  for (const { pdf, title } of plan.jobs) {
    try {
      const job = { queue: plan.queue, title, pdf: readFileSync(pdf), copies: 1, twoSided: false }
      const laid = await press.open(job)
      const [window] = BrowserWindow.getAllWindows()
      const drawn = await window?.webContents.executeJavaScript(DRAWN)
      say({ say: 'drawn', title: window?.webContents.getTitle() ?? '', ...drawn })
      if (plan.print) say({ say: 'printed', handing: await laid.print() })
      laid.close()
    } catch (error) {
      say({ say: 'refused', title, error: error instanceof Error ? error.message : 'error' })
    }
  }
  say({ say: 'windows', left: BrowserWindow.getAllWindows().length })
  app.exit(0)
}

/** Pictures of the pages: how many dots, and how dark they are together. Inside the page. */
const DRAWN = `(async () => {
  const pages = []
  for (const picture of document.images) {
    const canvas = new OffscreenCanvas(picture.naturalWidth, picture.naturalHeight)
    const context = canvas.getContext('2d')
    context.drawImage(picture, 0, 0)
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
    let dark = 0
    for (let at = 0; at < data.length; at += 4) dark += 255 - data[at + 1]
    pages.push({ width: canvas.width, height: canvas.height, ink: dark / 255 / (data.length / 4) })
  }
  const network = await fetch('https://example.invalid/').then(() => true, () => false)
  return { pages, network, node: typeof require !== 'undefined' || typeof process !== 'undefined' }
})()`

void run().catch((error: unknown) => {
  say({ say: 'refused', title: '', error: error instanceof Error ? error.message : 'error' })
  app.exit(1)
})
