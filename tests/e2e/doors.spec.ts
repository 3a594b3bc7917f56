import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { contract } from '../../shared/contract/contract.ts'
import { ADMINISTRATOR, accepted, type RunningApp, refused, settled } from '../support/app.ts'
import { intake, itemFor, noticeOf, visitor } from '../support/e2eIntake.ts'
import { LogReader } from '../support/e2eLog.ts'
import { openRawDoors, rawInvoke } from '../support/e2eRawDoors.ts'
import { expect, test } from '../support/e2eTest.ts'

const STRANGER = { login: 'li', name: '李某', roles: ['clerk' as const], password: 'Abcdef12' }

/** Lines that the program's own log has about refused messages, and the highest count in them. */
function refusedInLog({ dataFolder }: RunningApp): { readonly lines: readonly string[]; readonly count: number } {
  const lines = logLines(dataFolder).filter((line) => line.includes('door refused'))
  return { lines, count: Math.max(0, ...lines.map((line) => Number(/"count":(\d+)/.exec(line)?.[1] ?? 0))) }
}

const logLines = (dataFolder: string): string[] =>
  readdirSync(path.join(dataFolder, 'logs')).flatMap((name) =>
    readFileSync(path.join(dataFolder, 'logs', name), 'utf8')
      .split('\n')
      .filter(Boolean)
  )

/** Everything that the log held before and after must be the same. */
const recordsOf = ({ dataFolder }: RunningApp): number => new LogReader(dataFolder).read().length

test('nobody who is not signed in gets further than signing in', async ({ desk }) => {
  accepted(await desk.api.command('staff.signOut', {}))
  const before = recordsOf(desk)
  for (const [name, door] of Object.entries(contract)) {
    if (door.kind === 'push' || door.allowed === 'anyone') continue
    const [asName, input] = [name as never, {} as never]
    const { command, query } = desk.api
    expect(refused(await (door.kind === 'command' ? command(asName, input) : query(asName, input))), name).toBe(
      'not-signed-in'
    )
  }
  expect(recordsOf(desk)).toBe(before)
})

test('a clerk is refused what only a lead or an administrator may do, and they are not', async ({ desk }) => {
  const { api } = desk
  const printer = { use: 'paper' as const, target: { kind: 'folder' as const } }
  expect(refused(await api.command('staff.register', STRANGER))).toBe('not-allowed')
  expect(refused(await api.command('printers.assign', printer))).toBe('not-allowed')
  accepted(await api.command('staff.signOut', {}))
  await desk.found({ login: 'shan', counter: 2 })
  expect(refused(await api.command('staff.register', STRANGER))).toBe('not-allowed')
  accepted(await api.command('printers.assign', printer))
  accepted(await api.command('staff.signOut', {}))
  await desk.found({ login: ADMINISTRATOR.login, counter: null })
  accepted(await api.command('staff.register', STRANGER))
  expect(refusedInLog(desk).lines.filter((line) => line.includes('not-allowed'))).toHaveLength(3)
})

test('the hall screen has the doors of the hall only, whatever it says', async ({ desk }) => {
  const hall = await desk.hall()
  const foreign = Object.entries(contract).flatMap(([name, { screens }]) =>
    (screens as readonly string[]).includes('hall') ? [] : [name]
  )
  const has = await hall.evaluate(() => window.linchuang.doors)
  expect([...has].sort()).toEqual(['beat', 'hall', 'hall.said'])
  const answers = await hall.evaluate(
    (names) =>
      Promise.all(
        names.flatMap((name) => [
          window.linchuang.command(name as never, crypto.randomUUID(), {} as never),
          window.linchuang.query(name as never, {} as never)
        ])
      ),
    foreign
  )
  expect(new Set(answers.map(refused))).toEqual(new Set(['unknown-door']))
  const heard = await hall.evaluate(async () => {
    const values: unknown[] = []
    for (const topic of ['desk', 'app'] as const) window.linchuang.listen(topic, (value) => values.push(value))
    // A push of the hall's own comes after anything that would have been sent for these.
    await new Promise((resolve) => window.linchuang.listen('beat', resolve))
    return values
  })
  expect(heard).toEqual([])

  // The same without the preload's own filter.
  await openRawDoors(desk)
  await hall.reload()
  const before = refusedInLog(desk).count
  for (const name of foreign) {
    const kind = contract[name as keyof typeof contract].kind
    const reply =
      kind === 'push'
        ? await rawInvoke(hall, 'listen', name)
        : await rawInvoke(hall, 'door', { name, commandId: randomUUID(), input: {} })
    expect(reply, name).toEqual({ ok: false, refusal: { code: 'not-allowed' } })
  }
  expect(refusedInLog(desk).count).toBe(before + foreign.length)
})

