import { useState } from 'react'
import { type DocumentKind, documentKindLabel } from '../../../../shared/domain/people/otherDocuments.ts'
import type { CaseDetail } from '../../../../shared/projections/views.ts'
import { longDate, refusalText } from '../../../texts/index.ts'
import { Badge, Button, toast } from '../../../ui/index.ts'
import { useDesk } from '../DeskContext.tsx'
import { usePress } from '../state/usePress.ts'
import { T } from '../texts.ts'
import { C } from './texts.ts'

type Proxy = NonNullable<CaseDetail['proxy']>

export interface PersonFactsProps {
  readonly caseId: string
  readonly field: 'applicant' | 'proxy'
  readonly person: Omit<CaseDetail['applicant'], 'address'> & {
    readonly address?: string
    readonly authority?: Proxy['authority']
  }
}

/** One person of a case. Full numbers on request only; the request is recorded, and the button says so before. */
export function PersonFacts({ caseId, field, person }: PersonFactsProps) {
  const { desk } = useDesk()
  const reveal = usePress('casework.revealIdentity')
  const [full, setFull] = useState<{ readonly idNumber: string; readonly phone: string | null } | null>(null)
  const look = async (): Promise<void> => {
    const reply = await reveal.press({ caseId, field })
    if (reply === null) return
    if (reply.ok) setFull(reply.value)
    else toast(refusalText(reply.refusal), 'warn')
  }
  const phone = full ? full.phone : person.phoneMasked
  const until = person.idValidUntil
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
      {until !== null &&
        until !== undefined &&
        (desk !== null && until < desk.date ? (
          <p>
            <Badge tone="amber">{C.expired(longDate(until))}</Badge>
          </p>
        ) : (
          <p className="desk__quiet">{C.validUntil(longDate(until))}</p>
        ))}
      <p>
        {T.phone} <span className="person__number">{phone ?? T.noPhoneValue}</span>
      </p>
      {person.address !== undefined && (
        <p>
          {T.address} {person.address || T.noAddress}
        </p>
      )}
      {field === 'proxy' && <Authority authority={person.authority ?? null} />}
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

/** What the agent may do (民法典 165); a guardian needs no paper for it. */
function Authority({ authority }: { readonly authority: Proxy['authority'] }) {
  if (authority === null) return <p>{C.guardian}</p>
  const { matters, powers, from, until, signed } = authority
  return (
    <p>
      {C.authority} {matters}；{C.powers} {powers}
      <br />
      {C.authorityPeriod(longDate(from), longDate(until))}{' '}
      <Badge tone={signed ? 'green' : 'amber'}>{signed ? C.signed : C.notSigned}</Badge>
    </p>
  )
}
