import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { Lanes } from '../../electron/commands/lanes.ts'

// For a busy machine; nothing is measured.
vi.setConfig({ testTimeout: 60_000 })

describe('lanes', () => {
  it('run what is in one lane one after the other, in order; different lanes do not wait for each other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 20 }),
        async (s, list) => {
          const lanes = new Lanes()
          const running = new Map<string, number>()
          const ended: string[] = []
          const all = list.map((lane, n) =>
            lanes.run(lane, async () => {
              running.set(lane, (running.get(lane) ?? 0) + 1)
              expect(running.get(lane)).toBe(1)
              await s.schedule(Promise.resolve(n))
              running.set(lane, (running.get(lane) ?? 0) - 1)
              ended.push(`${lane}${n}`)
              return n
            })
          )
          await s.waitFor(Promise.all(all))
          expect(await Promise.all(all)).toEqual(list.map((_, n) => n))
          for (const lane of new Set(list)) {
            const expected = list.flatMap((l, n) => (l === lane ? [`${l}${n}`] : []))
            expect(ended.filter((e) => e.startsWith(lane))).toEqual(expected)
          }
        }
      )
    )
  })

  it('a failure is its caller’s alone', async () => {
    const lanes = new Lanes()
    const failing = lanes.run('a', () => Promise.reject(new Error('mine')))
    const next = lanes.run('a', () => Promise.resolve('went on'))
    await expect(failing).rejects.toThrow('mine')
    expect(await next).toBe('went on')
  })

  it('are idle when everything handed over is done, failures too', async () => {
    const lanes = new Lanes()
    const done: number[] = []
    const work = [1, 2, 3].map((n) =>
      lanes.run(n === 2 ? 'b' : 'a', async () => {
        await new Promise((resolve) => setImmediate(resolve))
        done.push(n)
        if (n === 3) throw new Error('late')
      })
    )
    const settled = Promise.allSettled(work)
    await lanes.idle()
    expect(done.toSorted()).toEqual([1, 2, 3])
    await settled
  })
})
