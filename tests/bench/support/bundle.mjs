/**
 * Makes a program for plain Node of a TypeScript file and all it imports.
 */
import { mkdirSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import { cacheDir, inRoot } from '../../../build/runtime/paths.mjs'

/**
 * @param {string} entry relative to tests/bench
 * @returns {Promise<string>} path of one CommonJS file; the same sources give the same bytes
 */
export async function bundle(entry) {
  const { build } = await import('vite')
  const outDir = path.join(cacheDir, 'bench', 'harness')
  mkdirSync(outDir, { recursive: true })
  const name = path.basename(entry, '.ts')
  await build({
    configFile: false,
    root: inRoot(),
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: inRoot('tests', 'bench', entry),
      outDir,
      emptyOutDir: false,
      target: 'node18',
      minify: false,
      rolldownOptions: {
        external: [...builtinModules, /^node:/],
        output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false }
      }
    }
  })
  return path.join(outDir, `${name}.cjs`)
}
