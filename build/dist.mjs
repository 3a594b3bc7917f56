/**
 * `npm run dist`: packs the program for users into release/. Arguments go to electron-builder (`-- --dir`,
 * `-- --linux deb`, `-- --win`).
 *
 * Users get the official Electron or nothing: the stand-in is an old Chromium. `-- --preview` packs it all the same,
 * as an unpacked directory under another name, to try on this machine how the packed program behaves.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { compile } from './compile.mjs'
import { resolveElectron } from './runtime/electron.mjs'
import { run } from './runtime/exec.mjs'
import { ensureInstalled } from './runtime/install.mjs'
import { inRoot, root } from './runtime/paths.mjs'
import { runMain, Stop, say } from './runtime/say.mjs'

await runMain(async () => {
  const args = process.argv.slice(2)
  const preview = args.includes('--preview')
  const others = args.filter((arg) => arg !== '--preview')
  await ensureInstalled()
  const electron = await resolveElectron({ allowStandIn: preview })
  const { missing } = await compile()
  if (missing.length > 0) throw new Stop(`程序不完整，缺少 ${missing.join('、')}。`, 'parts of the program are missing')
  const done = await pack(electron.standIn ? previewArguments(electron) : [...others, ...ownDistribution()])
  if (done.code !== 0) throw new Stop('打包失败，原因见上。', 'packaging failed')
  if (electron.standIn) {
    writeFileSync(
      inRoot('release', 'preview', '仅供试用.txt'),
      `Electron ${electron.version}，只能在本机试用，不得分发。\n`
    )
    say('试用包在 release/preview/，使用替代 Electron，不得分发', 'preview only: never give this to users')
  } else {
    say(`完成：release/（Electron ${electron.version}）`, 'packed')
  }
})

/** @param {string[]} args */
function pack(args) {
  const builder = inRoot('node_modules', 'electron-builder', 'cli.js')
  return run(process.execPath, [builder, '--publish', 'never', ...args], { cwd: root })
}

/** Off the network electron-builder takes the same unpacked Electron that the scripts were pointed to. */
function ownDistribution() {
  const directory = process.env.ELECTRON_OVERRIDE_DIST_PATH
  return directory ? [`-c.electronDist=${path.resolve(directory)}`] : []
}

/**
 * @param {import('./runtime/electron.mjs').Electron} electron
 * @returns {string[]}
 */
function previewArguments(electron) {
  return [
    '--linux',
    'dir',
    '--x64',
    `-c.electronDist=${path.dirname(electron.path)}`,
    `-c.electronVersion=${electron.version}`,
    '-c.directories.output=release/preview'
  ]
}
