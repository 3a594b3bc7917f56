import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { HallService, VoiceSettings } from '../../shared/domain/hall/service.ts'
import { ADMINISTRATOR, accepted, type RunningApp } from '../support/app.ts'
import {
  announcement,
  builtInClip,
  listenToGraph,
  placesOfClips,
  RATE,
  samplesOf,
  toneWav
} from '../support/e2eHallSound.ts'
import { LogReader } from '../support/e2eLog.ts'
import { expect, test } from '../support/e2eTest.ts'

/** The hall's voice in the real program: what its audio graph plays is compared with the recordings themselves. */

/** The first word begins 0.05 s after the order, and 1.6 s of chime. */
const AFTER_CHIME = Math.round((0.05 + 1.6) * RATE)

const clips = (names: string): (readonly [string, Float32Array])[] =>
  names.split(' ').map((name) => [name, builtInClip(name)] as const)

const take = async ({ api }: RunningApp, group: string): Promise<string> =>
  accepted(await api.command('queue.issueTicket', { group, priority: null })).no

/** What the hall sets for its voice; the clerk sits at the counter again afterwards. */
async function setVoice(desk: RunningApp, change: Partial<VoiceSettings>): Promise<void> {
  accepted(await desk.api.command('staff.signOut', {}))
  await desk.found({ login: ADMINISTRATOR.login, counter: null })
  const service = accepted(await desk.api.query('service.get', {})) as HallService
  const changed = { ...service, voice: { ...service.voice, ...change } }
  accepted(await desk.api.command('service.set', { service: changed as never }))
  accepted(await desk.api.command('staff.signOut', {}))
  await desk.found()
}

/** Reports of the voice, as they are on record. */
async function reports(desk: RunningApp, count: number): Promise<readonly { how: string; times: number }[]> {
  const read = () =>
    new LogReader(desk.dataFolder)
      .read()
      .flatMap(({ events }) => events.flatMap((event) => (event.type === 'CallAnnounced' ? [event.data] : [])))
  await expect.poll(() => read().length, { message: `${count} reports`, timeout: 40_000 }).toBe(count)
  return read().map(({ how, times }) => ({ how, times }))
}

test('a call is the chime and then the right recordings, in order, sample for sample; so is its correction', async ({
  desk
}) => {
  test.setTimeout(120_000)
  const hall = await desk.hall()
  await listenToGraph(hall)
  expect(await take(desk, 'A')).toBe('A001')
  accepted(await desk.api.command('queue.callNext', {}))
  const call = await announcement(hall, 0)
  accepted(await desk.api.command('queue.undo', {}))

  const chime = call.slice(0, AFTER_CHIME)
  expect(Math.max(...chime.map(Math.abs))).toBeGreaterThan(0.2)
  const words = clips('please letter-a digit-0 digit-0 digit-1 number to digit-1 counter')
  const places = placesOfClips(call, words, AFTER_CHIME - RATE * 0.02)
  // Back to back by exact lengths: 70 ms between words, 320 ms at the comma.
  for (const [i, [name, samples]] of words.entries()) {
    const next = places[i + 1]
    if (next === undefined) continue
    const gap = next - (places[i] ?? 0) - samples.length
    expect(Math.abs(gap - (name === 'number' ? 0.32 : 0.07) * RATE), `pause after ${name}`).toBeLessThan(RATE * 0.005)
  }

  const correction = await announcement(hall, 1)
  placesOfClips(correction, clips('correction letter-a digit-0 digit-0 digit-1 wait-on'), AFTER_CHIME - RATE * 0.02)
  // The repeat of the call was let go.
  expect(await reports(desk, 2)).toEqual([
    { how: 'clips', times: 1 },
    { how: 'clips', times: 1 }
  ])
})

test('a call is said as often as set, and recorded once', async ({ desk }) => {
  test.setTimeout(120_000)
  await setVoice(desk, { times: 3, gapSeconds: 3, volume: 0.5 })
  const hall = await desk.hall()
  await listenToGraph(hall)
  await take(desk, 'B')
  accepted(await desk.api.command('queue.callNext', {}))
  const first = await announcement(hall, 0)
  // Half as loud as the recordings.
  const words = clips('please letter-b digit-0 digit-0 digit-1 number to digit-1 counter')
  placesOfClips(
    first.map((sample) => sample * 2),
    words,
    AFTER_CHIME - RATE * 0.02
  )
  for (const nth of [1, 2]) expect(await announcement(hall, nth)).toEqual(first)
  expect(await reports(desk, 1)).toEqual([{ how: 'clips', times: 3 }])
})

test('recordings in the data folder take the place of the built-in ones, one by one', async ({ desk }) => {
  test.setTimeout(120_000)
  const own = toneWav(500, 0.4)
  const folder = path.join(desk.dataFolder, 'voice')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'please.wav'), own)
  // What cannot be read as sound is as good as not there.
  writeFileSync(path.join(folder, 'number.wav'), 'no sound at all')
  const hall = await desk.hall()
  await listenToGraph(hall)
  await take(desk, 'A')
  accepted(await desk.api.command('queue.callNext', {}))
  const sound = await announcement(hall, 0)
  const words = clips('please letter-a digit-0 digit-0 digit-1 number to digit-1 counter')
  const [, ...others] = words
  placesOfClips(sound, [['own please', samplesOf(own)], ...others], AFTER_CHIME - RATE * 0.02)
})

test('a voice of the system that never ends is not trusted again: the recordings say the call', async ({ desk }) => {
  test.setTimeout(120_000)
  await setVoice(desk, { gapSeconds: 3 })
  const hall = await desk.hall()
  const spoken = (page: Page) => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken)
  await hall.addInitScript(() => {
    const sentences: string[] = []
    Object.assign(window, { spoken: sentences })
    const voice = { lang: 'zh-CN', localService: true, name: 'silent', default: true, voiceURI: 'silent' }
    const synthesis = Object.getPrototypeOf(speechSynthesis) as SpeechSynthesis
    synthesis.getVoices = () => [voice]
    // Takes the sentence, and is never heard of again.
    synthesis.speak = ({ text }) => void sentences.push(text)
    Object.defineProperty(SpeechSynthesisUtterance.prototype, 'voice', { set() {} })
  })
  await listenToGraph(hall)
  await take(desk, 'A')
  accepted(await desk.api.command('queue.callNext', {}))
  // The chime for the voice, the recordings in its place, and the repeat by recordings alone.
  const words = 'please letter-a digit-0 digit-0 digit-1 number to digit-1 counter'
  placesOfClips(await announcement(hall, 1), clips(words), 0)
  placesOfClips(await announcement(hall, 2), clips(words), AFTER_CHIME - RATE * 0.02)
  expect(await spoken(hall)).toEqual(['请 A 零 零 一 号，到 一 号窗口办理'])
  expect(await reports(desk, 1)).toEqual([{ how: 'clips', times: 2 }])
})

test('without any sound the picture goes on, and the record says so', async ({ desk }) => {
  test.setTimeout(120_000)
  await setVoice(desk, { times: 1 })
  const hall = await desk.hall()
  await hall.addInitScript(() => {
    Object.assign(window, {
      AudioContext: class {
        constructor() {
          throw new DOMException('no sound card', 'NotSupportedError')
        }
      }
    })
  })
  await hall.reload()
  await take(desk, 'A')
  accepted(await desk.api.command('queue.callNext', {}))
  await hall.getByText('A001').first().waitFor()
  expect(await reports(desk, 1)).toEqual([{ how: 'failed', times: 0 }])
})
