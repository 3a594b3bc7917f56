import { useState } from 'react'
import { type DocumentKind, documentKindLabel } from '../../../../shared/domain/people/otherDocuments.ts'
import type { CaseDetail } from '../../../../shared/projections/views.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, toast } from '../../../ui/index.ts'
import { usePress } from '../state/usePress.ts'
import { T } from '../texts.ts'

export interface PersonFactsProps {
  readonly caseId: string
  readonly field: 'applicant' | 'proxy'
  readonly person: Omit<CaseDetail['applicant'], 'address'> & { readonly address?: string }
}

/** One person of a case. Full numbers on request only; the request is recorded, and the button says so before. */
export function PersonFacts({ caseId, field, person }: PersonFactsProps) {
  const reveal = usePress('casework.revealIdentity')
  const [full, setFull] = useState<{ readonly idNumber: string; readonly phone: string | null } | null>(null)
  const look = async (): Promise<void> => {
    const reply = await reveal.press({ caseId, field })
    if (reply === null) return
    if (reply.ok) setFull(reply.value)
    else toast(refusalText(reply.refusal), 'warn')
  }
  const phone = full ? full.phone : person.phoneMasked
  return (
    <div className="person">
      <h3>
        {T[field]}
        <strong className="person__name">{person.name}</strong>
      </h3>
      <p>
        {documentKindLabel(person.idKind as DocumentKind)}{' '}
        <span className="person__number">{full?.idNumber ?? person.idMasked}</span>
      </p>
      <p>
        {T.phone} <span className="person__number">{phone ?? T.noPhoneValue}</span>
      </p>
      {person.address !== undefined && (
        <p>
          {T.address} {person.address || T.noAddress}
        </p>
      )}
      <p className="person__reveal">
        {full ? (
          <span className="desk__quiet" role="status">
            {T.revealed}
          </span>
        ) : (
          <>
            <Button
              size="small"
              tone="quiet"
              {...(field === 'applicant' ? { kbd: 'Alt+V' } : {})}
              kbdGroup={T.caseTitle}
              busy={reveal.busy}
              onClick={() => void look()}
            >
              {T.reveal}
            </Button>
            <span className="desk__quiet">{T.revealNote}</span>
          </>
        )}
      </p>
    </div>
  )
}
