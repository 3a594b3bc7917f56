import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'vite'

const root = path.resolve(import.meta.dirname, '../..')

/** The thread as users get it: bundled by the program's own vite.config.ts into one CommonJS file. */
export async function buildPhoneWorker(): Promise<{ readonly workerFile: string; remove(): void }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'linchuang-phone-'))
  await build({
    configFile: path.join(root, 'vite.config.ts'),
    root,
    mode: 'workers',
    logLevel: 'error',
    build: {
      outDir: folder,
      rolldownOptions: { input: { 'phone.worker': path.join(root, 'electron/phone/phone.worker.ts') } }
    }
  })
  return {
    workerFile: path.join(folder, 'phone.worker.cjs'),
    remove: () => rmSync(folder, { recursive: true, force: true })
  }
}
