/**
 * A receipt printer on paper: reads ESC/POS as the command reference has it and says what would stand on the roll.
 * Written from the reference and not from the encoder. Anything it does not know is an error, as it would be garbage
 * on a ticket.
 */

export type Command =
  | { readonly kind: 'reset' | 'chinese' | 'newline' | 'qr-print' | 'chinese-spacing' }
  | { readonly kind: 'align'; readonly align: 'left' | 'center' | 'right' }
  | { readonly kind: 'size'; readonly width: number; readonly height: number }
  | { readonly kind: 'text'; readonly text: string; readonly bytes: number }
  | { readonly kind: 'qr-model' | 'qr-module' | 'qr-level'; readonly value: number }
  | { readonly kind: 'qr-data'; readonly data: string }
  | { readonly kind: 'picture'; readonly widthBytes: number; readonly rows: number; readonly bytes: Uint8Array }
  | { readonly kind: 'cut'; readonly feed: number }
  | { readonly kind: 'automatic-status'; readonly value: number }
  | { readonly kind: 'status-request'; readonly value: number }

export interface ReadCommand {
  readonly command: Command
  /** Of the byte after it. */
  readonly end: number
}

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join(' ')
const reader = new TextDecoder('gb18030', { fatal: true })

/** The command at a place; `null` when its end has not come yet. Throws for anything that is no command. */
export function readCommand(bytes: Uint8Array, at: number): ReadCommand | null {
  const unknown = (): Error => new Error(`no command at ${at}: ${hex(bytes.subarray(at, at + 8))}`)
  const has = (count: number): boolean => at + count <= bytes.length
  const byte = (offset: number): number => {
    const value = bytes[at + offset]
    if (value === undefined) throw unknown()
    return value
  }
  const done = (command: Command, length: number): ReadCommand | null =>
    has(length) ? { command, end: at + length } : null
  const starts = (...expected: readonly number[]): boolean => expected.every((value, i) => bytes[at + i] === value)

  const first = byte(0)
  if (first === 0x0a) return done({ kind: 'newline' }, 1)
  if (first >= 0x20 && first <= 0x7e) return done({ kind: 'text', text: String.fromCharCode(first), bytes: 1 }, 1)
  if (first >= 0x81 && first <= 0xfe) {
    if (!has(2)) return null
    // A code of four bytes is beyond what printers are sure to have.
    if (byte(1) < 0x40) throw unknown()
    return done({ kind: 'text', text: reader.decode(bytes.subarray(at, at + 2)), bytes: 2 }, 2)
  }
  if (!has(2)) return null
  if (starts(0x1b, 0x40)) return done({ kind: 'reset' }, 2)
  if (starts(0x1c, 0x26)) return done({ kind: 'chinese' }, 2)
  if (starts(0x1c, 0x53)) return done({ kind: 'chinese-spacing' }, 4)
  if (!has(3)) return null
  if (starts(0x1b, 0x61)) {
    const align = (['left', 'center', 'right'] as const)[byte(2)]
    if (!align) throw unknown()
    return done({ kind: 'align', align }, 3)
  }
  if (starts(0x1d, 0x21)) {
    if ((byte(2) & 0x88) !== 0) throw unknown()
    return done({ kind: 'size', width: (byte(2) >> 4) + 1, height: (byte(2) & 7) + 1 }, 3)
  }
  if (starts(0x1d, 0x61)) return done({ kind: 'automatic-status', value: byte(2) }, 3)
  if (starts(0x1d, 0x72)) return done({ kind: 'status-request', value: byte(2) }, 3)
  if (starts(0x1d, 0x56)) {
    if (byte(2) !== 65 && byte(2) !== 66) throw unknown()
    return has(4) ? done({ kind: 'cut', feed: byte(3) }, 4) : null
  }
  if (starts(0x1d, 0x76, 0x30)) {
    if (!has(8)) return null
    if (byte(3) !== 0) throw unknown()
    const widthBytes = byte(4) + byte(5) * 256
    const rows = byte(6) + byte(7) * 256
    const end = 8 + widthBytes * rows
    if (!has(end)) return null
    return done({ kind: 'picture', widthBytes, rows, bytes: bytes.slice(at + 8, at + end) }, end)
  }
  if (starts(0x1d, 0x28, 0x6b)) {
    if (!has(5)) return null
    const length = byte(3) + byte(4) * 256
    if (!has(5 + length)) return null
    if (byte(5) !== 49) throw unknown()
    return done(qrCommand(byte(6), bytes.subarray(at + 7, at + 5 + length), unknown), 5 + length)
  }
  throw unknown()
}

