import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { contentSecurityPolicy, fileOfUrl, fontOfUrl, serveScreens } from '../../electron/boot/screenProtocol.ts'

// For a busy machine; nothing is measured.
vi.setConfig({ testTimeout: 60_000 })

vi.mock('electron', () => ({ protocol: {} }))

const ROLES = ['counter', 'hall'] as const
const ROOT = path.resolve('/opt/linchuang/renderer')
const FONTS = path.resolve('/opt/linchuang/fonts')
const fileOf = (url: string): string | null => fileOfUrl(ROOT, ROLES, url)?.file ?? null

describe('the file a screen’s address stands for', () => {
  it.each([
    ['linchuang://counter/', 'counter/index.html'],
    ['linchuang://hall/', 'hall/index.html'],
    ['linchuang://counter/index.html', 'counter/index.html'],
    ['linchuang://counter/assets/main-1a2b.js?v=1#top', 'counter/assets/main-1a2b.js'],
    ['linchuang://hall/assets/%E5%AD%97.woff2', 'hall/assets/字.woff2']
  ])('%s is %s', (url, file) => {
    expect(fileOf(url)).toBe(path.join(ROOT, file))
  })

  it('belongs to the role of the address', () => {
    expect(fileOfUrl(ROOT, ROLES, 'linchuang://hall/')?.role).toBe('hall')
    expect(fileOfUrl(ROOT, ['counter'], 'linchuang://hall/')).toBeNull()
  })

  it.each([
    'linchuang://store/',
    'linchuang://../counter/',
    'linchuang://counter@hall.test/',
    'file:///opt/linchuang/renderer/counter/index.html',
    'https://counter/',
    'linchuang:counter/index.html',
    'counter/index.html',
    '',
    'linchuang://counter/%00',
    'linchuang://counter/a%00.js',
    'linchuang://counter/%E0%A4%A',
    'linchuang://counter/%C0%AE%C0%AE/'
  ])('%s is none', (url) => {
    expect(fileOf(url)).toBeNull()
  })

  it('never lies outside the role’s own folder, in whatever spelling it is asked for', () => {
    const dots = [
      '..',
      '.',
      '%2e%2e',
      '%2E.',
      '.%2e',
      '%252e%252e',
      '..%00',
      '...',
      '..;',
      '\u2024\u2024',
      '．．',
      '%u002e'
    ]
    const seps = ['/', '//', '\\', '%2f', '%2F', '%5c', '%5C', '%252f', '/./', '%c0%af', '∕']
    const names = ['hall', 'counter', 'index.html', 'etc', 'passwd', 'C:', 'c:', '~', 'CON', 'a b', '%20', '']
    const piece = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...dots) },
      { weight: 4, arbitrary: fc.constantFrom(...seps) },
      { weight: 2, arbitrary: fc.constantFrom(...names) },
      { weight: 1, arbitrary: fc.string({ maxLength: 3 }) }
    )
    const url = fc
      .tuple(
        fc.constantFrom('linchuang://counter', 'linchuang://hall', 'linchuang://counter/..'),
        fc.array(piece, { maxLength: 14 })
      )
      .map(([origin, pieces]) => `${origin}/${pieces.join('')}`)
    const own = (folder: string, file: string): boolean => {
      const inside = path.relative(folder, file)
      return inside !== '' && inside !== '..' && !inside.startsWith(`..${path.sep}`) && !path.isAbsolute(inside)
    }
    let files = 0
    fc.assert(
      fc.property(url, (asked) => {
        const font = fontOfUrl(FONTS, ROLES, asked)
        if (font) expect(own(FONTS, font.file), `${asked} → ${font.file}`).toBe(true)
        const found = fileOfUrl(ROOT, ROLES, asked)
        if (!found) return
        files += 1
        expect(own(path.join(ROOT, found.role), found.file), `${asked} → ${found.file}`).toBe(true)
      }),
      { numRuns: 3000 }
    )
    // Not because everything is turned away.
    expect(files).toBeGreaterThan(500)
  })
})

describe('the font a screen asks for', () => {
  it('is one of the papers’ fonts, by its plain name', () => {
    const font = fontOfUrl(FONTS, ROLES, 'linchuang://counter/fonts/SerifSC.ttf')
    expect(font).toEqual({ file: path.join(FONTS, 'SerifSC.ttf'), role: 'counter' })
  })

  it.each([
    'linchuang://store/fonts/SerifSC.ttf',
    'linchuang://counter/fonts/../secret.ttf',
    'linchuang://counter/fonts/%2e%2e%2fsecret.ttf',
    'linchuang://counter/fonts/a/b.ttf',
    'linchuang://counter/fonts/a.ttf/',
    'linchuang://counter/fonts/.ttf',
    'linchuang://counter/fonts/a.txt',
    'linchuang://counter/x/fonts/a.ttf'
  ])('is not %s', (url) => {
    expect(fontOfUrl(FONTS, ROLES, url)).toBeNull()
  })
})

