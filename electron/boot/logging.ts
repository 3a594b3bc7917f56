import path from 'node:path'
import log from 'electron-log/node'

export interface Logger {
  info(what: string, detail?: Readonly<Record<string, unknown>>): void
  warn(what: string, detail?: Readonly<Record<string, unknown>>): void
  error(what: string, detail?: Readonly<Record<string, unknown>>): void
}

/** Numbers of persons and phones; nothing that is logged should hold one, so this is the second wall (PIPL 51). */
const PERSONAL = /\d{17}[\dXx]|1[3-9]\d{9}|\d{15}/g

const MAX_BYTES = 5 * 1024 * 1024

/**
 * Opens the program's own log (not the event log) in `<folder>/app.log`, rotated at 5 MiB. Details are ids, codes and
 * counts; errors are logged by name and message only.
 */
export function openLogging(folder: string): Logger {
  log.transports.file.resolvePathFn = () => path.join(folder, 'app.log')
  log.transports.file.maxSize = MAX_BYTES
  log.transports.file.format = '{y}-{m}-{d} {h}:{i}:{s}.{ms} {level} {text}'
  log.transports.console.level = process.env.LINCHUANG_VERBOSE ? 'info' : 'error'
  const line = (what: string, detail?: Readonly<Record<string, unknown>>): string =>
    `${what}${detail ? ` ${JSON.stringify(detail, plainErrors)}` : ''}`.replace(PERSONAL, '<masked>')
  return {
    info: (what, detail) => log.info(line(what, detail)),
    warn: (what, detail) => log.warn(line(what, detail)),
    error: (what, detail) => log.error(line(what, detail))
  }
}

function plainErrors(_key: string, value: unknown): unknown {
  return value instanceof Error ? `${value.name}: ${value.message}` : value
}