function qrCommand(fn: number, parameters: Uint8Array, unknown: () => Error): Command {
  const [value = -1] = parameters
  if (fn === 65 && parameters.length === 2) return { kind: 'qr-model', value }
  if (fn === 67 && parameters.length === 1) return { kind: 'qr-module', value }
  if (fn === 69 && parameters.length === 1) return { kind: 'qr-level', value }
  if (fn === 80 && value === 48) return { kind: 'qr-data', data: Buffer.from(parameters.subarray(1)).toString('ascii') }
  if (fn === 81 && value === 48 && parameters.length === 1) return { kind: 'qr-print' }
  throw unknown()
}

export interface PrintedLine {
  readonly text: string
  /** Times the ordinary size. */
  readonly size: number
  readonly align: 'left' | 'center' | 'right'
  /** Of the roll, by the bytes that the printer gets: two bytes are two columns. */
  readonly columns: number
}

export interface PrintedQr {
  readonly data: string
  readonly model: number
  readonly level: number
  readonly module: number
  readonly align: string
}

export interface PrintedPicture {
  readonly widthBytes: number
  readonly rows: number
  readonly bytes: Uint8Array
}

export interface PrintedReceipt {
  readonly lines: readonly PrintedLine[]
  readonly qrs: readonly PrintedQr[]
  readonly pictures: readonly PrintedPicture[]
  readonly cuts: number
  /** Kinds from top to bottom, `line`s by their text. */
  readonly order: readonly string[]
}

/**
 * What stands on the roll. Throws for a line that does not fit, for Chinese before it is switched on, for settings in
 * the middle of a line, for text that never gets its line feed, for anything after the cut.
 */
export function decode(bytes: Uint8Array, roll: { readonly columns: number; readonly dots: number }): PrintedReceipt {
  const lines: PrintedLine[] = []
  const qrs: PrintedQr[] = []
  const pictures: PrintedPicture[] = []
  const order: string[] = []
  let cuts = 0
  let chinese = false
  let align: PrintedLine['align'] = 'left'
  let size = 1
  let text = ''
  let columns = 0
  const qr = { model: 0, level: 0, module: 0, data: '' }
  for (let at = 0; at < bytes.length; ) {
    const found = readCommand(bytes, at)
    if (!found) throw new Error(`cut short at ${at}`)
    const { command } = found
    if (cuts > 0) throw new Error('something after the cut')
    if (text !== '' && command.kind !== 'text' && command.kind !== 'newline')
      throw new Error(`${command.kind} in a line`)
    switch (command.kind) {
      case 'reset':
        if (at !== 0) throw new Error('reset in the middle')
        break
      case 'chinese':
        chinese = true
        break
      case 'chinese-spacing':
        break
      case 'align':
        align = command.align
        break
      case 'size':
        if (command.width !== command.height) throw new Error('a size that is not the same both ways')
        size = command.width
        break
      case 'text':
        if (command.bytes > 1 && !chinese) throw new Error('Chinese before FS &')
        text += command.text
        columns += command.bytes * size
        if (columns > roll.columns) throw new Error(`line too long: ${text}`)
        break
      case 'newline':
        lines.push({ text, size, align, columns })
        order.push(text)
        text = ''
        columns = 0
        break
      case 'qr-model':
        qr.model = command.value
        break
      case 'qr-module':
        qr.module = command.value
        break
      case 'qr-level':
        qr.level = command.value
        break
      case 'qr-data':
        qr.data = command.data
        break
      case 'qr-print':
        if (qr.data === '') throw new Error('an empty QR code')
        qrs.push({ ...qr, align })
        order.push('QR')
        break
      case 'picture':
        if (command.widthBytes * 8 > roll.dots) throw new Error('picture wider than the roll')
        pictures.push({ widthBytes: command.widthBytes, rows: command.rows, bytes: command.bytes })
        order.push('PICTURE')
        break
      case 'cut':
        cuts += 1
        break
      case 'automatic-status':
      case 'status-request':
        throw new Error('a question in a document')
    }
    at = found.end
  }
  if (text !== '') throw new Error('a line without its end')
  return { lines, qrs, pictures, cuts, order }
}
