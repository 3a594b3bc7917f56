import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { RunningApp } from './app.ts'

/** A page whose preload has fallen into wrong hands: it can say anything to main. */

declare global {
  interface Window {
    readonly rawInvoke: (channel: string, message: unknown) => Promise<unknown>
  }
}

const PRELOAD = `
const { contextBridge, ipcRenderer } = require('electron')
contextBridge.exposeInMainWorld('rawInvoke', (channel, message) => ipcRenderer.invoke(channel, message))
`

/** From the next page that is loaded on, every page of the screens' session has `window.rawInvoke`. */
export async function openRawDoors({ app, dataFolder }: RunningApp): Promise<void> {
  const file = path.join(dataFolder, 'raw.preload.js')
  writeFileSync(file, PRELOAD)
  await app.evaluate(({ session }, filePath) => {
    const own = session.defaultSession
    // The second one is the only one that Electron before version 35 has.
    if (typeof own.registerPreloadScript === 'function') own.registerPreloadScript({ type: 'frame', filePath })
    else own.setPreloads([filePath])
  }, file)
}

export interface RawReply {
  readonly ok: boolean
  readonly value?: unknown
  readonly refusal?: { readonly code: string }
}

/** Says something to main that no preload of ours would say. */
export const rawInvoke = async (page: Page, channel: string, message: unknown): Promise<RawReply> =>
  (await page.evaluate(([to, what]) => window.rawInvoke(to, what), [channel, message] as const)) as RawReply
