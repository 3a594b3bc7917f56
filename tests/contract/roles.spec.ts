import { describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract/contract.ts'

const STAFF = 'clerk lead administrator'
const LEADING = 'administrator lead'

/**
 * Who may use what. Written out a second time on purpose: whoever opens a door further has to say so here too.
 * Kind, screens, and who must be signed in there.
 */
const TABLE: Record<string, readonly [kind: string, screens: string, allowed: string]> = {
  'setup.propose': ['query', 'counter', 'anyone'],
  'setup.found': ['command', 'counter', 'anyone'],
  'staff.signIn': ['command', 'counter', 'anyone'],
  'staff.signOut': ['command', 'counter', STAFF],
  'staff.register': ['command', 'counter', 'administrator'],
  'staff.list': ['query', 'counter', LEADING],
  'staff.setPassword': ['command', 'counter', 'administrator'],
  'staff.changeOwnPassword': ['command', 'counter', STAFF],
  'staff.end': ['command', 'counter', 'administrator'],
  'queue.issueTicket': ['command', 'counter', STAFF],
  'queue.openCounter': ['command', 'counter', STAFF],
  'queue.pauseCounter': ['command', 'counter', STAFF],
  'queue.callNext': ['command', 'counter', STAFF],
  'queue.recall': ['command', 'counter', STAFF],
  'queue.startService': ['command', 'counter', STAFF],
  'queue.markNoShow': ['command', 'counter', STAFF],
  'queue.finishService': ['command', 'counter', STAFF],
  'catalogue.search': ['query', 'counter', STAFF],
  'catalogue.item': ['query', 'counter', STAFF],
  'casework.accept': ['command', 'counter', STAFF],
  'casework.giveOneTimeNotice': ['command', 'counter', STAFF],
  'casework.complete': ['command', 'counter', STAFF],
  'casework.search': ['query', 'counter', STAFF],
  'casework.get': ['query', 'counter', STAFF],
  'casework.findOpen': ['query', 'counter', STAFF],
  'casework.revealIdentity': ['command', 'counter', STAFF],
  'papers.get': ['query', 'counter', STAFF],
  'papers.pdf': ['query', 'counter', STAFF],
  'papers.print': ['command', 'counter', STAFF],
  'papers.resolveUnknown': ['command', 'counter', STAFF],
  'papers.choosePrinter': ['command', 'counter', LEADING],
  'papers.openFolder': ['query', 'counter', STAFF],
  'papers.folder': ['query', 'counter', LEADING],
  'printer.check': ['query', 'counter', LEADING],
  'printer.find': ['query', 'counter', LEADING],
  app: ['push', 'counter', ''],
  desk: ['push', 'counter', ''],
  hall: ['push', 'hall', ''],
  beat: ['push', 'counter hall', '']
}

const doors = Object.entries(contract)

describe('who may use which door', () => {
  it('is what the table says, door by door', () => {
    const actual = Object.fromEntries(
      doors.map(([name, door]) => {
        const allowed = door.kind === 'push' ? [] : door.allowed
        return [name, [door.kind, door.screens.join(' '), typeof allowed === 'string' ? allowed : allowed.join(' ')]]
      })
    )
    expect(actual).toEqual(TABLE)
  })

  it('the hall screen only listens: it has no door to send anything through', () => {
    expect(
      doors.filter(([, door]) => door.kind !== 'push' && (door.screens as readonly string[]).includes('hall'))
    ).toEqual([])
  })

  it('the pushes that may tell of people go to the counter only', () => {
    expect(contract.app.screens).toEqual(['counter'])
    expect(contract.desk.screens).toEqual(['counter'])
  })

  it('what is open to anyone is only what comes before a sign-in', () => {
    const open = doors.flatMap(([name, door]) => (door.kind !== 'push' && door.allowed === 'anyone' ? [name] : []))
    expect(open).toEqual(['setup.propose', 'setup.found', 'staff.signIn'])
  })
})
