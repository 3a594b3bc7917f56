import { BrowserWindow, webContents } from 'electron'
import { STORE_ORIGIN, STORE_PAGE_URL } from '../../../electron/store/scheme.ts'
import type { PageDoors } from './plan.ts'

const page = () => {
  const found = webContents.getAllWebContents().find((contents) => contents.getURL().startsWith(STORE_ORIGIN))
  if (!found) throw new Error('no store page')
  return found
}

/** Tries, from inside the page, what it must not be able to do. */
export async function pageDoors(): Promise<PageDoors> {
  const windows = BrowserWindow.getAllWindows().length
  const tried = (await page().executeJavaScript(`(async () => {
    const popup = window.open('https://example.invalid/')
    const script = document.createElement('script')
    script.textContent = 'window.inlineRan = true'
    document.body.append(script)
    const network = await fetch('https://example.invalid/').then(() => true, () => false)
    location.href = 'https://example.invalid/'
    return {
      node: typeof require !== 'undefined' || typeof process !== 'undefined',
      electron: typeof window.electron !== 'undefined',
      popup: popup !== null,
      network,
      inlineScript: window.inlineRan === true,
      globals: Object.keys(window).filter((name) => name.toLowerCase().includes('linchuang'))
    }
  })()`)) as Omit<PageDoors, 'moved'>
  return {
    ...tried,
    popup: tried.popup || BrowserWindow.getAllWindows().length !== windows,
    moved: page().getURL() !== STORE_PAGE_URL
  }
}

/** As a crash would. */
export function killPage(): void {
  page().forcefullyCrashRenderer()
}
