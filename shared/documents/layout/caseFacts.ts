import type { CasePaper, PaperDestination } from '../papers.ts'
import { idText, numberLabel, orElse, proxyText } from './casePaper.ts'
import type { TableNode } from './nodes.ts'
import { type FieldRow, fieldGrid } from './parts.ts'

/** An item without a code shows none; an enquiry without an item has neither code nor type. */
export function kindRow(paper: CasePaper): readonly FieldRow[] {
  if (paper.itemCode !== '') {
    return [
      [
        ['事项编码', paper.itemCode],
        ['办件类型', orElse(paper.caseTypeLabel)]
      ]
    ]
  }
  const enquiry = numberLabel(paper) === '咨询编号'
  return enquiry || paper.caseTypeLabel === '' ? [] : [[['办件类型', paper.caseTypeLabel]]]
}

/** Which case this is, whose, and who handles it; `more` comes before the legal basis. */
export function caseFacts(paper: CasePaper, more: readonly FieldRow[] = []): TableNode {
  const enquiry = numberLabel(paper) === '咨询编号'
  const { applicant } = paper
  return fieldGrid([
    [[enquiry ? '咨询事项' : '事项名称', orElse(paper.itemName)]],
    ...kindRow(paper),
    [
      [numberLabel(paper), [{ text: paper.caseNo, bold: true }]],
      ['承办机构', orElse(paper.handlingOffice)]
    ],
    [
      [enquiry ? '咨询人' : '申请人', orElse(applicant.name)],
      ['联系电话', orElse(applicant.phoneMasked)]
    ],
    [
      ['证件', idText(paper)],
      ['代理人', orElse(proxyText(paper), '无')]
    ],
    ...more,
    ...(paper.itemCode === '' && paper.legalBasis.length === 0
      ? []
      : [[['办理依据', orElse(paper.legalBasis.join('；'))]] as const])
  ])
}

/** Where to go instead. */
export const destinationGrid = ({ name, place, phone }: PaperDestination): TableNode =>
  fieldGrid([
    [['机构名称', [{ text: orElse(name), bold: true }]]],
    [['地址', orElse(place)]],
    [['电话', orElse(phone)]]
  ])
