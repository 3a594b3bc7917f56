import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { accepted, programArguments, programEnvironment, type RunningApp } from '../support/app.ts'
import { type Listener, listen } from '../support/e2eListener.ts'
import { LogReader } from '../support/e2eLog.ts'
import { test as base, expect } from '../support/e2eTest.ts'

const test = base.extend<{ readonly outside: Listener }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from a pattern
  outside: async ({}, use) => {
    const listener = await listen()
    await use(listener)
    await listener.close()
  }
})

const SCREENS = ['counter', 'hall'] as const

const logOf = ({ dataFolder }: RunningApp): string => readFileSync(path.join(dataFolder, 'logs', 'app.log'), 'utf8')

/** How often the program's own log says so. */
const timesLogged = (running: RunningApp, what: string): number => logOf(running).split(what).length - 1

/** Resolves when the program's own log has said so more often than `before`. */
const isLogged = (running: RunningApp, what: string, before: number, times = 1): Promise<void> =>
  expect.poll(() => timesLogged(running, what) - before, { message: what }).toBeGreaterThanOrEqual(times)

const pages = ({ app }: RunningApp): string[] =>
  app
    .windows()
    .map((page) => page.url())
    .sort()

for (const screen of SCREENS) {
  test.describe(`the ${screen} screen`, () => {
    // A planned window is told by its address which one it is.
    const URL_OF_SCREEN = `linchuang://${screen}/${screen === 'hall' ? '?screen=hall-1' : ''}`
    const pageOf = (desk: RunningApp): Promise<Page> => desk[screen]()

    test('goes nowhere: links, windows, locations, forms', async ({ sharedDesk: desk, outside }) => {
      const page = await pageOf(desk)
      const before = pages(desk)
      const [windows, navigations] = ['window refused', 'navigation refused'].map((what) => timesLogged(desk, what))
      const targets = [outside.origin, 'file:///etc/passwd', 'linchuang://store/', 'data:text/html,x', 'mailto:a@b.cn']
      const away = [...targets, screen === 'hall' ? 'linchuang://counter/' : 'linchuang://hall/']
      for (const target of away) {
        await page.evaluate((href) => {
          const link = Object.assign(document.createElement('a'), { href, textContent: 'x' })
          const blank = Object.assign(document.createElement('a'), { href, target: '_blank', textContent: 'x' })
          document.body.append(link, blank)
          link.click()
          blank.click()
          link.remove()
          blank.remove()
        }, target)
        expect(await page.evaluate((href) => window.open(href), target)).toBeNull()
        await page.evaluate((href) => {
          try {
            location.assign(href)
          } catch {
            // Some are refused by the page's own engine already.
          }
        }, target)
      }
      const blocked = await page.evaluate(async (action) => {
        const form = Object.assign(document.createElement('form'), { action, method: 'post' })
        document.body.append(form)
        const violated = new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
            once: true
          })
        })
        form.submit()
        return violated
      }, outside.origin)
      expect(blocked).toBe('form-action')
      await isLogged(desk, 'window refused', windows ?? 0, away.length)
      await isLogged(desk, 'navigation refused', navigations ?? 0, away.length)
      expect(page.url()).toBe(URL_OF_SCREEN)
      expect(pages(desk)).toEqual(before)
      expect(outside.knocks).toEqual([])
    })

    test('reaches no network and no file', async ({ sharedDesk: desk, outside }) => {
      const page = await pageOf(desk)
      const at = { origin: outside.origin, host: outside.host }
      const outcomes = await page.evaluate(async ({ origin, host }) => {
        const refusedOr = (work: Promise<unknown>): Promise<unknown> =>
          work.then(
            () => 'reached',
            () => 'refused'
          )
        const event = (target: EventTarget): Promise<unknown> =>
          refusedOr(
            new Promise((resolve, reject) => {
              for (const good of ['load', 'open', 'message']) target.addEventListener(good, resolve)
              target.addEventListener('error', reject)
            })
          )
        const xhr = (url: string): Promise<unknown> => {
          const request = new XMLHttpRequest()
          const answer = event(request)
          request.open('GET', url)
          request.send()
          return answer
        }
        const element = (tag: 'img' | 'script' | 'link' | 'audio', url: string): Promise<unknown> => {
          const made = document.createElement(tag)
          const answer = event(made)
          if (made instanceof HTMLLinkElement) Object.assign(made, { rel: 'stylesheet', href: url })
          else Object.assign(made, { src: url })
          document.body.append(made)
          return answer
        }
        const fetched = [origin, 'https://example.com/', 'file:///etc/passwd', 'linchuang-store://page/index.html']
        return {
          fetch: await Promise.all(fetched.map((url) => refusedOr(fetch(url, { mode: 'no-cors' })))),
          xhr: await Promise.all([origin, 'file:///etc/passwd'].map(xhr)),
          socket: await event(new WebSocket(`ws://${host}/`)),
          events: await event(new EventSource(`${origin}/events`)),
          beacon: navigator.sendBeacon(`${origin}/beacon`, 'x') ? 'queued' : 'refused',
          script: await element('script', `${origin}/script.js`),
          style: await element('link', `${origin}/style.css`),
          image: await element('img', `${origin}/image.png`),
          worker: await (async () => {
            try {
              return await event(new Worker(`${origin}/worker.js`))
            } catch {
              return 'refused'
            }
          })()
        }
      }, at)
      const { beacon: _queued, ...others } = outcomes
      expect(new Set(Object.values(others).flat())).toEqual(new Set(['refused']))
      expect(outside.knocks).toEqual([])
    })

    test('runs no code but its own files', async ({ sharedDesk: desk }) => {
      const page = await pageOf(desk)
      await page.evaluate(() => {
        const seen: string[] = []
        document.addEventListener('securitypolicyviolation', (event) => seen.push(event.effectiveDirective))
        Object.assign(window, { seenViolations: seen })
      })
      /** Does something, and waits until the page has refused it. */
      const isRefused = async (directive: string, work: (mark: string) => void): Promise<void> => {
        const times = (): Promise<number> =>
          page.evaluate(
            (name) =>
              (window as unknown as { seenViolations: string[] }).seenViolations.filter((one) => one === name).length,
            directive
          )
        const before = await times()
        await page.evaluate(work, 'window.inlineRan = true')
        await expect.poll(times, { message: String(work) }).toBeGreaterThan(before)
      }
      await isRefused('script-src-elem', (mark) => {
        const script = document.createElement('script')
        script.textContent = mark
        document.body.append(script)
      })
      await isRefused('script-src-attr', (mark) => {
        document.body.insertAdjacentHTML('beforeend', `<img src="none.png" onerror="${mark}">`)
      })
      await isRefused('script-src-elem', (mark) => {
        Object.assign(document.createElement('a'), { href: `javascript:${mark}` }).click()
      })
      // As text: the compiler of the tests would make a call of its own out of an import.
      const data = JSON.stringify('data:text/javascript,window.inlineRan=true')
      expect(await page.evaluate(`import(${data}).then(() => 'ran', () => 'refused')`)).toBe('refused')
      // While the test itself evaluates something, all of it is let through; what runs later is the page's own.
      await isRefused('script-src', (mark) => void setTimeout(mark as never))
      const later = await page.evaluate(async () => {
        await new Promise((resolve) => setTimeout(resolve))
        const outcome = (work: () => unknown): string => {
          try {
            return `ran: ${work()}`
          } catch (error) {
            return error instanceof EvalError ? 'refused' : String(error)
          }
        }
        // biome-ignore lint/security/noGlobalEval: that it is refused is the test
        return [outcome(() => globalThis.eval('1')), outcome(() => new Function('return 1')())]
      })
      expect(later).toEqual(['refused', 'refused'])
      expect(await page.evaluate(() => 'inlineRan' in window)).toBe(false)
    })

    test('has nothing of Node and Electron in reach', async ({ sharedDesk: desk }) => {
      const page = await pageOf(desk)
      const found = await page.evaluate(() =>
        ['process', 'require', 'module', 'exports', 'global', 'Buffer', 'electron', '__dirname', 'ipcRenderer'].filter(
          (name) => name in window
        )
      )
      expect(found).toEqual([])
      const api = await page.evaluate(() => Object.keys(window.linchuang).sort())
      expect(api).toEqual(['command', 'doors', 'listen', 'query'])
    })

    test('gets no permission and saves no file', async ({ sharedDesk: desk }) => {
      const page = await pageOf(desk)
      const permissions = await page.evaluate(async () => {
        const refusedOr = (work: Promise<unknown>): Promise<unknown> =>
          work.then(
            () => 'granted',
            (error: unknown) => (error instanceof DOMException ? error.name : String(error))
          )
        const position = (): Promise<unknown> =>
          new Promise((resolve) => {
            navigator.geolocation.getCurrentPosition(
              () => resolve('granted'),
              ({ code }) => resolve(code === 1 ? 'NotAllowedError' : `code ${code}`)
            )
          })
        const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi']
        const states = names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state)
        )
        return {
          notification: await Notification.requestPermission(),
          position: await position(),
          camera: await refusedOr(navigator.mediaDevices.getUserMedia({ video: true })),
          microphone: await refusedOr(navigator.mediaDevices.getUserMedia({ audio: true })),
          clipboard: await refusedOr(navigator.clipboard.readText()),
          screen: await refusedOr(navigator.mediaDevices.getDisplayMedia()),
          states: [...new Set(await Promise.all(states))]
        }
      })
      const no = 'NotAllowedError'
      expect(permissions).toMatchObject({ notification: 'denied', position: no, clipboard: no, states: ['denied'] })
      for (const device of [permissions.camera, permissions.microphone])
        expect(device).toMatch(/^Not(Allowed|Found)Error$/)
      expect(permissions.screen).not.toBe('granted')

      // Asked after the program's own listener: what the session would do with the file.
      await desk.app.evaluate(({ session }) => {
        const marks = globalThis as { downloadPrevented?: boolean }
        session.defaultSession.once('will-download', (event) => {
          marks.downloadPrevented = event.defaultPrevented
          event.preventDefault()
        })
      })
      await page.evaluate(() => {
        const href = URL.createObjectURL(new Blob(['x']))
        const link = Object.assign(document.createElement('a'), { href, download: 'taken.txt' })
        document.body.append(link)
        link.click()
      })
      const prevented = (): Promise<unknown> =>
        desk.app.evaluate(() => (globalThis as { downloadPrevented?: boolean }).downloadPrevented)
      await expect.poll(prevented).toBe(true)
      await desk.app.evaluate(() => {
        delete (globalThis as { downloadPrevented?: boolean }).downloadPrevented
      })
    })

    test('serves no file outside of its own folder', async ({ sharedDesk: desk }) => {
      const page = await pageOf(desk)
      const paths = [
        '..%2f..%2fmain%2fmain.cjs',
        '..%2fcounter%2findex.html',
        '..%2fhall%2findex.html',
        '%2e%2e%2f%2e%2e%2fmain%2fmain.cjs',
        '..%5c..%5cmain%5cmain.cjs',
        '%252e%252e%252fmain',
        '/etc/passwd',
        '%2fetc%2fpasswd',
        '//etc/passwd',
        'index.html%00.js',
        '%zz',
        'none.html',
        'assets/'
      ]
      const statuses = await page.evaluate(
        (all) =>
          Promise.all(
            all.map((one) =>
              fetch(one).then(
                ({ status }) => status,
                () => 'refused'
              )
            )
          ),
        paths
      )
      const served = paths.filter((_one, i) => statuses[i] !== 404 && statuses[i] !== 'refused')
      expect(served).toEqual([])
      const own = await page.evaluate(() =>
        fetch('index.html').then(({ status, headers }) => [status, headers.get('content-security-policy')])
      )
      expect(own).toEqual([200, expect.stringContaining("default-src 'none'")])
      const posted = await page.evaluate(() => fetch('index.html', { method: 'POST' }).then(({ status }) => status))
      expect(posted).toBe(404)
    })
  })
}

