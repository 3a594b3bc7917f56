import type { DayLine, DayLists, DaySheetPaper } from '../../shared/documents/daySheetPaper.ts'
import { CASE_NO, hall } from './samples.ts'

const ofDay = (count: number, line: (i: number) => DayLine): readonly DayLine[] =>
  Array.from({ length: count }, (_, i) => line(i))

/** Lists of so many lines each, or of the same length all. */
export const dayLists = (lengths: number | Readonly<Partial<Record<keyof DayLists, number>>>): DayLists => {
  const of = (list: keyof DayLists): number => (typeof lengths === 'number' ? lengths : (lengths[list] ?? 0))
  const number = (i: number): string => `B${String(i + 1).padStart(3, '0')}`
  const caseLine = (state: string) => (i: number) => ({
    no: `${CASE_NO.slice(0, -4)}${String(i + 1).padStart(4, '0')}`,
    about: i % 2 === 0 ? '最低生活保障申请（受理、初审）' : '城乡居民基本养老保险参保登记、信息变更和关系转移接续申请',
    state
  })
  return {
    undisposed: ofDay(of('undisposed'), (i) => ({ no: number(i), about: '社会保障', state: '等候中' })),
    lapsed: ofDay(of('lapsed'), (i) => ({ no: number(i), about: '民政', state: '11月22日没办完，已作废' })),
    unprinted: ofDay(of('unprinted'), (i) => ({
      no: `云溪街办受〔2026〕01${String(i + 1).padStart(4, '0')}号`,
      about: '最低生活保障申请（受理、初审）',
      state: '文书没有打印'
    })),
    dueTomorrow: ofDay(of('dueTomorrow'), caseLine('11月24日到期')),
    openNotices: ofDay(of('openNotices'), caseLine('12月23日前补正')),
    handOvers: ofDay(of('handOvers'), caseLine('等人接收')),
    followUps: ofDay(of('followUps'), (i) => ({
      no: number(i),
      about: `${(i % 9) + 1} 号窗口`,
      state: '11月30日前办结'
    }))
  }
}

export const daySheet: DaySheetPaper = {
  kind: 'daySheet',
  hall,
  date: '2026-11-23',
  issuedAt: '2026-11-23T09:48:00.000Z',
  issuedBy: '单雨青',
  closed: true,
  extendedSince: null,
  figures: {
    issued: 128,
    finished: 117,
    missed: 6,
    cancelled: 5,
    expired: 0,
    open: 0,
    waitMedian: 12,
    waitLongest: 47,
    withinEstimate: 83,
    serviceMean: 9,
    extendedMinutes: 18,
    walkIns: 4
  },
  lists: dayLists({ lapsed: 3, unprinted: 1, dueTomorrow: 4, openNotices: 5, followUps: 1 })
}
