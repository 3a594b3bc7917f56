import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Session } from 'electron'
import type { ScreenRole } from '../../shared/contract/entry.ts'
import { SCREEN_SCHEME } from './schemes.ts'
import { recordingOfUrl } from './voiceFiles.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.wav': 'audio/wav',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.json': 'application/json'
}

/**
 * Nothing but our own files: no inline script, no eval, no network, no frames. `blob:` images and workers are for the
 * preview of papers on the counter screen. Styles set by React go through the CSSOM and need no exception.
 */
export function contentSecurityPolicy(role: ScreenRole): string {
  const preview = role === 'counter' ? ' blob: data:' : ''
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    `img-src 'self'${preview}`,
    `worker-src 'self'${role === 'counter' ? ' blob:' : ''}`,
    "connect-src 'self'",
    "media-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'"
  ].join('; ')
}

/**
 * The file a screen's URL stands for, or `null`. A role sees its own folder only; the path is
 * resolved first and compared afterwards, so `..` in any spelling leads nowhere.
 */
export function fileOfUrl(
  root: string,
  roles: readonly ScreenRole[],
  url: string
): { file: string; role: ScreenRole } | null {
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    return null
  }
  const role = roles.find((r) => r === parsed.hostname)
  if (!role || parsed.protocol !== `${SCREEN_SCHEME}:`) return null
  let pathname: string
  try {
    pathname = decodeURIComponent(parsed.pathname)
  } catch {
    return null
  }
  if (pathname.includes('\0')) return null
  const folder = path.join(root, role)
  const file = path.resolve(folder, `.${path.posix.join('/', pathname === '/' ? 'index.html' : pathname)}`)
  return file.startsWith(folder + path.sep) ? { file, role } : null
}

const FONT_PATH = /^\/fonts\/(\w+\.ttf)$/

/** The paper fonts, which screens need too for rare characters of names; by plain name only. */
export function fontOfUrl(
  fonts: string,
  roles: readonly ScreenRole[],
  url: string
): { file: string; role: ScreenRole } | null {
  const match = /^[a-z]+:\/\/([a-z]+)(\/[^?#]*)/.exec(url)
  const [, hostname, pathname = ''] = match ?? []
  const role = roles.find((r) => r === hostname)
  const name = FONT_PATH.exec(pathname)?.[1]
  return role && name ? { file: path.join(fonts, name), role } : null
}

/** Roles that have a page of their own. */
export const SCREEN_ROLES: readonly ScreenRole[] = ['counter', 'hall', 'kiosk', 'rating']

interface Served {
  readonly role: ScreenRole
  readonly ending: string
  readonly body: Uint8Array<ArrayBuffer>
}

/**
 * Serves the built screens, the fonts, and to the hall screen the recordings that the hall has put into its data folder.
 * GET only.
 */
export function serveScreens(session: Session, distFolder: string, dataFolder: string): void {
  const fonts = path.join(distFolder, 'fonts')
  const root = path.join(distFolder, 'renderer')
  const voice = path.join(dataFolder, 'voice')
  const answer = async (url: string): Promise<Served | null> => {
    const recording = await recordingOfUrl(voice, url)
    if (recording) return { role: 'hall', ...recording }
    const found = fontOfUrl(fonts, SCREEN_ROLES, url) ?? fileOfUrl(root, SCREEN_ROLES, url)
    if (!found) return null
    const body = await readFile(found.file)
    return { role: found.role, ending: path.extname(found.file), body: new Uint8Array(body) }
  }
  session.protocol.handle(SCREEN_SCHEME, async (request) => {
    const served = request.method === 'GET' ? await answer(request.url).catch(() => null) : null
    if (!served) return new Response(null, { status: 404 })
    return new Response(served.body, {
      headers: {
        'content-type': TYPES[served.ending] ?? 'application/octet-stream',
        'content-security-policy': contentSecurityPolicy(served.role),
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store'
      }
    })
  })
}