test('every window is sandboxed and isolated', async ({ sharedDesk: desk }) => {
  await desk.hall()
  const windows = await desk.app.evaluate(({ webContents }) =>
    webContents.getAllWebContents().map((contents) => ({
      origin: new URL(contents.getURL()).host,
      // Not in the typings, yet in every version: what the window was really made with.
      preferences: (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()
    }))
  )
  expect(windows.map(({ origin }) => origin).sort()).toEqual(['counter', 'hall', 'page'])
  for (const { preferences } of windows) {
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false
    })
    // Electron leaves this one out when it is off.
    expect(preferences.nodeIntegrationInWorker ?? false).toBe(false)
  }
})

test('webviews do not exist, and one that something attaches is refused', async ({ sharedDesk: desk, outside }) => {
  const page = await desk.counter()
  const kinds = await page.evaluate((src) => {
    const view = Object.assign(document.createElement('webview'), { src })
    document.body.append(view)
    return [view.constructor.name, 'getWebContentsId' in view]
  }, outside.origin)
  expect(kinds).toEqual(['HTMLElement', false])
  // A window that somebody made with them, by mistake.
  const before = timesLogged(desk, 'webview refused')
  await desk.app.evaluate(async ({ BrowserWindow, session }, src) => {
    const window = new BrowserWindow({
      show: false,
      webPreferences: { webviewTag: true, session: session.fromPartition('elsewhere') }
    })
    await window.loadURL('about:blank')
    const attach = `const v = document.createElement('webview'); v.src = ${JSON.stringify(src)}; document.body.append(v)`
    await window.webContents.executeJavaScript(attach)
  }, outside.origin)
  await isLogged(desk, 'webview refused', before)
  expect(outside.knocks).toEqual([])
  await desk.app.evaluate(({ BrowserWindow }) => {
    const own = (url: string): boolean => url.startsWith('linchuang')
    for (const window of BrowserWindow.getAllWindows()) if (!own(window.webContents.getURL())) window.destroy()
  })
})

