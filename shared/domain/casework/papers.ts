import type {
  AcceptancePaper,
  CasePaper,
  CommitmentPaper,
  DecisionPaper,
  DeferredMaterialsPaper,
  OneTimeNoticePaper,
  PaperDeferred,
  ReceiptPaper
} from '../../documents/papers.ts'
import { EXCLUDED_PROCEDURES } from '../catalogue/codes.ts'
import { DEEMED_ACCEPTANCE } from '../catalogue/deemedAcceptance.ts'
import type { Commitment, ServiceItem } from '../catalogue/serviceItem.ts'
import type { CommitmentMade, DeferredPiece, DueDate, Dues, MaterialTick } from './facts.ts'
import { feeText, isBrought, isInOrder, limitTexts, paperDate, paperMaterial } from './paperFacts.ts'

const named = (ticks: readonly MaterialTick[], result: MaterialTick['result']): readonly string[] =>
  ticks.filter((t) => t.result === result).map((t) => t.name)

/** 收件凭证: what lies on the counter, and by which day the office must have told what is missing. */
export function receiptPaper(
  common: CasePaper,
  item: ServiceItem,
  ticks: readonly MaterialTick[],
  receipt: { readonly at: string; readonly notifyBy: DueDate | null }
): ReceiptPaper {
  const rule = DEEMED_ACCEPTANCE[item.deemedAcceptance]
  const silence = rule.silence === 'ACCEPTED_FROM_RECEIPT' ? { source: rule.source } : null
  const { at: receivedAt, notifyBy } = receipt
  const materials = ticks.filter(isBrought).map((tick) => {
    const { name, originals, copies } = paperMaterial(item, tick)
    const material = item.materials.find((m) => m.id === tick.materialId)
    return { name, originals, copies, kept: !material?.originalReturned }
  })
  const told = notifyBy && paperDate(notifyBy)
  return { kind: 'receiptOfMaterials', ...common, materials, receivedAt, notifyBy: told, silence }
}

const paperPiece = (item: ServiceItem, piece: DeferredPiece): PaperDeferred => {
  const material = item.materials.find((m) => m.id === piece.materialId)
  const originals = material?.originalCount ?? 0
  return { name: piece.name, originals, copies: material?.copyCount ?? 0, due: paperDate(piece.due) }
}

/** 受理通知书. What was left at the counter is named whatever its state where the law itself has accepted it. */
export function acceptancePaper(
  common: CasePaper,
  item: ServiceItem,
  ticks: readonly MaterialTick[],
  accepted: Dues & {
    readonly acceptedOn: string
    readonly deemed: { readonly since: string; readonly source: string } | null
    readonly deferred: readonly DeferredPiece[]
  }
): AcceptancePaper {
  const { acceptedOn, promisedDue, statutoryDue, deemed, deferred } = accepted
  const corrected = ticks.filter((t) => t.result === 'corrected').map((t) => `${t.name}：${t.reason}`)
  return {
    kind: 'acceptanceNotice',
    ...common,
    ...limitTexts(item),
    acceptedOn,
    promisedDue: paperDate(promisedDue),
    statutoryDue: statutoryDue && paperDate(statutoryDue),
    materials: ticks.filter(deemed ? isBrought : isInOrder).map((t) => paperMaterial(item, t)),
    feeText: feeText(item),
    resultName: item.result,
    excludedProcedures: item.excludedProcedures.map((kind) => EXCLUDED_PROCEDURES[kind].label),
    deemed,
    deferred: deferred.map((piece) => paperPiece(item, piece)),
    committed: named(ticks, 'committed'),
    exempted: named(ticks, 'exempt'),
    corrected
  }
}

export function oneTimeNoticePaper(
  common: CasePaper,
  item: ServiceItem,
  ticks: readonly MaterialTick[],
  notice: {
    readonly round: number
    readonly gaps: readonly MaterialTick[]
    readonly lapseOn: string | null
    readonly lapseProvisional: boolean
  }
): OneTimeNoticePaper {
  return {
    kind: 'oneTimeNotice',
    ...common,
    ...limitTexts(item),
    round: notice.round,
    gaps: notice.gaps.map((t) => paperMaterial(item, t)),
    inOrder: ticks.filter(isInOrder).map((t) => paperMaterial(item, t)),
    lapseOn: notice.lapseOn,
    lapseProvisional: notice.lapseProvisional
  }
}

export function commitmentPaper(common: CasePaper, words: Commitment, made: CommitmentMade): CommitmentPaper {
  const { version, duty, content, consequence } = words
  const checkBy = paperDate(made.checkBy)
  return { kind: 'commitmentLetter', ...common, materialName: made.name, version, duty, content, consequence, checkBy }
}

export function deferredPaper(
  common: CasePaper,
  item: ServiceItem,
  pieces: readonly DeferredPiece[],
  promisedDue: DueDate
): DeferredMaterialsPaper {
  return {
    kind: 'deferredMaterialsNotice',
    ...common,
    pieces: pieces.map((piece) => paperPiece(item, piece)),
    promisedDue: paperDate(promisedDue)
  }
}

/** 准予决定书 for what is decided at the counter: written also then (许可法 34). */
export function onTheSpotDecision(
  common: CasePaper,
  item: ServiceItem,
  acceptedOn: string,
  certificateNo: string | null,
  deliverBy: DueDate | null
): DecisionPaper {
  return {
    kind: 'decision',
    ...common,
    result: 'approved',
    onTheSpot: true,
    acceptedOn,
    decidedOn: common.issuedOn,
    reasons: '',
    resultName: item.result,
    certificate: certificateNo === null ? null : { no: certificateNo, validUntil: null },
    deliverBy: deliverBy && paperDate(deliverBy),
    remedies: null
  }
}
