import type { NetworkPrinter } from '../../../../shared/projections/views.ts'
import { N } from './networkTexts.ts'
import type { TargetValues } from './targetSchema.ts'

/** Which of the printers found can be chosen for a use: only tickets go to a receipt printer. */
export const choicesOf = (found: readonly NetworkPrinter[], rolls: boolean): readonly NetworkPrinter[] =>
  found.filter(({ kind }) => kind === 'ipp' || rolls)

/**
 * What choosing a printer writes into the form. A name that somebody typed stays; one that came with another printer
 * goes with it.
 */
export function fillOf(
  printer: NetworkPrinter,
  typed: string,
  found: readonly NetworkPrinter[]
): Partial<TargetValues> & Pick<TargetValues, 'kind'> {
  const named = typed.trim()
  const free = named === '' || found.some(({ name }) => name === named)
  const called = free && printer.name !== '' ? { name: printer.name } : {}
  return printer.kind === 'ipp'
    ? { kind: 'ipp', uri: printer.address, ...called }
    : { kind: 'raw', host: printer.host, port: String(printer.port), ...called }
}

/** The lines below a printer's name: what it is, where it stands, where it is reached. */
export function describe({ kind, address, name, model, location, pdf }: NetworkPrinter): string {
  return [
    model === name ? '' : model,
    location === '' ? '' : N.at(location),
    `${N.ofKind[kind]} ${address}`,
    pdf === false && kind === 'ipp' ? N.noPdf : '',
    name === '' ? N.mayBeAny : ''
  ]
    .filter((part) => part !== '')
    .join(' · ')
}
