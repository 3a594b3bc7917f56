import {
  APPLICANT_TYPES,
  CASE_TYPES,
  DECIDERS,
  EXCLUDED_PROCEDURES,
  ITEM_TYPES,
  type ItemTypeCode,
  MATERIAL_FORMS,
  MATERIAL_SOURCES,
  NECESSITIES,
  STAGES,
  WAIVERS
} from './codes.ts'
import type { DeemedAcceptanceKind } from './deemedAcceptance.ts'
import { valueAt } from './exchange.ts'
import {
  type Codec,
  choice,
  digits,
  limit,
  list,
  number,
  office,
  option,
  type Read,
  rule,
  text,
  unit,
  yesNo
} from './exchangeCells.ts'
import type { Material, ServiceItem, Situation } from './serviceItem.ts'

/** One column of a sheet. Headings follow the names of 事项实施清单 (domain §14.1, GB/T 39046-2020 table 4). */
export interface Column<Row> {
  readonly header: string
  /** Place in the item, material or situation. Empty: told for others (a code of GB/T 39046), not read back. */
  readonly path: readonly string[]
  /** In characters of the table program. */
  readonly width: number
  /** Written as a number; everything else is a text, so that codes keep their zeros. */
  readonly numeric: boolean
  /** What an empty cell means: a mistake, nothing at all, `null`, or an empty text or list. */
  readonly blank: 'required' | 'absent' | 'null' | 'empty'
  readonly write: (row: Row) => string
  readonly read: (cell: string) => Read<unknown>
}

type Blank = Column<unknown>['blank']

function column<Row, T>(
  header: string,
  path: string,
  codec: Codec<T>,
  blank: Blank = 'required',
  width = 14
): Column<Row> {
  const steps = path.split('.')
  return {
    header,
    path: steps,
    width,
    numeric: (codec as Codec<unknown>) === number,
    blank,
    write: (row) => {
      const value = valueAt(row, steps)
      return value === undefined || value === null ? '' : codec.write(value as T)
    },
    read: codec.read
  }
}

const told = <Row>(header: string, write: (row: Row) => string): Column<Row> => ({
  header,
  path: [],
  width: 12,
  numeric: false,
  blank: 'absent',
  write,
  read: (cell) => ({ ok: true, value: cell })
})

const labelsOf = <Code extends string>(table: Readonly<Record<Code, { readonly label: string }>>) =>
  Object.fromEntries(
    Object.entries<{ readonly label: string }>(table).map(([code, { label }]) => [code, label])
  ) as Record<Code, string>

const DEEMED: Readonly<Record<DeemedAcceptanceKind, string>> = {
  LICENCE: '行政许可',
  HALL_PRACTICE: '参照行政许可',
  REAL_ESTATE: '不动产登记',
  DISCLOSURE: '政府信息公开',
  LEGAL_AID: '法律援助',
  NONE: '不适用'
}

const CONFIDENCE = { sure: '确定', likely: '较确定', unsure: '不确定' } as const

/** 行使层级, GB/T 39046-2020 A.2: 2 province, 4 county, 5 town or street, 6 village or community. */
const LEVELS: Readonly<Record<ServiceItem['decisionAuthority'], string>> = {
  PROVINCE: '2',
  COUNTY: '4',
  STREET: '5',
  VILLAGE: '6'
}

/** "7个自然日" for the public notice, which has days instead of a value. */
const publicity: Codec<NonNullable<ServiceItem['publicity']>> = {
  write: ({ days, unit: of }) => limit.write({ value: days, unit: of }),
  read: (cell) => {
    const read = limit.read(cell)
    return read.ok ? { ok: true, value: { days: read.value.value, unit: read.value.unit } } : read
  }
}

