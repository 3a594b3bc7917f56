/**
 * Codes of every "no" that can reach a screen. The sentence for each stands in `renderer/texts/refusals.ts`, which
 * does not compile while one is missing. Codes of names, identity documents and phones
 * come from `domain/people`.
 */
export const REFUSALS = [
  // The door
  'bad-input',
  'too-large',
  'unknown-door',
  'not-allowed',
  'not-signed-in',
  'starting',
  'internal',
  // The log
  'log-full',
  'log-broken',
  'log-conflict',
  'log-unknown',
  'history-rebuilding',
  // Setting up, staff
  'already-founded',
  'config-counter-twice',
  'config-group-unknown',
  'config-group-twice',
  'config-group-unserved',
  'password-short',
  'password-classes',
  'login-taken',
  'sign-in-failed',
  'sign-in-locked',
  'person-unknown',
  'password-own',
  'password-old-wrong',
  'password-same',
  'staff-end-self',
  'staff-end-last-administrator',
  'counter-unknown',
  'counter-taken',
  // The queue
  'no-counter',
  'counter-not-open',
  'counter-busy',
  'nobody-waiting',
  'no-current-ticket',
  'ticket-not-called',
  'ticket-not-serving',
  'group-unknown',
  'day-closed',
  // Cases
  'item-unknown',
  'case-unknown',
  'case-not-open',
  'case-other-item',
  'tick-missing',
  'tick-unknown-material',
  'tick-reason-missing',
  'materials-not-in-order',
  'nothing-missing',
  'second-notice-needs-lead',
  'proxy-refused',
  'proxy-none',
  'case-numbers-used-up',
  // Papers
  'paper-unknown',
  'print-running',
  'print-not-unknown',
  'missing-glyph',
  'pdf-failed',
  'printer-address'
] as const

export type RefusalCode = (typeof REFUSALS)[number]
