import type { TableLayout } from 'pdfmake/js/index.js'
import { CELL } from '../../shared/documents/layout/measures.ts'
import type { TableLayoutName } from '../../shared/documents/layout/nodes.ts'

/** The two table layouts that papers name. */
export const TABLE_LAYOUTS: Readonly<Record<TableLayoutName, TableLayout>> = {
  form: {
    hLineWidth: () => CELL.line,
    vLineWidth: () => CELL.line,
    paddingLeft: () => CELL.padX,
    paddingRight: () => CELL.padX,
    paddingTop: () => CELL.padY,
    paddingBottom: () => CELL.padY
  },
  bare: {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: () => 0,
    paddingRight: () => 0,
    paddingTop: () => 1,
    paddingBottom: () => 1
  }
}