test('no page is redirected, whatever a server says', async ({ sharedDesk: desk, outside }) => {
  const before = timesLogged(desk, 'redirect refused')
  await desk.app.evaluate(async ({ BrowserWindow, session }, url) => {
    // A session that may reach the network, so that only the rule for pages stands in the way.
    const window = new BrowserWindow({ show: false, webPreferences: { session: session.fromPartition('elsewhere') } })
    await window.loadURL(url).catch(() => undefined)
    window.destroy()
  }, `${outside.origin}/away`)
  await isLogged(desk, 'redirect refused', before)
  expect(outside.knocks).toEqual(['/away'])
})

test('main itself cannot reach the network through the sessions of the program', async ({
  sharedDesk: desk,
  outside
}) => {
  const outcomes = await desk.app.evaluate(async ({ session }, url) => {
    const sessions = [session.defaultSession, session.fromPartition('persist:store')]
    const answers = sessions.map((one) =>
      one.fetch(url).then(
        () => 'reached',
        () => 'refused'
      )
    )
    return Promise.all(answers)
  }, outside.origin)
  expect(outcomes).toEqual(['refused', 'refused'])
  expect(outside.knocks).toEqual([])
})

test('a second start on the same data ends by itself, and the first one stays', async ({ desk }) => {
  const { api, app, dataFolder } = desk
  accepted(await api.command('queue.issueTicket', { group: 'A', priority: null }))
  const executable = await app.evaluate(() => process.execPath)
  const unsandboxed = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const second = spawn(executable, [...unsandboxed, ...programArguments({ dataFolder })], {
    env: programEnvironment(),
    stdio: 'ignore'
  })
  const [code] = (await once(second, 'exit')) as [number | null]
  expect(code).toBe(0)
  expect(accepted(await api.command('queue.issueTicket', { group: 'A', priority: null })).no).toBe('A002')
  await desk.close()
  const records = new LogReader(dataFolder).read()
  expect(records.flatMap(({ events }) => events.filter(({ type }) => type === 'TicketIssued'))).toHaveLength(2)
  expect(existsSync(path.join(dataFolder, 'log', 'log.json'))).toBe(true)
})
