import type { MaterialTick } from '../../../../shared/domain/casework/case.ts'
import { WAIVERS } from '../../../../shared/domain/catalogue/codes.ts'
import type { Material } from '../../../../shared/domain/catalogue/serviceItem.ts'
import { NECESSITY, T } from '../texts.ts'

export interface MaterialNotesProps {
  readonly id: string
  readonly material: Material
  readonly asked: MaterialTick | null
  /** What follows from the result: a paper, a date. */
  readonly told: string | null
}

/** One line under the name: how many, when it is needed at all, what can take its place, what to mind. */
export function MaterialNotes({ id, material, asked, told }: MaterialNotesProps) {
  const facts = [
    material.originalCount > 0 ? T.originals(material.originalCount) : '',
    material.copyCount > 0 ? T.copies(material.copyCount) : '',
    material.originalReturned ? T.returned : '',
    material.necessity === 'REQUIRED' ? '' : NECESSITY[material.necessity],
    material.condition ?? '',
    material.waiver === 'NONE' ? '' : WAIVERS[material.waiver],
    material.note ?? ''
  ].filter((fact) => fact !== '')
  return (
    <p className="material__notes" id={id} title={facts.join(' · ')}>
      {asked && (
        <strong className="material__asked">
          {T.askedBefore}：{asked.result === 'missing' ? T.askedMissing('', asked.reason) : asked.reason}
        </strong>
      )}
      {told !== null && <strong className="material__told">{told}</strong>}
      {facts.join(' · ')}
    </p>
  )
}
