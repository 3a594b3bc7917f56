import type { CommandName, InputOf, QueryName } from '../../shared/contract/contract.ts'
import { DEMO_HALL } from '../../shared/domain/hall/demo.ts'
import type { HallConfig } from '../../shared/domain/hall/hall.ts'

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
  applicant,
  proxy: { name: '单雨青', idKind: 'residentId', idNumber: '50010219660502996X', phone: '13800138002' },
  ticks: [
    { materialId: 'm1', result: 'inOrder' as const, reason: '' },
    { materialId: 'm2', result: 'notMeeting' as const, reason: '复印件看不清' }
  ]
}

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
  'queue.issueTicket': { group: 'A' },
  'queue.openCounter': {},
  'queue.pauseCounter': {},
  'queue.callNext': {},
  'queue.recall': {},
  'queue.startService': {},
  'queue.markNoShow': {},
  'queue.finishService': {},
  'catalogue.search': { text: 'zdsh', limit: 20 },
  'catalogue.item': { itemId: 'MZ-001' },
  'casework.accept': intake,
  'casework.giveOneTimeNotice': { ...intake, secondNoticeReason: '当时没有看出来' },
  'casework.complete': { caseId: '500102202611230100011', note: '已送达' },
  'casework.search': { text: '欧阳', limit: 20 },
  'casework.get': { caseId: '500102202611230100011' },
  'casework.findOpen': { idNumber: '500102198511209985' },
  'casework.revealIdentity': { caseId: '500102202611230100011', field: 'applicant' },
  'papers.get': { docId: '500102202611230100011-1' },
  'papers.pdf': { docId: '500102202611230100011-1' },
  'papers.print': { docId: '500102202611230100011-1' },
  'papers.resolveUnknown': { docId: '500102202611230100011-1', jobId: 'job-0001', cameOut: true },
  'papers.choosePrinter': { target: { kind: 'ipp', uri: 'ipp://printer.test/ipp/print', name: '前台' } },
  'papers.openFolder': {},
  'papers.folder': {},
  'printer.check': { uri: 'ipp://printer.test/ipp/print' },
  'printer.find': {}
}

export const DOORS = Object.keys(SAMPLES) as readonly (CommandName | QueryName)[]
