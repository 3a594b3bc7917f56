import { guarded } from '../domain/catalogue/exchangeCells.ts'
import type { WrittenSheet } from '../domain/catalogue/exchangeSheets.ts'
import type { RatedVisit, RatingLevel, RatingState } from '../domain/feedback/rating.ts'
import type { HallConfig } from '../domain/hall/hall.ts'

/** Names and codes of the five grades, as GB/T 39046 A.8 writes them. */
export const LEVEL_NAMES: Readonly<Record<RatingLevel, string>> = {
  1: '非常满意',
  2: '满意',
  3: '基本满意',
  4: '不满意',
  5: '非常不满意'
}

/** GB/T 39046 table 9, in its order. */
const COLUMNS: readonly (readonly [header: string, width: number, numeric: boolean])[] = [
  ['办件编号', 26, false],
  ['评价渠道', 12, false],
  ['评价人', 16, false],
  ['评价时间', 22, false],
  ['评价次数', 10, true],
  ['满意度', 12, false],
  ['满意度代码', 12, true],
  ['文字评价', 60, false],
  ['行政区划', 12, false]
]

/**
 * Ratings of one month as a sheet with the fields of GB/T 39046 table 9, oldest first. Visitors are not named: their
 * particulars are protected (GB/T 39734 4.1), so 评价人 says only whether a phone was left. A visit is rated once.
 */
export function ratingSheet(ratings: Iterable<RatingState>, month: string, hall: HallConfig): WrittenSheet {
  const rated = [...ratings].filter((state): state is RatedVisit => state.status === 'rated')
  const inMonth = rated.filter(({ given }) => given.on.startsWith(month))
  return {
    name: `评价 ${month}`,
    columns: COLUMNS.map(([header, width, numeric]) => ({ header, width, numeric })),
    rows: inMonth
      .toSorted((a, b) => a.given.at.localeCompare(b.given.at))
      .map(({ given, caseNos }) => [
        caseNos.join('、'),
        '窗口评价器',
        given.phone === null ? '匿名' : '实名（已留电话）',
        shanghai(given.at),
        '1',
        LEVEL_NAMES[given.level],
        String(given.level),
        guarded(given.comment),
        hall.regionCode
      ])
  }
}

/** `YYYY-MM-DD HH:mm:ss` in Shanghai. */
function shanghai(at: string): string {
  const there = new Date(Date.parse(at) + 8 * 3600 * 1000).toISOString()
  return `${there.slice(0, 10)} ${there.slice(11, 19)}`
}
