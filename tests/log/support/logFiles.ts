import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { closeLine } from '../../../electron/log/format.ts'

/** Changes the lines of a segment; line 1 is the header. */
export function editLines(folder: string, file: string, edit: (lines: string[]) => string[]): void {
  const name = path.join(folder, file)
  const lines = readFileSync(name, 'utf8').split('\n').slice(0, -1)
  writeFileSync(
    name,
    edit(lines)
      .map((line) => `${line}\n`)
      .join('')
  )
}

/** The line with other fields and the hash that belongs to them, as a forger or a program with a fault would write it. */
export function rewriteLine(line: string, change: Record<string, unknown>): string {
  const { hash: _, ...fields } = JSON.parse(line) as Record<string, unknown>
  return closeLine(JSON.stringify({ ...fields, ...change }).slice(0, -1)).text.slice(0, -1)
}

/** Changes one byte of a file. */
export function flipByte(file: string, at: number, by = 1): void {
  const bytes = readFileSync(file)
  bytes.writeUInt8(bytes.readUInt8(at) ^ by, at)
  writeFileSync(file, bytes)
}
