import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Session } from 'electron'
import { SCREEN_SCHEME } from '../../boot/schemes.ts'

const HOST = 'press'

export const PRESS_URL = `${SCREEN_SCHEME}://${HOST}/index.html`

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8'
}

/** Its own scripts, the pictures it makes itself, and fonts of the documents that it is handed; nothing from elsewhere. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "worker-src 'self'",
  'img-src blob:',
  'font-src data: blob:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'"
].join('; ')

/** The file inside the page's folder that a URL stands for; `null` for everything else, however it is spelled. */
export function pressFileOfUrl(folder: string, url: string): string | null {
  try {
    const { protocol, hostname, pathname } = new URL(url)
    if (protocol !== `${SCREEN_SCHEME}:` || hostname !== HOST) return null
    const inside = decodeURIComponent(pathname)
    const file = path.resolve(folder, `.${inside}`)
    return !inside.includes('\0') && path.extname(file) in TYPES && file.startsWith(folder + path.sep) ? file : null
  } catch {
    return null
  }
}

/** Serves the built page on its own session; GET only. */
export function servePressPage(session: Session, pageFolder: string): void {
  const folder = path.resolve(pageFolder)
  session.protocol.handle(SCREEN_SCHEME, async (request) => {
    const file = request.method === 'GET' ? pressFileOfUrl(folder, request.url) : null
    try {
      if (file === null) return new Response(null, { status: 404 })
      const body = await readFile(file)
      return new Response(new Uint8Array(body), {
        headers: {
          'content-type': TYPES[path.extname(file)] ?? '',
          'content-security-policy': CONTENT_SECURITY_POLICY,
          'x-content-type-options': 'nosniff',
          'cache-control': 'no-store'
        }
      })
    } catch {
      return new Response(null, { status: 404 })
    }
  })
}
