import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Session } from 'electron'
import { STORE_HOST, STORE_SCHEME } from './scheme.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8'
}

/** Its own script and nothing else: no styles, no pictures, no connections, no frames. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'"
].join('; ')

/** The file inside the page's folder that a URL stands for; `null` for everything else, however it is spelled. */
export function storeFileOfUrl(folder: string, url: string): string | null {
  try {
    const { protocol, hostname, pathname } = new URL(url)
    if (protocol !== `${STORE_SCHEME}:` || hostname !== STORE_HOST) return null
    const inside = decodeURIComponent(pathname)
    const file = path.resolve(folder, `.${inside}`)
    return !inside.includes('\0') && path.extname(file) in TYPES && file.startsWith(folder + path.sep) ? file : null
  } catch {
    return null
  }
}

/** Serves the built page on its own session; GET only. */
export function serveStorePage(session: Session, pageFolder: string): void {
  const folder = path.resolve(pageFolder)
  session.protocol.handle(STORE_SCHEME, async (request) => {
    const file = request.method === 'GET' ? storeFileOfUrl(folder, request.url) : null
    if (file === null) return new Response(null, { status: 404 })
    try {
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