test('what is not a message of the contract is refused by code, counted, and nothing else happens', async ({
  desk
}) => {
  await openRawDoors(desk)
  const page = await desk.counter()
  await page.reload()
  const id = randomUUID()
  const name = 'queue.issueTicket'
  const input = { group: 'A', priority: null }
  const messages: readonly (readonly [unknown, string])[] = [
    [null, 'unknown-door'],
    [[], 'unknown-door'],
    ['queue.issueTicket', 'unknown-door'],
    [42, 'unknown-door'],
    [{}, 'unknown-door'],
    [{ name: 'queue.burnTickets', commandId: id, input }, 'unknown-door'],
    [{ name: '__proto__', commandId: id, input }, 'unknown-door'],
    [{ name: 'constructor', commandId: id, input }, 'unknown-door'],
    [{ name: 'desk', commandId: id, input }, 'unknown-door'],
    [{ name: [name], commandId: id, input }, 'unknown-door'],
    [{ name, commandId: id, input: { ...input, extra: 1 } }, 'bad-input'],
    [{ name, commandId: id, input: null }, 'bad-input'],
    [{ name, commandId: id, input: [input] }, 'bad-input'],
    [{ name, commandId: id, input: { group: 'AB' } }, 'bad-input'],
    [{ name, commandId: id, input: { group: ['A'] } }, 'bad-input'],
    [{ name, commandId: id }, 'bad-input'],
    [{ name, commandId: null, input }, 'bad-input'],
    [{ name, commandId: '', input }, 'bad-input'],
    [{ name, commandId: 'short', input }, 'bad-input'],
    [{ name, commandId: 'x'.repeat(65), input }, 'bad-input'],
    [{ name, commandId: '../../etc/passwd', input }, 'bad-input'],
    [{ name, commandId: { toString: 'id' }, input }, 'bad-input'],
    [{ name, commandId: id, input: { group: 'A'.repeat(1024 * 1024) } }, 'too-large'],
    [{ name, commandId: id, input, padding: '邻'.repeat(1024 * 1024) }, 'too-large']
  ]
  const before = { records: recordsOf(desk), refusals: refusedInLog(desk).count }
  const codes: unknown[] = []
  for (const [message] of messages) codes.push((await rawInvoke(page, 'door', message)).refusal?.code)
  expect(codes).toEqual(messages.map(([, code]) => code))
  for (const topic of ['queue.issueTicket', '__proto__', null, ['desk'], {}]) {
    expect((await rawInvoke(page, 'listen', topic)).refusal?.code).toBe('unknown-door')
  }
  // Structured clone carries more than JSON does.
  const odd = await page.evaluate(() => {
    const cyclic: { self?: unknown } = {}
    cyclic.self = cyclic
    const inputs: unknown[] = [
      cyclic,
      { group: 1n },
      new Map([['group', 'A']]),
      new Date(),
      { group: new Uint8Array(9) }
    ]
    const say = (input: unknown) =>
      window.rawInvoke('door', { name: 'queue.issueTicket', commandId: crypto.randomUUID(), input })
    return Promise.all(inputs.map(say)) as Promise<{ refusal?: { code: string } }[]>
  })
  expect(odd.map(({ refusal }) => refusal?.code)).toEqual(inputsRefused(odd.length))
  expect(refusedInLog(desk).count).toBe(before.refusals + messages.length + 5 + odd.length)
  for (const channel of ['store', 'log', 'eval', 'ELECTRON_BROWSER_REQUIRE']) {
    await expect(rawInvoke(page, channel, {})).rejects.toThrow(/No handler registered/)
  }
  expect(recordsOf(desk)).toBe(before.records)
  // The door still works.
  expect(accepted(await desk.api.command(name, input)).no).toBe('A001')
})

const inputsRefused = (count: number): string[] => Array.from({ length: count }, () => 'bad-input')

test('frames and windows that are not our screens are refused although they have the preload', async ({ desk }) => {
  await openRawDoors(desk)
  const page = await desk.counter()
  await page.reload()
  const message = { name: 'queue.issueTicket', commandId: randomUUID(), input: { group: 'A', priority: null } }
  const before = refusedInLog(desk).count

  // No page can take up a frame.
  const frames = await page.evaluate(async () => {
    const blocked: string[] = []
    for (const src of ['linchuang://hall/', 'https://example.com/', 'data:text/html,<p>x']) {
      const frame = Object.assign(document.createElement('iframe'), { src })
      const violated = new Promise<string>((resolve) => {
        const told = (event: SecurityPolicyViolationEvent): void => resolve(event.effectiveDirective)
        document.addEventListener('securitypolicyviolation', told, { once: true })
      })
      document.body.append(frame)
      blocked.push(await violated)
      frame.remove()
    }
    // An empty one is of our own origin; the preload is not for it.
    const empty = document.createElement('iframe')
    document.body.append(empty)
    const api = ['linchuang', 'rawInvoke'].filter((name) => name in (empty.contentWindow ?? {}))
    empty.remove()
    return { blocked, api }
  })
  expect(frames).toEqual({ blocked: ['frame-src', 'frame-src', 'frame-src'], api: [] })

  // A window that main did not register as a screen, on our own origin or on none.
  for (const url of ['about:blank', 'linchuang://counter/']) {
    const answer = await desk.app.evaluate(
      async ({ BrowserWindow }, [address, sent]) => {
        const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true, contextIsolation: true } })
        await window.loadURL(address)
        const script = `window.rawInvoke('door', ${JSON.stringify(sent)})`
        const reply = (await window.webContents.executeJavaScript(script)) as unknown
        window.destroy()
        return reply
      },
      [url, message] as const
    )
    expect(answer, url).toEqual({ ok: false, refusal: { code: 'not-allowed' } })
  }

  // The counter's own window after something has put another page into it.
  const answer = await desk.app.evaluate(async ({ BrowserWindow }, sent) => {
    const counter = BrowserWindow.getAllWindows().find((one) =>
      one.webContents.getURL().startsWith('linchuang://counter/')
    )
    await counter?.loadURL('about:blank')
    const script = `window.rawInvoke('door', ${JSON.stringify(sent)})`
    const reply = (await counter?.webContents.executeJavaScript(script)) as unknown
    await counter?.loadURL('linchuang://counter/')
    return reply
  }, message)
  expect(answer).toEqual({ ok: false, refusal: { code: 'not-allowed' } })

  expect(refusedInLog(desk).count).toBe(before + 3)
  expect(accepted(await desk.api.command('queue.issueTicket', { group: 'A', priority: null })).no).toBe('A001')
})

