import type { KeptDraft, KeptDrafts } from '../../shared/contract/draftDoors.ts'

/** Monday noon in Shanghai. */
export const NOON = '2026-11-23T04:00:00.000Z'

/** A half-filled form of an invented person, last changed at `at`. */
export const draft = (name: string, more: Partial<KeptDraft> = {}): KeptDraft => ({
  key: 1,
  form: {
    itemId: 'MZ-001',
    caseId: null,
    applicant: { name, idKind: 'residentId', idNumber: '5001021985', phone: '', noPhone: false, address: ' 云溪路 ' },
    ticks: [{ materialId: 'm1', result: null, reason: '' }]
  },
  ticketNo: 'A001',
  itemId: 'MZ-001',
  caseId: null,
  at: NOON,
  ...more
})

export const kept = (...drafts: readonly KeptDraft[]): KeptDrafts => ({
  drafts: drafts.map((one, i) => ({ ...one, key: i + 1 })),
  current: drafts.length > 0 ? 1 : null
})

/** Names on the forms, in order. */
export const namesIn = ({ drafts }: KeptDrafts): unknown[] =>
  drafts.map(({ form }) => (form.applicant as { readonly name: string } | undefined)?.name)
