import { builtinModules } from 'node:module'
import react from '@vitejs/plugin-react'
import { defineConfig, type UserConfig } from 'vite'

/**
 * How each part of the program is bundled. build/compile.mjs finds the entries and builds each with one of these
 * modes; the entry itself (root or input) and the output directory come from there.
 *
 * Targets are the oldest runtime the program runs on, Electron 25: Chrome 114 for pages, Node 18 for the rest, which is
 * CommonJS because that Electron cannot load an ECMAScript module as its entry.
 */
export default defineConfig(({ mode }): UserConfig => {
  switch (mode) {
    case 'screens':
      return { ...page, plugins: [react()] }
    case 'store':
      return page
    case 'main':
      return script(['electron', ...builtins])
    case 'preload':
      // A sandboxed preload can load nothing but this: what else it imports has to be inside its file.
      return script(['electron'])
    case 'workers':
      // The electron module does not exist in a worker thread.
      return script(builtins)
    default:
      throw new Error(`no part of the program is built in mode "${mode}"`)
  }
})

const builtins = [...builtinModules, /^node:/]

/** What React and others look at to leave their development halves out. */
const production = { 'process.env.NODE_ENV': JSON.stringify('production') }

/** A page that runs under a strict content security policy: no inline scripts, no data: URLs for fonts and pictures. */
const page: UserConfig = {
  base: './',
  publicDir: false,
  define: production,
  build: {
    target: 'chrome114',
    assetsInlineLimit: 0,
    // Chrome 114 preloads modules itself; the polyfill would fetch.
    modulePreload: { polyfill: false },
    emptyOutDir: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4096
  }
}

/** `ws` looks for faster helpers in packages that are not there, unless it is told not to. */
const withoutHelpers = {
  'process.env.WS_NO_BUFFER_UTIL': JSON.stringify('1'),
  'process.env.WS_NO_UTF_8_VALIDATE': JSON.stringify('1')
}

/** One self-contained CommonJS file for Node, with only `external` left to load at run time. */
function script(external: (string | RegExp)[]): UserConfig {
  return {
    publicDir: false,
    define: { ...production, ...withoutHelpers },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node18',
      // Stack traces in the log stay readable, and reading the file costs the start under a millisecond more.
      minify: false,
      emptyOutDir: false,
      reportCompressedSize: false,
      rolldownOptions: {
        external,
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false, exports: 'auto' }
      }
    }
  }
}
