import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test'
import type { CommandName, InputOf, QueryName, TopicName, ValueOf } from '../../shared/contract/contract.ts'
import type { ScreenApi } from '../../shared/contract/screenApi.ts'
import { DEMO_PASSWORD } from '../../shared/domain/hall/demo.ts'
import type { Reply } from '../../shared/kernel/result.ts'
import type { AppView, PaperShown } from '../../shared/projections/views.ts'
import { endProcesses } from './e2eProcesses.ts'

/** The whole program in the real Electron, driven through the API that its own screens use. */

declare global {
  interface Window {
    readonly linchuang: ScreenApi
    /** Newest value of each topic that a test looks at. */
    seenTopics?: Record<string, unknown>
  }
}

const ROOT = path.resolve(__dirname, '..', '..')

/** Chromium's sandbox refuses root; everywhere else the tests run with it, as users do. */
const isRoot = process.getuid?.() === 0

/** Of the administrator whom `found` registers. */
export const ADMINISTRATOR = { login: 'admin', name: '管理员甲', password: 'Abcdef12' } as const

export interface LaunchOptions {
  /** Everything the program keeps lies below it. */
  readonly dataFolder: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

/** The doors of one screen, as its page has them on `window.linchuang`. */
export interface Doors {
  /** `commandId` is fresh unless given. */
  command<K extends CommandName>(name: K, input: InputOf<K>, commandId?: string): Promise<Reply<ValueOf<K>>>
  query<K extends QueryName>(name: K, input: InputOf<K>): Promise<Reply<ValueOf<K>>>
  /** Many questions, fifty at the same moment. */
  queryAll<K extends QueryName>(name: K, inputs: readonly InputOf<K>[]): Promise<Reply<ValueOf<K>>[]>
  /** What holds now; waits until there is something. */
  listenOnce<K extends TopicName>(topic: K): Promise<ValueOf<K>>
  /** Waits until the newest value of a topic fits, and gives it. `what` names it in the failure. */
  until<K extends TopicName>(topic: K, fits: (value: ValueOf<K>) => boolean, what: string): Promise<ValueOf<K>>
}

export interface RunningApp {
  readonly app: ElectronApplication
  readonly dataFolder: string
  /** The clerk's screen, when its page is there. */
  counter(): Promise<Page>
  /** The hall's screen; opens once a hall is founded. */
  hall(): Promise<Page>
  /** The doors of the counter screen. */
  readonly api: Doors
  /** Founds the demo hall if there is none, and signs a demo clerk in. */
  found(who?: { readonly login?: string; readonly counter?: number | null }): Promise<void>
  signIn(login: string, password: string, counter: number | null): Promise<Reply<{ personId: string }>>
  /** SIGKILL for the whole process group; resolves when no process of it is left. Harmless after an end. */
  kill(): Promise<void>
  /** A clean end. */
  close(): Promise<void>
}

/** What `electron` has to be given so that the program runs with this data folder. */
export function programArguments({ dataFolder, args = [] }: LaunchOptions): string[] {
  return [ROOT, `--user-data-dir=${dataFolder}`, ...args]
}

/**
 * The clock of the program begins at ten in the morning (Shanghai) of this day, whenever the tests run: in the evening
 * a hall that is not empty is in 延时服务. One shift for all programs of a run, so that time goes on over restarts.
 */
const SHANGHAI_MS = 8 * 3600_000
const DAY_MS = 24 * 3600_000
const MORNING_MS = 10 * 3600_000
const startedAt = Date.now()
const AHEAD_MS = MORNING_MS - ((startedAt + SHANGHAI_MS) % DAY_MS)

export function programEnvironment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const { ELECTRON_RUN_AS_NODE: _asNode, NODE_OPTIONS: _options, ...env } = Object.fromEntries(inherited)
  return { ...env, LINCHUANG_CLOCK_AHEAD_MS: String(AHEAD_MS), ...more }
}

/** Starts the program and waits until its process answers; its windows may still be opening. */
export async function launchApp(options: LaunchOptions): Promise<RunningApp> {
  const { dataFolder, env } = options
  lendElectron()
  const app = await _electron.launch({
    args: programArguments(options),
    env: programEnvironment(env),
    chromiumSandbox: !isRoot
  })
  const leader = app.process()
  const closed = new Promise<void>((resolve) => app.once('close', () => resolve()))
  const counter = (): Promise<Page> => pageOf(app, 'linchuang://counter/')
  const api = doorsOf(counter)
  const signIn: RunningApp['signIn'] = (login, password, no) =>
    api.command('staff.signIn', { login, password, counter: no })
  return {
    app,
    dataFolder,
    counter,
    hall: () => pageOf(app, 'linchuang://hall/'),
    api,
    async found({ login = 'zhou', counter: no = 1 } = {}) {
      const view = await api.until('app', ({ phase }) => phase !== 'starting', 'the log is open')
      if (view.phase === 'setup') {
        // What main proposes is read-only; what a screen sends back it may have changed.
        const config = accepted(await api.query('setup.propose', {})) as InputOf<'setup.found'>['config']
        accepted(await api.command('setup.found', { config, administrator: ADMINISTRATOR }))
      }
      accepted(await signIn(login, login === ADMINISTRATOR.login ? ADMINISTRATOR.password : DEMO_PASSWORD, no))
      await api.until('app', ({ phase }) => phase === 'desk', 'somebody is signed in')
    },
    signIn,
    async kill() {
      await endProcesses(leader, dataFolder)
      await closed
    },
    close: () => app.close()
  }
}