describe('the content security policy', () => {
  it.each(ROLES)('of the %s screen allows nothing unsafe, no network and no frames', (role) => {
    const policy = contentSecurityPolicy(role)
    expect(policy).not.toMatch(/unsafe-|\*|https?:|wss?:|'strict-dynamic'|'report-only'/)
    const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]))
    expect(rules.get('default-src')).toEqual(["'none'"])
    for (const name of ['script-src', 'style-src', 'connect-src', 'font-src'])
      expect(rules.get(name), name).toEqual(["'self'"])
    for (const name of ['base-uri', 'form-action', 'frame-ancestors']) expect(rules.get(name), name).toEqual(["'none'"])
    // What is not named falls back to `default-src`; these must not be opened by name.
    for (const name of ['frame-src', 'child-src', 'object-src', 'manifest-src']) expect(rules.get(name)).toBeUndefined()
  })

  it('lets only the counter show what it made itself: previews of papers', () => {
    expect(contentSecurityPolicy('counter')).toMatch(/img-src 'self' blob: data:; worker-src 'self' blob:/)
    expect(contentSecurityPolicy('hall')).not.toMatch(/blob:|data:/)
  })
})

describe('serving the screens', () => {
  const dist = mkdtempSync(path.join(tmpdir(), 'linchuang-screens-'))
  const root = path.join(dist, 'renderer')
  const data = path.join(dist, 'data')
  type Answer = (request: { method: string; url: string }) => Promise<Response>
  let answer: Answer

  beforeAll(() => {
    mkdirSync(path.join(root, 'counter', 'assets'), { recursive: true })
    writeFileSync(path.join(root, 'counter', 'index.html'), '<!doctype html><title>x</title>')
    writeFileSync(path.join(root, 'counter', 'assets', 'main.js'), 'export {}')
    writeFileSync(path.join(root, 'secret.txt'), 'secret')
    mkdirSync(path.join(dist, 'fonts'))
    writeFileSync(path.join(dist, 'fonts', 'SerifSC.ttf'), 'font')
    mkdirSync(path.join(data, 'voice', 'digit-1.wav'), { recursive: true })
    for (const name of ['digit-0.mp3', 'digit-0.wav', 'yao.ogg', 'please.txt', 'secret.wav'])
      writeFileSync(path.join(data, 'voice', name), name)
    writeFileSync(path.join(data, 'voice', 'ten.wav'), Buffer.alloc(2 * 1024 * 1024 + 1))
    writeFileSync(path.join(data, 'people.wav'), 'secret')
    const session = { protocol: { handle: (_scheme: string, handler: Answer) => (answer = handler) } }
    serveScreens(session as unknown as Parameters<typeof serveScreens>[0], dist, data)
  })
  afterAll(() => rmSync(dist, { recursive: true }))

  const get = (url: string, method = 'GET') => answer({ method, url })

  it('gives the page with its type, its policy and no leave to guess', async () => {
    const page = await get('linchuang://counter/')
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('content-security-policy')).toBe(contentSecurityPolicy('counter'))
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await page.text()).toContain('<title>x</title>')
    expect((await get('linchuang://counter/assets/main.js')).headers.get('content-type')).toMatch(/^text\/javascript/)
  })

  it('gives the fonts, under the policy of the screen that asks', async () => {
    const font = await get('linchuang://hall/fonts/SerifSC.ttf')
    expect([font.status, await font.text()]).toEqual([200, 'font'])
    expect(font.headers.get('content-security-policy')).toBe(contentSecurityPolicy('hall'))
  })

  it('has no other file, no folder, and no other method', async () => {
    for (const url of [
      'linchuang://counter/none.js',
      'linchuang://counter/assets',
      'linchuang://hall/',
      'linchuang://counter/../secret.txt'
    ]) {
      expect((await get(url)).status, url).toBe(404)
    }
    for (const method of ['POST', 'PUT', 'HEAD', 'DELETE'])
      expect((await get('linchuang://counter/', method)).status).toBe(404)
  })

  it('gives the hall screen the recordings that the hall has put there, by the names of the clips', async () => {
    const list = await get('linchuang://hall/voice/index.json')
    expect(list.headers.get('content-type')).toBe('application/json')
    expect(await list.json()).toMatchObject({ 'digit-0': 'digit-0.wav', yao: 'yao.ogg' })
    const own = await get('linchuang://hall/voice/digit-0.mp3')
    expect([own.status, own.headers.get('content-type'), await own.text()]).toEqual([200, 'audio/mpeg', 'digit-0.mp3'])
  })

  it.each([
    'linchuang://hall/voice/secret.wav',
    'linchuang://hall/voice/please.txt',
    'linchuang://hall/voice/please.wav',
    'linchuang://hall/voice/digit-1.wav',
    'linchuang://hall/voice/ten.wav',
    'linchuang://hall/voice/../people.wav',
    'linchuang://hall/voice/..%2fpeople.wav',
    'linchuang://hall/voice/digit-0.wav/',
    'linchuang://hall/voice/DIGIT-0.WAV',
    'linchuang://hall/voice/',
    'linchuang://counter/voice/digit-0.wav',
    'linchuang://counter/voice/index.json'
  ])('has no %s: no other name, no folder, nothing too large, no other screen', async (url) => {
    expect((await get(url)).status).toBe(404)
  })

  it('has no recordings where the hall has made none', async () => {
    const elsewhere = path.join(dist, 'none')
    let other: Answer = answer
    const session = { protocol: { handle: (_scheme: string, handler: Answer) => (other = handler) } }
    serveScreens(session as unknown as Parameters<typeof serveScreens>[0], dist, elsewhere)
    const list = await other({ method: 'GET', url: 'linchuang://hall/voice/index.json' })
    expect(await list.json()).toEqual({})
  })
})
