import type { CommandName, InputOf, QueryName } from '../../shared/contract/contract.ts'
import { DEMO_HALL } from '../../shared/domain/hall/demo.ts'
import type { HallConfig } from '../../shared/domain/hall/hall.ts'
import { defaultHallRules } from '../../shared/domain/hall/rules.ts'
import { defaultHallService } from '../../shared/domain/hall/service.ts'
import { itemOf } from '../support/builders.ts'

type Plain<T> = T extends readonly (infer E)[]
  ? Plain<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T

/** The demo hall as it comes back from the form: plain, its own copy, and two of each kind are enough. */
const whole = structuredClone(DEMO_HALL) as Plain<HallConfig>
const config = {
  ...whole,
  groups: whole.groups.slice(0, 2),
  counters: whole.counters.slice(0, 2),
  sites: whole.sites.slice(0, 2),
  grids: whole.grids.slice(0, 2)
}

const applicant = {
  name: '欧阳娜娜子',
  idKind: 'residentId',
  idNumber: '500102198511209985',
  phone: '13800138000',
  address: '云溪街道云栖社区 3 号'
}

const intake = {
  caseId: null,
  itemId: 'MZ-001',
  answers: { s1: 'yes' },
  applicant,
  proxy: {
    name: '单雨青',
    idKind: 'residentId',
    idNumber: '50010219660502996X',
    phone: '13800138002',
    authority: {
      matters: '最低生活保障申请',
      powers: '代为提交材料、领取文书',
      from: '2026-11-23',
      until: '2027-05-23',
      signed: true,
      drawUp: false
    }
  },
  ticks: [
    { materialId: 'm1', result: 'inOrder' as const, reason: '' },
    { materialId: 'm2', result: 'notMeeting' as const, reason: '复印件看不清' }
  ]
}

const id = '500102202611230100011'
const ticketId = '20261123-A001'
const enquiry = 'ZX202611230100013'
const elsewhere = { name: '区城市照明管理处', place: '环城路 9 号', phone: '023-00002000' }

const gridDescribed = {
  name: '第一网格',
  siteId: 's01',
  boundary: '东至云溪路，南至滨河',
  households: 312,
  stationPhone: '023-00001100'
}
const gridWorker = { name: '单雨青', phone: '13800138001', duty: '走访、收件' }

/** A file of holidays as somebody pastes it. */
const calendarText = JSON.stringify({
  year: 2027,
  notice: { title: '试用的放假安排', reference: 'content_0000000', issued: '2026-11' },
  restDays: ['2027-01-01', '2027-01-02', '2027-01-03'],
  workingWeekends: ['2027-01-09']
})

