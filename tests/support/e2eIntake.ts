import type { InputOf } from '../../shared/contract/contract.ts'
import type { ServiceItem } from '../../shared/domain/catalogue/serviceItem.ts'
import { neededMaterials, proxyAnswer } from '../../shared/domain/catalogue/situations.ts'
import { plainAnswers } from './answers.ts'
import { accepted, type Doors } from './app.ts'

/** Invented visitors and what they bring. */

export type Intake = InputOf<'casework.accept'>
export type Visitor = Intake['applicant']

const SURNAMES = ['𠮷田', '𡈽', '阿依古丽·买买提', '欧阳', '仇', '周', '𠀀', '单', '区']
const GIVEN = ['一', '𠮷', '晓', '䶮', '海', '𡘙', '明', '玥']
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECKS = '10X98765432'

/** A valid number (GB 11643) that belongs to nobody: serials 996 to 999 are not given to people born then. */
function idNumber(n: number): string {
  const year = 1950 + (n % 50)
  const month = 1 + (Math.floor(n / 50) % 12)
  const day = 1 + (Math.floor(n / 600) % 28)
  const two = (value: number): string => String(value).padStart(2, '0')
  const body = `500102${year}${two(month)}${two(day)}${996 + (Math.floor(n / 16_800) % 4)}`
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0)
  return `${body}${CHECKS[sum % 11]}`
}

/** Visitor `n`: the same each time, and another one than every other below 67,200. */
export function visitor(n: number): Visitor {
  const surname = SURNAMES[n % SURNAMES.length] ?? ''
  const given = [GIVEN[n % GIVEN.length], GIVEN[Math.floor(n / GIVEN.length) % GIVEN.length]].join('')
  return {
    name: `${surname}${given}`,
    idKind: 'residentId',
    idNumber: idNumber(n),
    phone: n % 5 === 0 ? null : `138${String(n).padStart(8, '0')}`,
    address: n % 3 === 0 ? '' : `云溪路 ${n} 号`
  }
}

/** A new case with everything in order, or with the first material missing and the second not as it should be. */
export function intake(item: ServiceItem, applicant: Visitor, gaps: 'none' | 'some' = 'none'): Intake {
  const answers = plainAnswers(item)
  return {
    caseId: null,
    itemId: item.id,
    answers,
    decideNow: null,
    applicant,
    proxy: null,
    ticks: neededMaterials(item, { ...answers, ...proxyAnswer(item, false) }).map(({ id }, i) => {
      if (gaps === 'some' && i === 0) return { materialId: id, result: 'missing' as const, reason: '未带来' }
      if (gaps === 'some' && i === 1) return { materialId: id, result: 'notMeeting' as const, reason: '复印件不清楚' }
      return { materialId: id, result: 'inOrder' as const, reason: '' }
    })
  }
}

/** The same papers for the door of notices, which knows nothing of a decision. */
export function noticeOf({ decideNow: _decideNow, ...papers }: Intake): Omit<Intake, 'decideNow'> {
  return papers
}

/** The item that this text finds first. */
export async function itemFor(api: Doors, text: string): Promise<ServiceItem> {
  const [found] = accepted(await api.query('catalogue.search', { text, limit: 1 }))
  if (!found) throw new Error(`no item is found by ${text}`)
  return accepted(await api.query('catalogue.item', { itemId: found.itemId, version: null })).item
}