/** The doors of the page that `page` gives. */
export function doorsOf(page: () => Promise<Page>): Doors {
  /** Starts to listen, once a page and topic; `undefined` while nothing has come. */
  const newest = async <K extends TopicName>(topic: K): Promise<ValueOf<K> | undefined> => {
    const there = await page()
    const look = (name: TopicName): unknown => {
      if (!window.seenTopics) window.seenTopics = {}
      const seen = window.seenTopics
      if (!Object.hasOwn(seen, name)) {
        seen[name] = undefined
        window.linchuang.listen(name, (value) => {
          seen[name] = value
        })
      }
      return seen[name]
    }
    return (await there.evaluate(look as never, topic)) as ValueOf<K> | undefined
  }

  const until: Doors['until'] = async (topic, fits, what) => {
    let last: ValueOf<typeof topic> | undefined
    const look = async (): Promise<boolean> => {
      last = await newest(topic)
      return last !== undefined && fits(last)
    }
    await expect.poll(look, { message: what, intervals: [20, 50, 100], timeout: 30_000 }).toBe(true)
    return last as ValueOf<typeof topic>
  }

  return {
    async command<K extends CommandName>(name: K, input: InputOf<K>, commandId: string = randomUUID()) {
      const there = await page()
      const send = ([door, id, sent]: readonly [K, string, InputOf<K>]) => window.linchuang.command(door, id, sent)
      return (await there.evaluate(send as never, [name, commandId, input])) as Reply<ValueOf<K>>
    },
    async query<K extends QueryName>(name: K, input: InputOf<K>) {
      const there = await page()
      const ask = ([door, sent]: readonly [K, InputOf<K>]) => window.linchuang.query(door, sent)
      return (await there.evaluate(ask as never, [name, input])) as Reply<ValueOf<K>>
    },
    async queryAll<K extends QueryName>(name: K, inputs: readonly InputOf<K>[]) {
      const there = await page()
      const ask = async ([door, all]: readonly [K, readonly InputOf<K>[]]): Promise<unknown[]> => {
        const atOnce = 50
        const replies: unknown[] = []
        for (let i = 0; i < all.length; i += atOnce) {
          const some = all.slice(i, i + atOnce).map((sent) => window.linchuang.query(door, sent))
          replies.push(...(await Promise.all(some)))
        }
        return replies
      }
      return (await there.evaluate(ask as never, [name, inputs])) as Reply<ValueOf<K>>[]
    },
    listenOnce: (topic) => until(topic, () => true, `something on ${topic}`),
    until
  }
}

/** The value of a reply that must be good; the refusal is the failure. */
export function accepted<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`)
  return reply.value
}

/** The code of a reply that must be a refusal. */
export function refused(reply: Reply<unknown>): string {
  if (reply.ok) throw new Error(`not refused: ${JSON.stringify(reply.value)}`)
  return reply.refusal.code
}

/** Waits until the history is whole and no print is under way: nothing changes any more by itself. */
export async function settled({ app, api }: RunningApp): Promise<AppView> {
  const view = await api.until('app', ({ history }) => history.phase === 'ready', 'the history is there')
  // Views follow the answer of a command: what main has put off until then comes before this does.
  await app.evaluate(() => new Promise((resolve) => setImmediate(resolve)))
  await api.until('desk', ({ unprinted }) => !unprinted.some(isOnItsWay), 'nothing is being printed')
  return view
}

/** A ticket prints itself, so one that has only been issued is on its way too. */
const isOnItsWay = ({ kind, status }: PaperShown): boolean =>
  status === 'queued' || status === 'sent' || (kind === 'ticket' && status === 'issued')

/** Windows are told apart by their URL: the first one may be the hidden store page. */
async function pageOf(app: ElectronApplication, url: string): Promise<Page> {
  const find = (): Page | undefined => app.windows().find((page) => page.url().startsWith(url))
  await expect.poll(() => find() !== undefined, { message: url, intervals: [20, 50], timeout: 30_000 }).toBe(true)
  const page = find()
  if (!page) throw new Error(`no window shows ${url}`)
  await page.waitForLoadState('domcontentloaded')
  return page
}

/** Playwright asks the electron package for the executable, which takes another place from this variable. */
function lendElectron(): void {
  const { LINCHUANG_ELECTRON: executable, ELECTRON_OVERRIDE_DIST_PATH: lent } = process.env
  if (executable && !lent && process.platform !== 'darwin') {
    process.env.ELECTRON_OVERRIDE_DIST_PATH = path.dirname(executable)
  }
}