/** An honest message for every door. A new door does not compile without one. */
export const SAMPLES: { readonly [K in CommandName | QueryName]: InputOf<K> } = {
  'setup.propose': {},
  'setup.found': { config, administrator: { login: 'admin', name: '管理员', password: 'Guanli@2026' } },
  'staff.signIn': { login: 'zhou', password: 'Yanshi@2026', counter: 3 },
  'staff.signOut': {},
  'staff.register': { login: 'he', name: '何青', roles: ['clerk', 'lead'], password: 'Xinren@2026' },
  'staff.list': {},
  'staff.setPassword': { personId: 'he', password: 'Xinmima@2026' },
  'staff.changeOwnPassword': { old: 'Yanshi@2026', password: 'Xinmima@2026' },
  'staff.end': { personId: 'he' },
  'queue.issueTicket': { group: 'A', priority: { reason: 'other', note: '带着孩子' } },
  'queue.grantPriority': { ticketId, priority: { reason: 'elderly', note: '' } },
  'queue.openCounter': {},
  'queue.pauseCounter': { reason: '取材料', until: '2026-11-23T02:15:00.000Z' },
  'queue.closeCounter': {},
  'queue.callNext': {},
  'queue.callChosen': { ticketId, reason: '要赶车', approval: { login: 'qiu', password: 'Yanshi@2026' } },
  'queue.recall': {},
  'queue.startService': {},
  'queue.markNoShow': {},
  'queue.rejoin': { ticketId },
  'queue.hold': { reason: '去复印' },
  'queue.takeBack': { ticketId },
  'queue.transfer': { group: 'B', toCounter: 2, toPerson: 'zhou', reason: '社保的事' },
  'queue.nextService': { group: 'B' },
  'queue.correctService': { group: 'B' },
  'queue.serveWalkIn': { group: 'A' },
  'queue.finishService': { saidEnd: '2026-11-23T02:15:00.000Z' },
  'queue.stillServing': {},
  'queue.cancelTicket': { ticketId, reason: '走了' },
  'queue.undo': {},
  'queue.callColleague': { reason: '请来看一下' },
  'queue.answerColleague': { counter: 2 },
  'queue.closeHall': {},
  'queue.ticket': { no: 'A001' },
  'appointments.slots': { group: 'A', date: '2026-11-24' },
  'appointments.list': { date: '2026-11-24' },
  'appointments.book': { group: 'A', date: '2026-11-24', slot: '09:30', name: '单雨青', phone: '13800138002' },
  'appointments.cancel': { appointmentId: 'ap-1', date: '2026-11-24', reason: '改天再来' },
  'appointments.checkIn': { appointmentId: 'ap-1' },
  'service.get': {},
  'phone.state': {},
  'kiosk.take': { group: 'A', itemId: 'MZ-001', priority: { reason: 'elderly', note: '' }, paper: true },
  'kiosk.printer': {},
  'kiosk.paper': { docId: 't-20261123-A001' },
  'kiosk.checkIn': { code: '204816', paper: true },
  'kiosk.search': { text: 'zdsh' },
  'kiosk.readCard': { text: '50010219660502996X' },
  'hall.said': {
    sayId: 'call-0001',
    how: 'voice',
    times: 2,
    startedAt: '2026-11-23T02:15:00.000Z',
    endedAt: '2026-11-23T02:15:09.000Z'
  },
  'catalogue.search': { text: 'zdsh', limit: 20 },
  'catalogue.item': { itemId: 'MZ-001', version: null },
  'catalogue.list': {},
  'catalogue.get': { itemId: 'MZ-001' },
  'catalogue.saveDraft': { item: itemOf('MZ-001') as InputOf<'catalogue.saveDraft'>['item'] },
  'catalogue.discardDraft': { itemId: 'MZ-001' },
  'catalogue.approve': { itemId: 'MZ-001', effectiveFrom: '2026-12-01' },
  'catalogue.approveMany': { itemIds: ['MZ-001', 'HJ-001'], effectiveFrom: '2026-12-01' },
  'catalogue.withdraw': { itemId: 'MZ-001', effectiveTo: '2026-12-31', reason: '并入社会救助综合申请' },
  'catalogue.preview': { format: 'json', bytes: new TextEncoder().encode('{}') },
  'catalogue.import': { format: 'xlsx', bytes: new Uint8Array([0x50, 0x4b, 3, 4]) },
  'catalogue.export': { format: 'xlsx' },
  'catalogue.exportFile': { format: 'json' },
  'enquiry.record': {
    itemId: null,
    topic: '门口的路灯不亮',
    answers: {},
    applicant: { ...applicant, name: '' },
    hasProxy: false,
    answer: { text: '请向城市照明管理处反映', destination: elsewhere }
  },
  'enquiry.answer': { caseId: enquiry, answers: { s1: 'no' }, text: '已经问清楚了', destination: null },
  'casework.offerHandOver': { caseId: id, to: 'qiu', reason: '社保业务' },
  'casework.acceptHandOver': { caseId: id },
  'casework.declineHandOver': { caseId: id, reason: '不是我这里的' },
  'casework.receive': intake,
  'casework.accept': { ...intake, decideNow: { certificateNo: '云溪证〔2026〕1号' } },
  'casework.giveOneTimeNotice': {
    ...intake,
    secondNoticeReason: '当时没有看出来',
    approval: { login: 'shan', password: 'Yanshi@2026' }
  },
  'casework.decline': {
    caseId: null,
    itemId: 'MZ-001',
    answers: { s1: 'no' },
    applicant,
    proxy: null,
    kind: 'outsideAuthority',
    reason: '户籍不在本街道',
    destination: elsewhere
  },
  'casework.remindLapse': { caseId: id, how: 'phone', note: '本人接听' },
  'casework.return': { caseId: id, reason: '期满没有补正' },
  'casework.withdraw': { caseId: id, reason: '本人不办了' },
  'casework.startExcludedProcedure': {
    caseId: id,
    procedure: 'PUBLICITY',
    reason: '按规定公示',
    basis: '社会救助办法',
    expectedEnd: '2026-12-01'
  },
  'casework.prolongExcludedProcedure': { caseId: id, expectedEnd: '2026-12-08', reason: '有异议，需要复核' },
  'casework.endExcludedProcedure': { caseId: id },
  'casework.requestExtension': { caseId: id, days: 10, reason: '需要入户核查' },
  'casework.approveExtension': { caseId: id, head: '何主任' },
  'casework.declineExtension': { caseId: id, reason: '能按期办结' },
  'casework.submitUpward': { caseId: id, to: '区民政局', expectedBack: '2026-12-10' },
  'casework.returnFromAbove': { caseId: id, result: 'approved', note: '同意' },
  'casework.giveOpinion': { caseId: id, office: '规划所', agrees: true, note: '' },
  'casework.receiveDeferred': { caseId: id, materialId: 'm5' },
  'casework.checkCommitment': { caseId: id, materialId: 'm7', kept: false, note: '核对不一致' },
  'casework.decide': {
    caseId: id,
    result: 'approved',
    reasons: '',
    certificateNo: null,
    validUntil: '2027-11-22',
    reviewers: ['周晓禾', '仇文澜']
  },
  'casework.deliver': {
    caseId: id,
    method: 'proxy',
    recipient: '欧阳娜娜子',
    agent: { name: '单雨青', idNumber: '50010219660502996X', relation: '女儿' },
    trackingNo: null,
    place: '大厅1号窗口'
  },
  'casework.complete': { caseId: id, note: '已送达' },
  'casework.search': { text: '欧阳', limit: 20 },
  'casework.get': { caseId: id },
  'casework.findOpen': { idNumber: '500102198511209985' },
  'casework.mayCommit': { idNumber: '500102198511209985' },
  'commitments.blocked': {},
  'commitments.unblock': { caseId: id, reason: '信用已修复' },
  'casework.revealIdentity': { caseId: id, field: 'applicant' },
  'staff.colleagues': {},
  'drafts.keep': {
    drafts: [
      {
        key: 2,
        form: { itemId: 'MZ-001', applicant, ticks: intake.ticks, hasProxy: false },
        ticketNo: 'A001',
        itemId: 'MZ-001',
        caseId: '500102202611230100011',
        at: '2026-11-23T01:41:00.000Z'
      }
    ],
    current: 2
  },
  'drafts.mine': {},
  'day.check': {},
  'day.sheet': {},
  'day.printSheet': {},
  'rules.get': {},
  'rules.set': { rules: defaultHallRules() },
  'service.set': { service: defaultHallService() as InputOf<'service.set'>['service'] },
  'hall.setCounters': {
    groups: [{ code: 'A', name: '民政' }],
    counters: [{ no: 1, name: '综合窗口', groups: ['A'] }]
  },
  'calendar.years': {},
  'calendar.preview': { text: calendarText },
  'calendar.load': { text: calendarText },
  'grid.list': {},
  'grid.get': { gridId: 'g1' },
  'grid.register': { gridId: 'g1', ...gridDescribed },
  'grid.change': { gridId: 'g1', ...gridDescribed },
  'grid.close': { gridId: 'g1', on: '2026-12-31' },
  'grid.assign': { gridId: 'g1', ...gridWorker, role: 'worker', primary: true, from: '2026-11-23' },
  'grid.changeStaff': { gridId: 'g1', assignmentId: 'a1', ...gridWorker, everywhere: true },
  'grid.endStaff': { gridId: 'g1', assignmentId: 'a1', on: '2026-12-31' },
  'grid.choosePrimary': { gridId: 'g1', assignmentId: 'a1', from: '2026-11-23' },
  'cards.preview': { gridId: 'g1', format: 'sheet90x54', bleed: true },
  'cards.readList': { bytes: new Uint8Array([0x50, 0x4b, 3, 4]) },
  'cards.listTemplate': {},
  'cards.start': { format: 'A6', bleed: false, source: { from: 'stock', parts: [{ gridId: 'g1', cards: 10 }] } },
  'cards.pause': { batchId: 'b1' },
  'cards.resume': { batchId: 'b1' },
  'cards.cancel': { batchId: 'b1' },
  'cards.batches': {},
  'cards.register': { gridId: 'g1', year: '2026' },
  'papers.get': { docId: '500102202611230100011-1' },
  'papers.pdf': { docId: '500102202611230100011-1' },
  'papers.save': { docId: '500102202611230100011-1' },
  'papers.print': { docId: '500102202611230100011-1' },
  'papers.resolveUnknown': { docId: '500102202611230100011-1', jobId: 'job-0001', cameOut: true },
  'papers.openFolder': {},
  'papers.folder': {},
  'glyphs.missing': { docId: '500102202611230100011-1' },
  'glyphs.draw': {
    docId: '500102202611230100011-1',
    codePoint: 0x30edd,
    bitmap: `${'D'.repeat(2731)}=`,
    source: 'file'
  },
  'glyphs.leaveToHand': { docId: '500102202611230100011-1', codePoints: [0x30edd, 0x2ebf0] },
  'printers.assign': { use: 'paper', target: { kind: 'ipp', uri: 'ipp://printer.test/ipp/print', name: '前台' } },
  'printers.testPage': { use: 'ticket' },
  'printers.check': { target: { kind: 'spooler', queue: 'qiantai', name: '前台' } },
  'printers.find': {},
  'reader.take': { readId: 'read-1' },
  'rating.give': {
    ratingId: 'r-1',
    level: 4,
    reasons: ['attitude', 'again'],
    comment: '跑了两趟',
    phone: '13800138000'
  },
  'rating.stay': { ratingId: 'r-1' },
  'ratings.list': { month: '2026-11' },
  'ratings.get': { ratingId: 'r-1' },
  'ratings.month': { month: '2026-11' },
  'ratings.export': { month: '2026-11' },
  'ratings.revealPhone': { ratingId: 'r-1' },
  'ratings.start': { ratingId: 'r-1', reviewer: 'shan' },
  'ratings.callBack': { ratingId: 'r-1', reached: true, text: '已致歉并说明' },
  'ratings.extend': { ratingId: 'r-1', until: '2026-12-10', reason: '等区里答复', approval: null },
  'ratings.close': { ratingId: 'r-1', outcome: 'fixed', text: '增开了一个窗口', secondLevel: 2 },
  'ratings.annotate': { ratingId: 'r-1', text: '同一人一周内第二次反映' },
  'printers.discover': {},
  'printers.knock': {}
}

export const DOORS = Object.keys(SAMPLES) as readonly (CommandName | QueryName)[]
