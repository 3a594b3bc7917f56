import type { CasePaper, EnquiryNoticePaper, PaperDestination } from '../../documents/papers.ts'
import { MATERIAL_FORMS, NECESSITIES, STAGES, WAIVERS } from '../catalogue/codes.ts'
import type { Material, ServiceItem } from '../catalogue/serviceItem.ts'
import { neededMaterials, situationsOf } from '../catalogue/situations.ts'
import type { Answers } from './facts.ts'
import { feeText, limitTexts } from './paperFacts.ts'

/** 免提交, 告知承诺 or 容缺后补 in words; `null` where the piece must be handed in. */
function waiverText(material: Material): string | null {
  if (material.waiver !== 'NONE') return WAIVERS[material.waiver]
  return material.necessity === 'DEFERRABLE' ? NECESSITIES.DEFERRABLE : null
}

const presenceText = (item: ServiceItem): string => {
  if (item.mustAppearInPerson !== undefined) return `须由本人办理：${item.mustAppearInPerson}`
  return item.agentAllowed ? '可以委托他人代办' : '须由本人办理'
}

/** What the catalogue says of the matter in this visitor's situation; nothing where it is in no catalogue. */
function guide(item: ServiceItem | null, answers: Answers) {
  if (item === null) {
    return {
      situations: [],
      conditions: [],
      materials: [],
      steps: [],
      promisedLimitText: '',
      statutoryLimitText: null,
      feeText: '',
      resultName: '',
      jointOffices: [],
      presence: ''
    }
  }
  return {
    situations: situationsOf(item).flatMap(({ id, question, options }) => {
      const chosen = options.find((option) => option.id === answers[id])
      return chosen ? [{ question, answer: chosen.label }] : []
    }),
    conditions: item.conditions,
    materials: neededMaterials(item, answers).map((material) => ({
      name: material.name,
      originals: material.originalCount,
      copies: material.copyCount,
      result: 'missing' as const,
      reason: null,
      note: material.note ?? null,
      form: MATERIAL_FORMS[material.form],
      issuer: material.issuer ?? null,
      waiver: waiverText(material)
    })),
    steps: item.stages.map((stage) => STAGES[stage]),
    ...limitTexts(item),
    feeText: feeText(item),
    resultName: item.result,
    jointOffices: (item.jointOffices ?? []).map((part) => part.office),
    presence: presenceText(item)
  }
}

/**
 * The one-time notice for somebody who only asks: everything the matter needs in their situation, who answers for it,
 * and where to go when it is not this hall's (许可法 30; domain §3, last paragraph, §8).
 */
export function enquiryPaper(
  common: CasePaper,
  item: ServiceItem | null,
  told: {
    readonly topic: string
    readonly answers: Answers
    readonly text: string
    readonly destination: PaperDestination | null
    readonly firstResponder: string
  }
): EnquiryNoticePaper {
  const { topic, text: answer, destination, firstResponder } = told
  return { kind: 'enquiryNotice', ...common, ...guide(item, told.answers), topic, answer, destination, firstResponder }
}
