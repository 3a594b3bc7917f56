import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AGAIN_MS, keeper, LONGEST_MS, QUIET_MS } from '../../renderer/counter/desk/model/keeper.ts'
import type { Refusal, Reply } from '../../shared/kernel/result.ts'

const OK: Reply<null> = { ok: true, value: null }
const FULL: Reply<null> = { ok: false, refusal: { code: 'log-full' } }

/** A desk with one text on it, a disk that answers when it is told to, and a clock that is moved by hand. */
function desk() {
  const timers = new Set<{ readonly at: number; readonly run: () => void }>()
  const answers: ((reply: Reply<null>) => void)[] = []
  const sent: string[] = []
  let time = 0
  let unready: Refusal | null = null
  const at = { text: '' }
  const kept = keeper<string>({
    ready: async () => unready,
    take: () => ({ what: at.text, empty: at.text === '', left: 0 }),
    send: (what) => {
      sent.push(what)
      return new Promise((resolve) => answers.push(resolve))
    },
    later(run, ms) {
      const timer = { at: time + ms, run }
      timers.add(timer)
      return () => void timers.delete(timer)
    }
  })
  kept.start()
  /** Everything that promises have to do is done. */
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
  return {
    kept,
    sent,
    timers,
    settle,
    beUnready: (refusal: Refusal | null) => {
      unready = refusal
    },
    type(text: string) {
      at.text = text
      kept.changed()
    },
    async pass(ms: number) {
      time += ms
      for (const timer of [...timers]) {
        if (timer.at > time || !timers.delete(timer)) continue
        timer.run()
      }
      await settle()
    },
    async answer(reply: Reply<null> = OK) {
      answers.shift()?.(reply)
      await settle()
    }
  }
}

describe('keeping what is typed', () => {
  test('waits until the hands rest, and sends it once', async () => {
    const one = desk()
    for (const text of ['一', '一二', '一二三']) {
      one.type(text)
      await one.pass(QUIET_MS - 1)
    }
    expect(one.sent).toEqual([])
    expect(one.kept.state()).toEqual({ kind: 'changed' })
    await one.pass(QUIET_MS)
    expect(one.sent).toEqual(['一二三'])
    expect(one.kept.state()).toEqual({ kind: 'changed' })
    await one.answer()
    expect(one.kept.state()).toEqual({ kind: 'kept', left: 0 })
    await one.kept.now()
    expect(one.sent).toEqual(['一二三'])
  })

  test('does not wait for somebody who never rests', async () => {
    const one = desk()
    for (let ms = 0; ms < LONGEST_MS; ms += 100) {
      one.type(`${ms}`)
      await one.pass(100)
    }
    expect(one.sent).toHaveLength(1)
  })

  test('says that it is kept only when nothing newer stands there', async () => {
    const one = desk()
    one.type('一')
    void one.kept.now()
    await one.settle()
    one.type('一二')
    await one.answer()
    expect(one.kept.state()).toEqual({ kind: 'changed' })
    await one.pass(QUIET_MS)
    await one.answer()
    expect(one.sent).toEqual(['一', '一二'])
    expect(one.kept.state()).toEqual({ kind: 'kept', left: 0 })
  })

  test('sends one message at a time, and what was asked for meanwhile waits for the newest', async () => {
    const one = desk()
    one.type('一')
    const answers = [one.kept.now()]
    await one.settle()
    for (const text of ['二', '三', '四']) {
      one.type(text)
      answers.push(one.kept.now())
    }
    await one.settle()
    expect(one.sent).toEqual(['一'])
    await one.answer()
    expect(one.sent).toEqual(['一', '四'])
    await one.answer()
    expect(await Promise.all(answers)).toEqual([null, null, null, null])
  })

  test('whatever the order of keys, rests and answers, the last text is what the disk has', async () => {
    const act = fc.constantFrom('type', 'pass', 'now', 'answer', 'full')
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
        const one = desk()
        const done: string[] = []
        for (const [n, what] of acts.entries()) {
          if (what === 'type') one.type(`${n}`)
          if (what === 'pass') await one.pass(QUIET_MS)
          if (what === 'now') void one.kept.now()
          if (what === 'answer') await one.answer()
          if (what === 'full') await one.answer(FULL)
          done.push(what)
        }
        one.type('last')
        const kept = one.kept.now()
        for (let i = 0; i < 3; i += 1) {
          await one.settle()
          await one.answer()
        }
        expect(await kept, done.join()).toBeNull()
        expect(one.sent.at(-1)).toBe('last')
        expect(one.kept.state()).toEqual({ kind: 'kept', left: 0 })
      }),
      { numRuns: 100 }
    )
  })
})

describe('what cannot be kept', () => {
  test('is said until it is kept, and tried again without another key', async () => {
    const one = desk()
    one.type('一')
    await one.pass(QUIET_MS)
    await one.answer(FULL)
    expect(one.kept.state()).toEqual({ kind: 'refused', refusal: { code: 'log-full' } })
    one.type('一二')
    expect(one.kept.state().kind).toBe('refused')
    await one.pass(QUIET_MS)
    await one.answer(FULL)
    await one.pass(AGAIN_MS)
    await one.answer()
    expect(one.sent).toEqual(['一', '一二', '一二'])
    expect(one.kept.state()).toEqual({ kind: 'kept', left: 0 })
  })

  test('is told to whoever leaves the desk', async () => {
    const one = desk()
    one.type('一')
    const leaving = one.kept.now()
    await one.settle()
    await one.answer(FULL)
    expect(await leaving).toEqual({ code: 'log-full' })
  })

  test('nothing takes the place of forms that have not come back yet', async () => {
    const one = desk()
    one.beUnready({ code: 'no-answer' })
    one.type('一')
    await one.pass(QUIET_MS)
    expect(one.sent).toEqual([])
    expect(one.kept.state().kind).toBe('refused')
    one.beUnready(null)
    await one.pass(AGAIN_MS)
    expect(one.sent).toEqual(['一'])
  })
})

describe('after somebody has left', () => {
  test('nothing is sent, neither by the clock nor by an answer that comes late', async () => {
    const one = desk()
    one.type('一')
    void one.kept.now()
    await one.settle()
    one.type('一二')
    one.kept.stop()
    await one.answer(FULL)
    one.type('一二三')
    void one.kept.now()
    await one.pass(AGAIN_MS)
    expect(one.sent).toEqual(['一'])
    expect(one.timers.size).toBe(0)
  })

  test('nothing is sent either when leaving overtakes the forms that were to come back', async () => {
    const one = desk()
    one.type('一')
    const asked = one.kept.now()
    one.kept.stop()
    expect(await asked).toBeNull()
    expect(one.sent).toEqual([])
  })

  test('an empty desk is nothing to speak of', async () => {
    const one = desk()
    void one.kept.now()
    await one.settle()
    await one.answer()
    expect(one.kept.state()).toEqual({ kind: 'blank' })
  })
})
