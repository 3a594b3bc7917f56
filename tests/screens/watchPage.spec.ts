import { EventEmitter } from 'node:events'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { restartWhenGone, restartWhenHung } from '../../electron/screens/watchPage.ts'

/** A window whose page answers as the test says. */
class Page extends EventEmitter {
  answer: () => Promise<unknown> = () => Promise.resolve(true)
  devTools = false
  crashes = 0
  reloads = 0
  readonly webContents = Object.assign(new EventEmitter(), {
    isDevToolsOpened: () => this.devTools,
    executeJavaScript: () => this.answer(),
    forcefullyCrashRenderer: () => {
      this.crashes += 1
    },
    reload: () => {
      this.reloads += 1
    }
  })
  isDestroyed = (): boolean => false
}

const log = { error: vi.fn(), warn: vi.fn(), info: vi.fn() } as unknown as Parameters<typeof restartWhenHung>[2]
const never = (): Promise<unknown> => new Promise(() => undefined)

let page: Page
beforeEach(() => {
  vi.useFakeTimers()
  page = new Page()
})
afterEach(() => {
  vi.useRealTimers()
})

const watched = (): Page => {
  restartWhenHung(page as never, 'hall', log)
  return page
}

describe('a page that is watched', () => {
  it('is left alone while it answers and shows something', async () => {
    watched()
    await vi.advanceTimersByTimeAsync(600_000)
    expect(page.crashes).toBe(0)
  })

  it.each([
    ['does not answer', never],
    ['shows nothing', () => Promise.resolve(false)],
    ['cannot answer', () => Promise.reject(new Error('gone'))]
  ])('is ended when it %s for fifteen seconds, not before', async (_what, answer) => {
    watched()
    await vi.advanceTimersByTimeAsync(60_000)
    page.answer = answer
    await vi.advanceTimersByTimeAsync(12_000)
    expect(page.crashes).toBe(0)
    await vi.advanceTimersByTimeAsync(9000)
    expect(page.crashes).toBe(1)
  })

  it('is left alone while somebody looks at it with developer tools', async () => {
    watched()
    page.answer = never
    page.devTools = true
    await vi.advanceTimersByTimeAsync(600_000)
    expect(page.crashes).toBe(0)
  })

  it('is no longer watched when its window is closed', async () => {
    watched()
    page.answer = never
    page.emit('closed')
    await vi.advanceTimersByTimeAsync(600_000)
    expect(page.crashes).toBe(0)
  })
})

describe('a page whose process is gone', () => {
  const die = (reason: string): void => void page.webContents.emit('render-process-gone', {}, { reason })

  it('is loaded again at once, and once a minute where it keeps dying', async () => {
    restartWhenGone(page as never, 'hall', log)
    for (let i = 0; i < 5; i += 1) die('crashed')
    expect(page.reloads).toBe(5)
    die('crashed')
    expect(page.reloads).toBe(5)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(page.reloads).toBe(6)
  })

  it('is not loaded again when it ended by itself', () => {
    restartWhenGone(page as never, 'hall', log)
    die('clean-exit')
    expect(page.reloads).toBe(0)
  })
})
