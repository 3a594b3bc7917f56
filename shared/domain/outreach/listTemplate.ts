import type { WrittenSheet } from '../catalogue/exchangeSheets.ts'
import { COLUMN_NAME } from './households.ts'

/** A grid that no hall has: whoever forgets to replace the example is told so, and no card is printed for nobody. */
const NO_GRID = '示例网格'

const column = (header: string, width: number) => ({ header, width, numeric: false })

/** A list of households to be filled in: the headings that `readHouseholds` knows, and one invented row. */
export const listTemplate = (): WrittenSheet => ({
  name: '住户名单',
  columns: [column(COLUMN_NAME.grid, 24), column(COLUMN_NAME.door, 28), column(COLUMN_NAME.head, 16)],
  rows: [[NO_GRID, '示例路1号3栋501', '张示例']]
})
