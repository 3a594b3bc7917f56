import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { encodeGb18030, inRom } from '../../../electron/printing/escpos/gb18030.ts'
import { columnsOf } from '../../../shared/documents/receipt/columns.ts'

const reader = new TextDecoder('gb18030', { fatal: true })
const hex = (text: string): string => Buffer.from(encodeGb18030(text)).toString('hex')

const BMP = Array.from({ length: 0x10000 }, (_, codePoint) => codePoint)
  .filter((codePoint) => codePoint < 0xd800 || codePoint > 0xdfff)
  .map((codePoint) => String.fromCodePoint(codePoint))

const privateUse = (char: string): boolean => /^\p{Co}$/u.test(char)

describe('GB 18030', () => {
  test.each([
    ['A', '41'],
    ['啊', 'b0a1'],
    ['号', 'bac5'],
    ['丂', '8140'],
    ['·', 'a1a4'],
    ['–', 'a843'],
    ['㐀', '8139ee39'],
    ['é', 'a8a6'],
    ['ö', '81308b32'],
    ['\u{20087}', '95329031'],
    ['\u{10000}', '90308130'],
    ['\u{10ffff}', 'e3329a35']
  ])('%s is %s', (char, code) => {
    expect(hex(char)).toBe(code)
  })

  test('everything in the first plane comes back as it was, but for private-use characters without a code', () => {
    const without: string[] = []
    for (const char of BMP) {
      try {
        const back = reader.decode(encodeGb18030(char))
        if (back !== char && char !== '\u{feff}') throw new Error(`U+${char.codePointAt(0)?.toString(16)}`)
      } catch (error) {
        if (!(error instanceof RangeError) || !privateUse(char)) throw error
        without.push(char)
      }
    }
    expect(without.length).toBeLessThan(20)
  })

  test('everything beyond comes back as it was', () => {
    const beyond = fc.integer({ min: 0x10000, max: 0x10ffff }).map((codePoint) => String.fromCodePoint(codePoint))
    fc.assert(
      fc.property(fc.array(beyond, { maxLength: 40 }), (chars) => {
        expect(reader.decode(encodeGb18030(chars.join('')))).toBe(chars.join(''))
      })
    )
  })

  test('half a pair of surrogates has no code', () => {
    expect(() => encodeGb18030('\ud842')).toThrow(RangeError)
  })
})

/** Also the Node that is inside Electron 25, where the build has put one; it knows an older edition of the standard. */
const ELECTRON = path.resolve(import.meta.dirname, '../../../.cache/electron-stand-in/25.1.1/electron')
const runtimes = [process.execPath, ...(existsSync(ELECTRON) ? [ELECTRON] : [])]

describe('what every printer’s own font has', () => {
  const rom = BMP.filter(inRom)

  test('is ASCII and GBK: its 20,923 characters whose codes have never changed, and no others', () => {
    expect(rom.filter((char) => char < '\x80')).toHaveLength(95)
    expect(rom.filter((char) => /^[\u{4e00}-\u{9fa5}]$/u.test(char))).toHaveLength(20_902)
    expect(rom.filter((char) => /^[\p{Unified_Ideograph}\u{f900}-\u{faff}]$/u.test(char))).toHaveLength(20_902 + 21)
    expect(rom.filter(privateUse)).toEqual([])
    for (const char of ['㐂', '䶮', '𠮷', '€', 'ḿ', '⿰', '︐', '龴', 'ö', '\n', '\x1b', '\x7f', '\u{e863}', '😀'])
      expect(inRom(char)).toBe(false)
  })

  test('is two bytes and two columns, or ASCII in one', () => {
    for (const char of rom) expect(encodeGb18030(char).length).toBe(columnsOf(char))
  })

  test.each(runtimes)('has the same codes in %s', (runtime) => {
    const read = `const bytes = Buffer.from(process.argv[1], 'base64')
      process.stdout.write(new TextDecoder('gb18030', { fatal: true }).decode(bytes))`
    const bytes = Buffer.from(encodeGb18030(rom.join(''))).toString('base64')
    const text = execFileSync(runtime, ['-e', read, bytes], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } })
    expect(text.toString() === rom.join('')).toBe(true)
  })
})
