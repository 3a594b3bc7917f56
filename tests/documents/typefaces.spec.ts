import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { CasePaperData, PaperData } from '../../shared/documents/papers.ts'
import { card } from './cardSamples.ts'
import { dense, openPress, type Press, pagesOf } from './printed.ts'
import { acceptance, notice, PAPERS, ticket, withName } from './samples.ts'

vi.setConfig({ testTimeout: 60_000 })

let press: Press

beforeAll(async () => {
  press = await openPress()
}, 60_000)

afterAll(() => press.close())

/** Names of the fonts inside a file, without the tag of the subset. */
const fontsIn = (file: string): readonly string[] =>
  execFileSync('pdffonts', [file])
    .toString()
    .split('\n')
    .slice(2)
    .flatMap((line) => /^[A-Z]{6}\+(\S+)/.exec(line)?.[1] ?? [])
    .sort()

const inSerif = <P extends CasePaperData>(paper: P): P => ({ ...paper, typeface: 'serif' })

const fonts = async (paper: PaperData, reprint = 0): Promise<readonly string[]> =>
  fontsIn(await press.print(paper, reprint))

const SANS = ['NotoSansSC-Bold', 'NotoSansSC-Regular']
const SERIF = ['NotoSansSC-Bold', 'NotoSerifSC-Regular']

describe('the typeface of a paper', () => {
  test('is 宋体 with 黑体 for what stands out where the hall had chosen so', async () => {
    expect(await fonts(inSerif(acceptance))).toEqual(SERIF)
  })

  test('is 黑体 where the hall had chosen that, and on papers from before there was a choice', async () => {
    expect(await fonts({ ...acceptance, typeface: 'sans' })).toEqual(SANS)
    expect(await fonts(acceptance)).toEqual(SANS)
  })

  test('is the same when the paper is printed again', async () => {
    expect(await fonts(inSerif(notice), 3)).toEqual(SERIF)
    expect(await fonts(notice, 3)).toEqual(SANS)
  })

  test('is 黑体 on tickets and cards always', async () => {
    expect(await fonts(ticket)).toEqual(SANS)
    expect(await fonts(card('A6'))).toEqual(SANS)
  })

  test('lets rare characters of a name come from other fonts, and all of it can be read back', async () => {
    const name = '欧阳𬭎𠮷䶮'
    const file = await press.print(inSerif(withName(notice, name)))
    expect(pagesOf(file).every((page) => page.includes(`申请人${name}`))).toBe(true)
    expect(fontsIn(file)).toEqual(['HanaMinB', ...SERIF])
  })

  test('a character of the basic block that is in no bold comes from 宋体', async () => {
    const newest = String.fromCodePoint(0x9ff3)
    const file = await press.print(withName(acceptance, `张${newest}`))
    expect(pagesOf(file)[0]).toContain(`申请人张${newest}`)
    expect(fontsIn(file)).toEqual([...SANS, 'NotoSerifSC-Regular'])
  })

  test.each(PAPERS.map((paper) => [paper.kind, paper] as const))(
    '%s says the same in both, on as many pages',
    async (_kind, paper) => {
      const [serif, sans] = [await press.print(inSerif(paper)), await press.print(paper)]
      expect(pagesOf(serif).length).toBe(pagesOf(sans).length)
      const letters = (file: string): string => [...dense(pagesOf(file).join(''))].sort().join('')
      expect(letters(serif)).toBe(letters(sans))
    }
  )
})
