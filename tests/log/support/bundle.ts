import { mkdtempSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'vite'

/** Compiles a TypeScript file and all it imports to one CommonJS file in a new temporary folder, for Node itself to run. */
export async function bundleForNode(entry: string): Promise<string> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'linchuang-bundle-'))
  const name = path.basename(entry, '.ts')
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: entry,
      outDir,
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
