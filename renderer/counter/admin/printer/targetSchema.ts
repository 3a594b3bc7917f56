import { z } from 'zod'
import type { PrinterTarget } from '../../../../shared/domain/hall/hall.ts'
import { A } from '../texts.ts'

/** Full-width letters and outer blanks of an input method mean the same address. */
const tidyUri = (text: string): string => text.normalize('NFKC').trim()

const ADDRESS = /^ipps?:\/\/[^\s]{1,200}$/

export const addressOf = (typed: string): string | null => (ADDRESS.test(tidyUri(typed)) ? tidyUri(typed) : null)

/** What is typed for a printer stays there while the folder is chosen; only what is chosen is checked. */
export const targetSchema = z
  .object({
    kind: z.enum(['folder', 'ipp']),
    name: z.string().trim(),
    uri: z.string().overwrite(tidyUri)
  })
  .superRefine(({ kind, name, uri }, context) => {
    if (kind === 'folder') return
    const wrong = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message })
    if (name === '') wrong('name', A.printerNameNeeded)
    if (name.length > 80) wrong('name', A.printerNameLong)
    if (!ADDRESS.test(uri)) wrong('uri', A.uriWrong)
  })

export type TargetValues = z.output<typeof targetSchema>

export const valuesOf = (target: PrinterTarget): TargetValues =>
  target.kind === 'folder' ? { kind: 'folder', name: '', uri: '' } : { ...target }

export const targetOf = ({ kind, name, uri }: TargetValues): PrinterTarget =>
  kind === 'folder' ? { kind } : { kind, name, uri }
