/**
 * The fonts that papers are set in. They go beside the program because pdfmake embeds them: a paper must look the same
 * on every machine and carry every character of a name.
 */
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { run, which } from './exec.mjs'
import { failedLately, forgetFailure, rememberFailure } from './failures.mjs'
import { cacheDir, distDir, inRoot } from './paths.mjs'
import { say } from './say.mjs'
import { updateLists } from './systemPackages.mjs'

const target = path.join(distDir, 'fonts')

/** Both cover all 8,105 characters of 通用规范汉字表; SIL Open Font License. */
const notoFiles = [
  ['noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf', 'NotoSansSC_400Regular.ttf'],
  ['noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf', 'NotoSansSC_700Bold.ttf'],
  ['noto-sans-sc/LICENSE_FONT', 'NotoSansSC.LICENSE.txt'],
  ['noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf', 'NotoSerifSC_400Regular.ttf'],
  ['noto-serif-sc/LICENSE_FONT', 'NotoSerifSC.LICENSE.txt']
]

/** Nearly all of CJK extensions B to F, for names such as 𠮷; SIL Open Font License. In no npm package. */
const hanazono = 'HanaMinB.ttf'
const hanazonoPackage = 'fonts-hanazono'
const hanazonoInPackage = `usr/share/fonts/truetype/hanazono/${hanazono}`
const hanazonoLicence = `usr/share/doc/${hanazonoPackage}/copyright`
const downloadLimitMs = 5 * 60_000

/**
 * Copies the fonts to dist/fonts/. The font for rare characters comes from the system or from Debian's archive; where
 * neither has it, the program is built without, says so, and refuses to print a name it has no glyph for.
 *
 * @returns {Promise<{ rare: boolean }>} whether the font for rare characters is there
 */
export async function copyFonts() {
  mkdirSync(target, { recursive: true })
  for (const [from = '', to = ''] of notoFiles) {
    copyWhenNewer(inRoot('node_modules', '@expo-google-fonts', from), path.join(target, to))
  }
  const place = await findHanazono()
  if (!place) {
    rmSync(path.join(target, hanazono), { force: true })
    say(
      `没有找到字体 ${hanazono}（Debian 软件包 ${hanazonoPackage}），打印时含扩展 B–F 区汉字（如 𠮷、𤋮）的文书会被拒绝`,
      'papers with CJK extension B–F characters will be refused'
    )
    return { rare: false }
  }
  copyWhenNewer(path.join(place, hanazonoInPackage), path.join(target, hanazono))
  const licence = path.join(place, hanazonoLicence)
  if (existsSync(licence)) copyWhenNewer(licence, path.join(target, 'HanaMinB.LICENSE.txt'))
  return { rare: true }
}

/** @returns {Promise<string | undefined>} the directory below which the package's files lie */
async function findHanazono() {
  const unpacked = path.join(cacheDir, 'fonts')
  for (const place of ['/', unpacked]) if (existsSync(path.join(place, hanazonoInPackage))) return place
  if (!which('apt-get') || !which('dpkg') || failedLately(hanazonoPackage, [])) return undefined
  say(`正在从 Debian 软件源取字体 ${hanazonoPackage}（约 30 MB）`, 'fetching the font for rare characters')
  const download = path.join(cacheDir, 'fonts-download')
  rmSync(download, { recursive: true, force: true })
  mkdirSync(download, { recursive: true })
  try {
    const deb = await downloadDeb(download)
    if (deb) await run('dpkg', ['-x', deb, unpacked], { capture: true })
  } finally {
    rmSync(download, { recursive: true, force: true })
  }
  if (existsSync(path.join(unpacked, hanazonoInPackage))) {
    forgetFailure(hanazonoPackage)
    return unpacked
  }
  rememberFailure(hanazonoPackage, [])
  return undefined
}

/**
 * @param {string} directory
 * @returns {Promise<string | undefined>} path of the package
 */
async function downloadDeb(directory) {
  const attempt = () =>
    run('apt-get', ['download', hanazonoPackage], { cwd: directory, capture: true, timeoutMs: downloadLimitMs })
  let done = await attempt()
  // A fresh container has no package lists; only root may fetch them.
  if (done.code !== 0 && !done.timedOut && process.getuid?.() === 0) {
    await updateLists()
    done = await attempt()
  }
  const name = readdirSync(directory).find((entry) => entry.endsWith('.deb'))
  return done.code === 0 && name ? path.join(directory, name) : undefined
}

/**
 * @param {string} from
 * @param {string} to
 */
function copyWhenNewer(from, to) {
  const source = statSync(from)
  if (existsSync(to)) {
    const copy = statSync(to)
    if (copy.size === source.size && Math.abs(copy.mtimeMs - source.mtimeMs) < 2) return
  }
  copyFileSync(from, to)
  utimesSync(to, source.atime, source.mtime)
}