/** Besides the number of the item, with which the rows of all three sheets begin. */
export const ITEM_COLUMNS: readonly Column<ServiceItem>[] = [
  column('事项版本', 'version', number, 'required', 8),
  column('事项名称', 'name', text, 'required', 36),
  column('俗称', 'everydayNames', list(text), 'required', 20),
  column('类别', 'category', text),
  column('大厅屏显示', 'publicGroup', text),
  column('基本编码', 'basicCode', text, 'empty', 16),
  column('实施编码', 'taskCode', text, 'empty', 34),
  column('事项类型代码', 'itemTypeCode', digits(Object.keys(ITEM_TYPES) as ItemTypeCode[])),
  told('事项类型', (item) => ITEM_TYPES[item.itemTypeCode]),
  column('办件类型', 'caseType', choice(labelsOf(CASE_TYPES))),
  told('办件类型代码', (item) => CASE_TYPES[item.caseType].gb),
  column('实施机构', 'handlingOffice', text, 'required', 24),
  column('决定机关', 'decisionAuthority', choice(DECIDERS)),
  told('行使层级代码', (item) => LEVELS[item.decisionAuthority]),
  column('承诺办结时限', 'promisedLimit.value', number),
  column('承诺办结时限单位', 'promisedLimit.unit', unit),
  column('法定办结时限', 'statutoryLimit.value', number, 'null'),
  column('法定办结时限单位', 'statutoryLimit.unit', unit, 'null'),
  column('法定办结时限说明', 'statutoryNote', text, 'null', 30),
  column('受理规则', 'deemedAcceptance', choice(DEEMED)),
  column('补正期限', 'lapse', limit),
  column('特别程序', 'excludedProcedures', list(choice(labelsOf(EXCLUDED_PROCEDURES))), 'empty', 20),
  column('公示期限', 'publicity', publicity, 'null'),
  column('服务对象', 'applicantTypes', list(choice(APPLICANT_TYPES))),
  column('受理条件', 'conditions', list(text), 'empty', 36),
  column('办理流程', 'stages', list(choice(STAGES))),
  column('审批结果名称', 'result', text, 'required', 24),
  column('是否收费', 'fee.charged', yesNo, 'required', 10),
  column('收费说明', 'fee.note', text, 'absent', 20),
  column('可以代办', 'agentAllowed', yesNo, 'required', 10),
  column('可以上门', 'doorToDoorAllowed', yesNo, 'required', 10),
  column('须本人到场的原因', 'mustAppearInPerson', text, 'absent', 20),
  column('通办范围', 'crossRegion', text, 'absent'),
  column('联办机构', 'jointOffices', list(office), 'absent', 30),
  column('上级决定机关', 'upperAuthority', text, 'absent', 20),
  column('本级办理时限', 'localLimit', limit, 'absent'),
  column('送达时限', 'deliveryLimit', limit, 'absent'),
  column('延期上限', 'extensionMax', number, 'absent', 10),
  column('设定依据', 'legalBasis', list(text), 'empty', 36),
  column('备注', 'note', text, 'null', 30),
  column('数据可信度', 'confidence', choice(CONFIDENCE)),
  column('示例数据', 'illustrative', yesNo, 'required', 10)
]

export const MATERIAL_COLUMNS: readonly Column<Material>[] = [
  column('材料编号', 'id', text, 'required', 10),
  column('材料名称', 'name', text, 'required', 36),
  column('材料形式', 'form', choice(MATERIAL_FORMS)),
  column('材料必要性', 'necessity', choice(NECESSITIES)),
  column('原件份数', 'originalCount', number, 'required', 10),
  column('复印件份数', 'copyCount', number, 'required', 10),
  column('原件退还', 'originalReturned', yesNo, 'required', 10),
  column('来源渠道', 'source', choice(MATERIAL_SOURCES)),
  column('出具机构', 'issuer', text, 'absent', 20),
  column('免提交方式', 'waiver', choice(WAIVERS)),
  column('特定情形', 'condition', text, 'absent', 20),
  column('情形规则', 'when', list(rule), 'absent', 20),
  column('容缺后补期限', 'deferLimit', limit, 'absent'),
  column('承诺书版本', 'commitment.version', number, 'absent', 10),
  column('承诺书证明义务', 'commitment.duty', text, 'absent', 30),
  column('承诺书承诺内容', 'commitment.content', text, 'absent', 40),
  column('承诺书不实后果', 'commitment.consequence', text, 'absent', 40),
  column('承诺核查期限', 'commitment.checkLimit', limit, 'absent'),
  column('填报须知', 'note', text, 'absent', 30)
]

const ASKED = { ASKED: '询问申请人', PROXY: '看有没有代办人' } as const

export const SITUATION_COLUMNS: readonly Column<Situation>[] = [
  column('情形编号', 'id', text, 'required', 10),
  column('问题', 'question', text, 'required', 40),
  column('回答方式', 'source', choice(ASKED), 'required', 16),
  column('选项', 'options', list(option), 'required', 24)
]

/** First column of every sheet: the item that the row is, or belongs to. */
export const ITEM_ID_HEADER = '事项编号'

export const SHEETS = { items: '事项', materials: '材料', situations: '情形' } as const
