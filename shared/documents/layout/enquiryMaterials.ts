import type { EnquiryNoticePaper } from '../papers.ts'
import { orElse } from './casePaper.ts'
import type { Inline, LayoutNode } from './nodes.ts'
import { centred, countsText, heading, text } from './parts.ts'
import { titledList } from './sections.ts'

type EnquiryMaterial = EnquiryNoticePaper['materials'][number]

/** Counts one below the other: the column is narrow. */
const counts = ({ originals, copies }: EnquiryMaterial): string =>
  orElse(countsText(originals, copies).replace('、', '\n'), '未提供')

/** Where to get it, what to mind, and whether it need not be handed in. */
function source({ issuer, note, waiver }: EnquiryMaterial): readonly Inline[] {
  const rest = [issuer ? `由${issuer}出具` : '', note ?? ''].filter((part) => part !== '').join('\n')
  if (!waiver) return [orElse(rest, '无')]
  return [{ text: waiver, bold: true }, rest === '' ? '' : `\n${rest}`]
}

/** All materials for somebody who asks (domain §3): name, count, form, who issues it, how to get round it. */
export function enquiryMaterials(title: string, paper: EnquiryNoticePaper): readonly LayoutNode[] {
  if (paper.materials.length === 0) return [heading(`${title}：无`)]
  const rows = paper.materials.map((material, i) => [
    centred(String(i + 1)),
    text(orElse(material.name), { bold: true }),
    centred(counts(material)),
    text(orElse(material.form, '无')),
    text(source(material))
  ])
  const columns = [
    { head: '序号', width: 24 },
    { head: '材料名称', width: null },
    { head: '数量', width: 52 },
    { head: '形式', width: 80 },
    { head: '从哪里取得、能否免交', width: 140 }
  ]
  return [titledList(`${title}（共 ${paper.materials.length} 种）`, columns, rows)]
}
