import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'vite'

/** The worker as users get it: bundled by the program's own vite.config.ts into one CommonJS file. */

const root = path.resolve(import.meta.dirname, '../..')
const noto = path.join(root, 'node_modules/@expo-google-fonts')

/** The font for rare characters where the build or the system has put it. */
export const RARE_FONT = [
  path.join(root, 'dist/fonts/HanaMinB.ttf'),
  path.join(root, '.cache/fonts/usr/share/fonts/truetype/hanazono/HanaMinB.ttf'),
  '/usr/share/fonts/truetype/hanazono/HanaMinB.ttf'
].find((file) => existsSync(file))

export interface BuiltWorker {
  readonly workerFile: string
  readonly fontsFolder: string
  remove(): void
}

function fillWithFonts(folder: string): void {
  for (const [from, file] of [
    ['noto-sans-sc/400Regular', 'NotoSansSC_400Regular.ttf'],
    ['noto-sans-sc/700Bold', 'NotoSansSC_700Bold.ttf'],
    ['noto-serif-sc/400Regular', 'NotoSerifSC_400Regular.ttf']
  ] as const)
    cpSync(path.join(noto, from, file), path.join(folder, file))
}

/** The fonts of the packages in a folder of their own, without the one for rare characters. */
export function copyFonts(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'linchuang-fonts-'))
  fillWithFonts(folder)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** Bundles the worker into a folder of its own, with the fonts of the packages beside it. */
export async function buildWorker(): Promise<BuiltWorker> {
  const folder = mkdtempSync(path.join(tmpdir(), 'linchuang-pdf-'))
  await build({
    configFile: path.join(root, 'vite.config.ts'),
    root,
    mode: 'workers',
    logLevel: 'error',
    build: {
      outDir: folder,
      rolldownOptions: { input: { 'pdf.worker': path.join(root, 'electron/printing/pdf.worker.ts') } }
    }
  })
  const fontsFolder = path.join(folder, 'fonts')
  fillWithFonts(fontsFolder)
  return {
    workerFile: path.join(folder, 'pdf.worker.cjs'),
    fontsFolder,
    remove: () => rmSync(folder, { recursive: true, force: true })
  }
}
