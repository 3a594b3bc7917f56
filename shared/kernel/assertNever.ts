/** Ends every switch over a union: a new member that nobody handles fails the compile, and the run if it gets that far. */
export function assertNever(value: never, what: string): never {
  throw new Error(`${what}: nobody handles ${JSON.stringify(value)}`)
}
