import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron, type Page } from '@playwright/test'
import { programEnvironment } from './app.ts'

/** A plain window of the same Chromium without the program in it: what somebody else's browser makes of a page. */
export interface Browser {
  readonly page: Page
  close(): Promise<void>
}

const MAIN = `
const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => {
  const size = { width: Number(process.env.BROWSER_WIDTH), height: 700, useContentSize: true }
  new BrowserWindow({ ...size, minWidth: 1 }).loadURL(process.env.BROWSER_URL)
})
`

/** Opens an address in a window of that width, in CSS pixels. */
export async function openBrowser(url: string, width: number): Promise<Browser> {
  const folder = mkdtempSync(path.join(tmpdir(), 'linchuang-browser-'))
  const main = path.join(folder, 'main.cjs')
  writeFileSync(main, MAIN)
  const app = await _electron.launch({
    args: [main, `--user-data-dir=${path.join(folder, 'data')}`],
    env: programEnvironment({ BROWSER_URL: url, BROWSER_WIDTH: String(width) }),
    chromiumSandbox: process.getuid?.() !== 0
  })
  const page = await app.firstWindow()
  await page.waitForLoadState('load')
  return {
    page,
    async close() {
      await app.close()
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
    }
  }
}