test('a command sent again, or twice at the same moment, happens once', async ({ desk }) => {
  const { api } = desk
  const id = randomUUID()
  const first = accepted(await api.command('queue.issueTicket', { group: 'A', priority: null }, id))
  expect(accepted(await api.command('queue.issueTicket', { group: 'A', priority: null }, id))).toEqual(first)
  const page = await desk.counter()
  const twice = await page.evaluate(() => {
    const once = crypto.randomUUID()
    const press = () => window.linchuang.command('queue.issueTicket', once, { group: 'A', priority: null })
    return Promise.all([press(), press(), press()])
  })
  expect(new Set(twice.map((reply) => accepted(reply).no))).toEqual(new Set(['A002']))
  const item = await itemFor(api, '低保')
  const caseId = randomUUID()
  const cases = await page.evaluate(
    ([once, input]) => {
      const press = () => window.linchuang.command('casework.accept', once, input)
      return Promise.all([press(), press()])
    },
    [caseId, intake(item, visitor(3))] as const
  )
  expect(cases.map(accepted)[0]).toEqual(cases.map(accepted)[1])
  await settled(desk)
  expect((await api.listenOnce('desk')).waitingAll).toBe(2)
  expect(accepted(await api.query('casework.search', { text: visitor(3).idNumber, limit: 5 })).cases).toHaveLength(1)
})

test('a sign-in that went well opens nothing when it is sent again with another password', async ({ desk }) => {
  const { api } = desk
  const id = randomUUID()
  const signIn = { login: ADMINISTRATOR.login, password: ADMINISTRATOR.password, counter: null }
  accepted(await api.command('staff.signIn', signIn, id))
  accepted(await api.command('staff.signOut', {}))
  expect(refused(await api.command('staff.signIn', { ...signIn, password: 'Guessed12' }, id))).toBe('sign-in-failed')
  expect(refused(await api.command('queue.issueTicket', { group: 'A', priority: null }))).toBe('not-signed-in')
})

test('no log of the program and no name of a file holds a name, a number or a phone of a visitor', async ({ desk }) => {
  const { api, dataFolder } = desk
  const output: string[] = []
  desk.app.process().stdout?.on('data', (text: Buffer) => output.push(text.toString()))
  desk.app.process().stderr?.on('data', (text: Buffer) => output.push(text.toString()))
  const item = await itemFor(api, '低保')
  const people = [1, 2, 3, 4].map(visitor)
  for (const [i, person] of people.entries()) {
    const input = intake(item, person, i % 2 === 0 ? 'none' : 'some')
    const given = accepted(
      i % 2 === 0
        ? await api.command('casework.accept', input)
        : await api.command('casework.giveOneTimeNotice', {
            ...noticeOf(input),
            secondNoticeReason: null,
            approval: null
          })
    )
    accepted(await api.command('papers.print', { docId: given.docId }))
    accepted(await api.command('casework.revealIdentity', { caseId: given.caseId, field: 'applicant' }))
    accepted(await api.query('casework.findOpen', { idNumber: person.idNumber }))
    accepted(await api.query('casework.search', { text: person.name, limit: 5 }))
    // Refusals are logged: with names in every field that a refusal could quote.
    refused(await api.command('casework.accept', { ...input, applicant: { ...person, idKind: person.idNumber } }))
    refused(
      await api.command('casework.accept', { ...input, itemId: person.idNumber, [person.name]: person.phone } as never)
    )
    refused(await api.query('casework.get', { caseId: person.idNumber }))
    refused(await desk.signIn(person.idNumber, person.name, 1))
  }
  await settled(desk)
  await desk.close()
  const written = [...logLines(dataFolder), ...output, ...filesBelow(dataFolder)].join('\n')
  expect(written).toContain('door refused')
  const personal = people.flatMap(({ name, idNumber, phone }) => [name, idNumber, ...(phone ? [phone] : [])])
  expect(personal.filter((one) => written.includes(one))).toEqual([])
})

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? [entry.name, ...filesBelow(path.join(folder, entry.name))] : [entry.name]
  )
