import { CLERK } from '../../support/builders.ts'

/** Somebody at the second counter. */
export const COLLEAGUE = { ...CLERK, personId: 'chou', name: '仇文澜' }
