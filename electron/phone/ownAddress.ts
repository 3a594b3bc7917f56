import { networkInterfaces } from 'node:os'

interface Address {
  /** Of the network interface. */
  readonly name: string
  readonly address: string
}

/** Networks inside this PC: virtual machines, containers, tunnels. No phone of a visitor is on them. */
const INSIDE = /^(?:docker|veth|br-|virbr|vmnet|vboxnet|vethernet|tun|tap|wg|zt|utun)|virtual|vmware|hyper-v/i

/** RFC 1918, those that halls use first. */
const PRIVATE = [/^192\.168\./, /^10\./, /^172\.(?:1[6-9]|2\d|3[01])\./] as const

const rank = ({ name, address }: Address): number => {
  const network = PRIVATE.findIndex((pattern) => pattern.test(address))
  return network < 0 ? Number.POSITIVE_INFINITY : network + (INSIDE.test(name) ? PRIVATE.length : 0)
}

/** IPv4 addresses of this PC that others reach it by. */
export const ownAddresses = (): readonly Address[] =>
  Object.entries(networkInterfaces()).flatMap(([name, list]) =>
    (list ?? []).flatMap(({ family, internal, address }) => (family === 'IPv4' && !internal ? [{ name, address }] : []))
  )

/** The address that visitors' phones most likely reach this PC by; `null`: it has no private one. */
export function privateAddress(all: readonly Address[]): string | null {
  const [first] = all.filter((one) => Number.isFinite(rank(one))).sort((one, other) => rank(one) - rank(other))
  return first?.address ?? null
}
