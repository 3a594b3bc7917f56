import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cardFill } from '../../renderer/counter/desk/model/cardFill.ts'
import { blankForm, type IntakeForm } from '../../renderer/counter/desk/model/intake.ts'
import { noKeys, typed } from '../../renderer/kiosk/cardKeys.ts'
import { isUntouched, newVisit, next, type Step, type Visit, type Wish } from '../../renderer/kiosk/visit.ts'
import { visitorSentence } from '../../renderer/kiosk/words.ts'
import { REFUSALS } from '../../shared/contract/refusals.ts'
import type { KioskTicket } from '../../shared/contract/visitorDoors.ts'
import type { Reply } from '../../shared/kernel/result.ts'

const visitAfter = (...steps: readonly Step[]): Visit => steps.reduce(next, newVisit())

const TICKET: KioskTicket = {
  ticketId: '20261123-A001',
  no: 'A001',
  docId: 't-20261123-A001',
  ahead: 0,
  estimate: null,
  paper: 'printing'
}
const take: Wish = { kind: 'take', group: 'A', itemId: null }
const checkIn: Wish = { kind: 'checkIn', code: '204816' }
const no = (code: string, more = {}): Reply<KioskTicket> => ({ ok: false, refusal: { code, ...more } })
const answered = (wish: Wish, reply: Reply<KioskTicket>, paper = true): Step => ({
  step: 'answered',
  wish,
  paper,
  reply
})

describe('a visit at the kiosk', () => {
  it('leaves nothing to the next visitor but that a card was dealt with', () => {
    const visit = visitAfter(
      { step: 'elder', on: true },
      { step: 'priority', reason: 'disabled' },
      { step: 'go', to: 'search' },
      answered(take, { ok: true, value: TICKET }),
      { step: 'leave', readId: 'r1' }
    )
    expect(visit).toEqual(newVisit('r1'))
    expect(isUntouched(visit)).toBe(true)
  })

  it('says of a printer without paper that nothing was taken, and what for it would be', () => {
    const { page } = visitAfter(answered(take, no('ticket-printer-not-ready', { health: 'paper-out' })))
    expect(page).toEqual({ kind: 'noPaper', wish: take, health: 'paper-out' })
  })

  it('repeats just what it does not know the outcome of, with or without paper', () => {
    for (const code of ['no-answer', 'log-unknown']) {
      for (const wish of [take, checkIn]) {
        const { page } = visitAfter(answered(wish, no(code), false))
        expect(page).toMatchObject({ kind: 'refused', again: true, wish, paper: false })
      }
    }
    expect(visitAfter(answered(take, no('group-full'))).page).toMatchObject({ kind: 'refused', again: false })
  })

  it('keeps a code that was refused on its page', () => {
    const { page } = visitAfter({ step: 'go', to: 'checkIn' }, answered(checkIn, no('appointment-unknown')))
    expect(page).toEqual({ kind: 'checkIn', refusal: { code: 'appointment-unknown' } })
  })

  it('asks about a card once, and a reason that was chosen is not taken away by refusing another', () => {
    const visit = visitAfter({ step: 'priority', reason: 'disabled' }, { step: 'card', readId: 'r1', reason: null })
    expect(visit).toMatchObject({ cardDone: 'r1', priority: 'disabled' })
  })

  it('speaks to visitors of nothing that only the desk can mend', () => {
    for (const code of REFUSALS) expect(visitorSentence({ code })).not.toMatch(/磁盘|管理员|程序|登录|账号/)
  })
})

describe('keys of a reader that plays a keyboard', () => {
  const all = (keys: readonly string[], pause: number) => {
    let state = noKeys
    let at = 1000
    const cards: string[] = []
    for (const key of keys) {
      at += pause
      const heard = typed(state, key, at)
      state = heard.keys
      if (heard.card !== null) cards.push(heard.card)
    }
    return cards
  }

  it('are a card when they come at once and end with Enter', () => {
    expect(all([...'50010219660502996', 'Shift', 'X', 'Enter'], 5)).toEqual(['50010219660502996X'])
    expect(all(['张', 'Tab', ...'50010219660502996X', 'Enter'], 5)).toEqual(['张|50010219660502996X'])
  })

  it('are a person when they come slower, or are too few', () => {
    expect(all([...'50010219660502996X', 'Enter'], 200)).toEqual([])
    expect(all([...'123456', 'Enter'], 5)).toEqual([])
  })

  it('never grow without end', () => {
    expect(all([...'1'.repeat(2001), ...'50010219660502996X', 'Enter'], 5)).toEqual(['50010219660502996X'])
  })
})

describe('a card that goes into the form', () => {
  const card = {
    idKind: 'residentId',
    idNumber: '500102198511209985',
    name: '欧阳娜娜',
    validUntil: null,
    address: '云溪路 1 号'
  } as const
  const form = (change: (form: IntakeForm) => void = () => undefined): IntakeForm => {
    const blank = blankForm()
    change(blank)
    return blank
  }
  const fill = (of: IntakeForm, place: string | null = null) => cardFill(of, card, place, '长期有效')

  it('fills what is blank', () => {
    const { who, blank, other } = fill(form())
    expect(who).toBe('applicant')
    expect(other).toEqual([])
    expect(Object.fromEntries(blank.map(({ path, value }) => [path, value]))).toEqual({
      'applicant.idKind': 'residentId',
      'applicant.name': '欧阳娜娜',
      'applicant.idNumber': '500102198511209985',
      'applicant.idValidUntil': '长期有效',
      'applicant.address': '云溪路 1 号'
    })
  })

  it('never overwrites what was typed without being asked to', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), fc.string(), (name, idNumber, until, address) => {
        const typedForm = form((f) => Object.assign(f.applicant, { name, idNumber, idValidUntil: until, address }))
        const { blank } = fill(typedForm)
        for (const { path } of blank) {
          const key = path.slice('applicant.'.length) as 'name' | 'idNumber' | 'idValidUntil' | 'address' | 'idKind'
          expect(key === 'idKind' ? idNumber.trim() : typedForm.applicant[key].trim()).toBe('')
        }
      })
    )
  })

  it('names what differs, and only that', () => {
    const typedForm = form((f) => Object.assign(f.applicant, { name: '欧阳娜', idNumber: card.idNumber }))
    expect(fill(typedForm).other).toEqual([{ path: 'applicant.name', value: '欧阳娜娜' }])
  })

  it('is the proxy’s where the applicant is known already or the cursor stands there', () => {
    const two = (f: IntakeForm) => {
      f.hasProxy = true
    }
    expect(fill(form(two)).who).toBe('applicant')
    expect(fill(form(two), 'proxy.name').who).toBe('proxy')
    const known = form((f) => {
      two(f)
      f.applicant.idNumber = '50010219660502996X'
    })
    expect(fill(known).who).toBe('proxy')
    expect(fill(known).blank.map(({ path }) => path)).not.toContain('applicant.address')
    expect(fill(known, 'applicant.phone').who).toBe('applicant')
    expect(
      fill(
        form((f) => Object.assign(f.applicant, { idNumber: card.idNumber })),
        'proxy.name'
      ).who
    ).toBe('applicant')
  })
})
