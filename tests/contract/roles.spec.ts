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
  'queue.grantPriority': ['command', 'counter', STAFF],
  'queue.openCounter': ['command', 'counter', STAFF],
  'queue.pauseCounter': ['command', 'counter', STAFF],
  'queue.closeCounter': ['command', 'counter', STAFF],
  'queue.callNext': ['command', 'counter', STAFF],
  'queue.callChosen': ['command', 'counter', STAFF],
  'queue.recall': ['command', 'counter', STAFF],
  'queue.startService': ['command', 'counter', STAFF],
  'queue.markNoShow': ['command', 'counter', STAFF],
  'queue.rejoin': ['command', 'counter', STAFF],
  'queue.hold': ['command', 'counter', STAFF],
  'queue.takeBack': ['command', 'counter', STAFF],
  'queue.transfer': ['command', 'counter', STAFF],
  'queue.nextService': ['command', 'counter', STAFF],
  'queue.correctService': ['command', 'counter', STAFF],
  'queue.serveWalkIn': ['command', 'counter', STAFF],
  'queue.finishService': ['command', 'counter', STAFF],
  'queue.stillServing': ['command', 'counter', STAFF],
  'queue.cancelTicket': ['command', 'counter', STAFF],
  'queue.undo': ['command', 'counter', STAFF],
  'queue.callColleague': ['command', 'counter', STAFF],
  'queue.answerColleague': ['command', 'counter', STAFF],
  'queue.closeHall': ['command', 'counter', LEADING],
  'queue.ticket': ['query', 'counter', STAFF],
  'appointments.slots': ['query', 'counter', STAFF],
  'appointments.list': ['query', 'counter', STAFF],
  'appointments.book': ['command', 'counter', STAFF],
  'appointments.cancel': ['command', 'counter', STAFF],
  'appointments.checkIn': ['command', 'counter', STAFF],
  'service.get': ['query', 'counter', STAFF],
  'phone.state': ['query', 'counter', LEADING],
  'day.check': ['command', 'counter', STAFF],
  'day.sheet': ['query', 'counter', STAFF],
  'day.printSheet': ['command', 'counter', STAFF],
  'kiosk.take': ['command', 'kiosk', 'anyone'],
  'kiosk.printer': ['query', 'kiosk', 'anyone'],
  'kiosk.paper': ['query', 'kiosk', 'anyone'],
  'reader.take': ['command', 'counter', STAFF],
  'kiosk.checkIn': ['command', 'kiosk', 'anyone'],
  'kiosk.search': ['query', 'kiosk', 'anyone'],
  'kiosk.readCard': ['query', 'kiosk', 'anyone'],
  'hall.said': ['command', 'hall', 'anyone'],
  'catalogue.search': ['query', 'counter', STAFF],
  'catalogue.item': ['query', 'counter', STAFF],
  'catalogue.list': ['query', 'counter', LEADING],
  'catalogue.get': ['query', 'counter', LEADING],
  'catalogue.saveDraft': ['command', 'counter', LEADING],
  'catalogue.discardDraft': ['command', 'counter', LEADING],
  'catalogue.approve': ['command', 'counter', LEADING],
  'catalogue.approveMany': ['command', 'counter', LEADING],
  'catalogue.withdraw': ['command', 'counter', LEADING],
  'catalogue.preview': ['query', 'counter', LEADING],
  'catalogue.import': ['command', 'counter', LEADING],
  'catalogue.export': ['query', 'counter', LEADING],
  'catalogue.exportFile': ['query', 'counter', LEADING],
  'grid.list': ['query', 'counter', LEADING],
  'grid.get': ['query', 'counter', LEADING],
  'grid.register': ['command', 'counter', LEADING],
  'grid.change': ['command', 'counter', LEADING],
  'grid.close': ['command', 'counter', LEADING],
  'grid.assign': ['command', 'counter', LEADING],
  'grid.changeStaff': ['command', 'counter', LEADING],
  'grid.endStaff': ['command', 'counter', LEADING],
  'grid.choosePrimary': ['command', 'counter', LEADING],
  'cards.preview': ['query', 'counter', LEADING],
  'cards.readList': ['query', 'counter', LEADING],
  'cards.listTemplate': ['query', 'counter', LEADING],
  'cards.start': ['command', 'counter', LEADING],
  'cards.pause': ['command', 'counter', LEADING],
  'cards.resume': ['command', 'counter', LEADING],
  'cards.cancel': ['command', 'counter', LEADING],
  'cards.batches': ['query', 'counter', LEADING],
  'cards.register': ['query', 'counter', LEADING],
  'ratings.list': ['query', 'counter', LEADING],
  'ratings.get': ['query', 'counter', LEADING],
  'ratings.month': ['query', 'counter', LEADING],
  'ratings.export': ['query', 'counter', LEADING],
  'ratings.revealPhone': ['command', 'counter', LEADING],
  'ratings.start': ['command', 'counter', LEADING],
  'ratings.callBack': ['command', 'counter', LEADING],
  'ratings.extend': ['command', 'counter', LEADING],
  'ratings.close': ['command', 'counter', LEADING],
  'ratings.annotate': ['command', 'counter', LEADING],
  'rating.give': ['command', 'rating', 'anyone'],
  'rating.stay': ['command', 'rating', 'anyone'],
  'enquiry.record': ['command', 'counter', STAFF],
  'enquiry.answer': ['command', 'counter', STAFF],
  'casework.offerHandOver': ['command', 'counter', STAFF],
  'casework.acceptHandOver': ['command', 'counter', STAFF],
  'casework.declineHandOver': ['command', 'counter', STAFF],
  'casework.receive': ['command', 'counter', STAFF],
  'casework.accept': ['command', 'counter', STAFF],
  'casework.giveOneTimeNotice': ['command', 'counter', STAFF],
  'casework.decline': ['command', 'counter', STAFF],
  'casework.remindLapse': ['command', 'counter', STAFF],
  'casework.return': ['command', 'counter', STAFF],
  'casework.withdraw': ['command', 'counter', STAFF],
  'casework.startExcludedProcedure': ['command', 'counter', STAFF],
  'casework.prolongExcludedProcedure': ['command', 'counter', STAFF],
  'casework.endExcludedProcedure': ['command', 'counter', STAFF],
  'casework.requestExtension': ['command', 'counter', STAFF],
  'casework.approveExtension': ['command', 'counter', LEADING],
  'casework.declineExtension': ['command', 'counter', LEADING],
  'casework.submitUpward': ['command', 'counter', STAFF],
  'casework.returnFromAbove': ['command', 'counter', STAFF],
  'casework.giveOpinion': ['command', 'counter', STAFF],
  'casework.receiveDeferred': ['command', 'counter', STAFF],
  'casework.checkCommitment': ['command', 'counter', STAFF],
  'casework.decide': ['command', 'counter', STAFF],
  'casework.deliver': ['command', 'counter', STAFF],
  'casework.complete': ['command', 'counter', STAFF],
  'casework.search': ['query', 'counter', STAFF],
  'casework.get': ['query', 'counter', STAFF],
  'casework.findOpen': ['query', 'counter', STAFF],
  'casework.mayCommit': ['query', 'counter', STAFF],
  'commitments.blocked': ['query', 'counter', LEADING],
  'commitments.unblock': ['command', 'counter', LEADING],
  'casework.revealIdentity': ['command', 'counter', STAFF],
  'staff.colleagues': ['query', 'counter', STAFF],
  'drafts.keep': ['command', 'counter', STAFF],
  'drafts.mine': ['query', 'counter', STAFF],
  'rules.get': ['query', 'counter', STAFF],
  'rules.set': ['command', 'counter', LEADING],
  'service.set': ['command', 'counter', LEADING],
  'hall.setCounters': ['command', 'counter', 'administrator'],
  'calendar.years': ['query', 'counter', STAFF],
  'calendar.preview': ['query', 'counter', LEADING],
  'calendar.load': ['command', 'counter', LEADING],
  'papers.get': ['query', 'counter', STAFF],
  'papers.pdf': ['query', 'counter', STAFF],
  'papers.print': ['command', 'counter', STAFF],
  'papers.save': ['query', 'counter', STAFF],
  'papers.resolveUnknown': ['command', 'counter', STAFF],
  'papers.openFolder': ['query', 'counter', STAFF],
  'papers.folder': ['query', 'counter', LEADING],
  'glyphs.missing': ['query', 'counter', STAFF],
  'glyphs.draw': ['command', 'counter', STAFF],
  'glyphs.leaveToHand': ['command', 'counter', STAFF],
  'printers.assign': ['command', 'counter', LEADING],
  'printers.testPage': ['command', 'counter', LEADING],
  'printers.check': ['query', 'counter', LEADING],
  'printers.find': ['query', 'counter', LEADING],
  'printers.discover': ['query', 'counter', LEADING],
  'printers.knock': ['query', 'counter', LEADING],
  app: ['push', 'counter', ''],
  desk: ['push', 'counter', ''],
  work: ['push', 'counter', ''],
  hall: ['push', 'hall', ''],
  kiosk: ['push', 'kiosk', ''],
  rating: ['push', 'rating', ''],
  reader: ['push', 'counter', ''],
  beat: ['push', 'counter hall kiosk rating', '']
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

  it('the hall screen listens, and says nothing but what its voice has said', () => {
    const sending = doors.filter(
      ([, door]) => door.kind !== 'push' && (door.screens as readonly string[]).includes('hall')
    )
    expect(sending.map(([name]) => name)).toEqual(['hall.said'])
  })

  it('no screen of visitors has a door of the counter, and no counter one of theirs', () => {
    const shared = doors.filter(([, door]) => door.kind !== 'push' && door.screens.length !== 1)
    expect(shared.map(([name]) => name)).toEqual([])
  })

  it('the pushes that may tell of people go to the counter only', () => {
    expect(contract.app.screens).toEqual(['counter'])
    expect(contract.desk.screens).toEqual(['counter'])
  })

  it('what is open to anyone at the counter is only what comes before a sign-in', () => {
    const open = doors.flatMap(([name, door]) =>
      door.kind !== 'push' && door.allowed === 'anyone' && (door.screens as readonly string[]).includes('counter')
        ? [name]
        : []
    )
    expect(open).toEqual(['setup.propose', 'setup.found', 'staff.signIn'])
  })
})
