import type { TableLayout } from 'pdfmake/js/LayoutBuilder.js'
import { CELL } from '../../shared/documents/layout/measures.ts'
import type { TableLayoutName } from '../../shared/documents/layout/nodes.ts'

const form: TableLayout = {
  hLineWidth: () => CELL.line,
  vLineWidth: () => CELL.line,
  paddingLeft: () => CELL.padX,
  paddingRight: () => CELL.padX,
  paddingTop: () => CELL.padY,
  paddingBottom: () => CELL.padY
}

/** The table layouts that papers name. */
export const TABLE_LAYOUTS: Readonly<Record<TableLayoutName, TableLayout>> = {
  form,
  // A cell that spans others cannot switch off the line above them: the layout has to.
  titled: { ...form, hLineWidth: (line) => (line === 0 ? 0 : CELL.line) },
  bare: {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: () => 0,
    paddingRight: () => 0,
    paddingTop: () => 1,
    paddingBottom: () => 1
  }
}
