import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'vite'

/** The worker as users get it: bundled by the program's own vite.config.ts into one CommonJS file. */

const root = path.resolve(import.meta.dirname, '../..')
const noto = path.join(root, 'node_modules/@expo-google-fonts/noto-sans-sc')

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
  for (const weight of ['400Regular', '700Bold']) {
    cpSync(path.join(noto, weight, `NotoSansSC_${weight}.ttf`), path.join(fontsFolder, `NotoSansSC_${weight}.ttf`))
  }
  return {
    workerFile: path.join(folder, 'pdf.worker.cjs'),
    fontsFolder,
    remove: () => rmSync(folder, { recursive: true, force: true })
  }
}
