import { mask, type Scene } from './masking.ts'
import { isOrganisation } from './otherDocuments.ts'

/** A person or an organisation as a case has it. */
export interface MaskablePerson {
  readonly name: string
  readonly idKind: string
  readonly idNumber: string
  readonly phone: string | null
  readonly address?: string
}

/** The same as it may be shown; an empty text means: do not show the field. */
export interface MaskedPerson {
  readonly name: string
  readonly idNumber: string
  /** `null`: has no phone. */
  readonly phone: string | null
  readonly address: string
}

/**
 * A person as they may be shown in that scene. Name and credit code of an organisation are public data and stay whole; its
 * phone and its address may be somebody's own and are masked like anybody's. Every list, paper and export asks here, so
 * that one table decides (`masking.ts`; 个人信息保护法 6, 28).
 */
export function maskPerson(scene: Scene, person: MaskablePerson): MaskedPerson {
  const { name, idKind, idNumber, phone, address } = person
  const organisation = isOrganisation(idKind)
  return {
    name: mask(organisation ? 'organisation' : 'name', scene, name),
    idNumber: mask(organisation ? 'organisation' : 'idNumber', scene, idNumber),
    phone: phone === null ? null : mask('phone', scene, phone),
    address: address === undefined ? '' : mask('address', scene, address)
  }
}
