import { z } from 'zod'
import type { PrinterTarget } from '../../../../shared/domain/hall/hall.ts'
import { P } from './texts.ts'

/** Full-width letters and outer blanks of an input method mean the same address. */
const tidy = (text: string): string => text.normalize('NFKC').trim()

const ADDRESS = /^ipps?:\/\/[^\s]{1,200}$/
const HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\[[0-9A-Fa-f:.]{2,45}\])$/
const LAST_PORT = 65_535

/** What is typed for one kind of printer stays there while another is chosen; only what is chosen is checked. */
export const targetSchema = z
  .object({
    kind: z.enum(['folder', 'spooler', 'ipp', 'raw']),
    name: z.string().trim(),
    uri: z.string().overwrite(tidy),
    host: z.string().overwrite(tidy),
    port: z.string().overwrite(tidy),
    paper: z.enum(['80', '58']),
    ticketWidth: z.enum(['80', '58']),
    status: z.boolean(),
    queue: z.string().nullable()
  })
  .superRefine(({ kind, name, uri, host, port, queue }, context) => {
    const wrong = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message })
    if (kind !== 'folder' && name === '') wrong('name', P.nameNeeded)
    if (kind !== 'folder' && name.length > 80) wrong('name', P.nameLong)
    if (kind === 'ipp' && !ADDRESS.test(uri)) wrong('uri', P.uriWrong)
    if (kind === 'raw' && !HOST.test(host)) wrong('host', P.hostWrong)
    if (kind === 'raw' && !isPort(port)) wrong('port', P.portWrong)
    if (kind === 'spooler' && (queue ?? '') === '') wrong('queue', P.queueNeeded)
  })

const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= LAST_PORT

export type TargetValues = z.output<typeof targetSchema>

const EMPTY: TargetValues = {
  kind: 'folder',
  name: '',
  uri: '',
  host: '',
  port: '9100',
  paper: '80',
  ticketWidth: '80',
  status: true,
  queue: null
}

export function valuesOf(target: PrinterTarget): TargetValues {
  return target.kind === 'raw' ? { ...EMPTY, ...target, port: String(target.port) } : { ...EMPTY, ...target }
}

export function targetOf(values: TargetValues): PrinterTarget {
  const { kind, name, uri, host, port, paper, ticketWidth, status, queue } = values
  const roll = ticketWidth === '58' ? { ticketWidth } : {}
  switch (kind) {
    case 'folder':
      return { kind, ...roll }
    case 'ipp':
      return { kind, uri, name, ...roll }
    case 'raw':
      return { kind, host, port: Number(port), paper, status, name }
    case 'spooler':
      return { kind, queue: queue ?? '', name, ...roll }
  }
}
