import type { CasePaper } from '../papers.ts'
import { clerkText } from './casePaper.ts'
import { chineseDate } from './dates.ts'
import { GREY, mm, SIZE } from './measures.ts'
import type { LayoutNode } from './nodes.ts'
import { text } from './parts.ts'

/** A round official seal is 42 mm (国发〔1999〕25号); it is pressed over name and date, so they need its room. */
const SEAL_HEIGHT = mm(42)
const SEAL_WIDTH = mm(62)
/** Three points a module; 21 modules hold a case number or an enquiry's. Quiet zone: four modules (ISO/IEC 18004). */
const QR = { size: 63, quiet: 12 } as const
/** 0.381 mm (15 mil), nine dots of a 600 dpi printer: every scanner reads it. Quiet zone: ten modules (ISO/IEC 15417). */
const BAR = { module: 1.08, quiet: 10.8, height: 34 } as const
/** Spreads the 21 digits below the bars. */
const DIGIT_SPACING = 2.7

/** Case number only, never a person (domain §3): for the visitor's phone, and for the counter's scanner. */
const codes = (caseNo: string): LayoutNode => ({
  columns: [
    { qr: caseNo, fit: QR.size, eccLevel: 'M', width: QR.size + QR.quiet },
    {
      width: '*',
      stack: [
        { barcode: caseNo, moduleWidth: BAR.module, height: BAR.height, margin: [BAR.quiet, 6, 0, 2] },
        text(caseNo, { characterSpacing: DIGIT_SPACING, noWrap: true, margin: [BAR.quiet, 0, 0, 0] })
      ]
    }
  ],
  margin: [0, 5, 0, 4]
})

/** From the date to the lower edge of a seal that stands in the middle of name and date. */
export const BELOW_SEAL = 38

/** Of the clerk, `gap` points below the date. */
export const clerkLine = (paper: CasePaper, gap = BELOW_SEAL): LayoutNode =>
  text(`经办人：${clerkText(paper)}`, { fontSize: SIZE.body, margin: [0, gap, 0, 0] })

/** The authority's name and date, with the room of a round seal above them. */
const sealPlace = (paper: CasePaper): readonly LayoutNode[] => [
  text('（盖章）', { color: GREY, margin: [0, SEAL_HEIGHT / 2 - 24, 0, 4] }),
  text(paper.hall.authorityName, { bold: true }),
  text(chineseDate(paper.issuedOn), { margin: [0, 2, 0, 0] })
]

/** What is signed, codes and ways to ask at the left; the place for the seal at the right. Stays in one piece. */
export function closing(
  paper: CasePaper,
  signatures: readonly LayoutNode[],
  underSeal: readonly LayoutNode[] = [],
  place: readonly LayoutNode[] = sealPlace(paper)
): LayoutNode {
  const { hall } = paper
  return {
    columns: [
      {
        width: '*',
        stack: [
          ...signatures,
          codes(paper.caseNo),
          text([{ text: `咨询 ${hall.enquiryPhone}　监督 ${hall.supervisionPhone}`, bold: true }]),
          text(`${hall.address}　${hall.hours}`)
        ]
      },
      {
        width: SEAL_WIDTH,
        alignment: 'center',
        fontSize: SIZE.text,
        stack: [...place, ...underSeal]
      }
    ],
    margin: [0, 2, 0, 0]
  }
}
