import type { DeliveryMethod } from '../../../../../shared/domain/casework/facts.ts'
import { C, DELIVERY } from '../texts.ts'
import { ActDialog, type ActProps } from './ActDialog.tsx'
import { choices, Line, needed, Options } from './fields.tsx'

interface Taken {
  readonly name: string
  readonly idNumber: string
  readonly relation: string
}

/** Whoever collects for the recipient is named; at home somebody of the family may take it. */
const hasAgent = (method: string, agent: Taken): boolean =>
  method === 'proxy' || (method === 'home' && agent.idNumber.trim() + agent.relation.trim() !== '')

/** 送达: who got the result, how and where; the receipt is signed (许可法 44, 行政执法送达回证). */
export function Deliver(props: ActProps) {
  const { caseId, applicant, proxy } = props.detail
  return (
    <ActDialog
      {...props}
      door="casework.deliver"
      title={C.deliverTitle}
      button={C.deliverButton}
      said={C.deliverSaid}
      start={{
        method: 'collect',
        recipient: applicant.name,
        agent: { name: proxy?.name ?? '', idNumber: '', relation: '' },
        trackingNo: '',
        place: ''
      }}
      check={({ method, recipient, agent, trackingNo }) => [
        needed('recipient', recipient),
        hasAgent(method, agent) ? needed('agent.name', agent.name) : null,
        hasAgent(method, agent) ? needed('agent.relation', agent.relation) : null,
        hasAgent(method, agent) ? needed('agent.idNumber', agent.idNumber) : null,
        method === 'post' ? needed('trackingNo', trackingNo) : null
      ]}
      toInput={({ method, recipient, agent, trackingNo, place }) => ({
        caseId,
        method: method as DeliveryMethod,
        recipient: recipient.trim(),
        agent: hasAgent(method, agent) ? agent : null,
        trackingNo: method === 'post' ? trackingNo.trim() : null,
        place: place.trim()
      })}
    >
      {(form) => {
        const method = form.watch('method')
        return (
          <>
            <Options form={form} name="method" label={C.deliverMethod} options={choices(DELIVERY)} />
            <Line form={form} name="recipient" label={C.deliverRecipient} required />
            {(method === 'proxy' || method === 'home') && (
              <fieldset className="act__block">
                <legend>{method === 'home' ? C.deliverAgentHome : C.deliverAgent}</legend>
                <div className="act__pair">
                  <Line form={form} name="agent.name" label={C.deliverAgentName} required={method === 'proxy'} />
                  <Line
                    form={form}
                    name="agent.relation"
                    label={C.deliverAgentRelation}
                    required={method === 'proxy'}
                  />
                  <Line form={form} name="agent.idNumber" label={C.deliverAgentId} required={method === 'proxy'} />
                </div>
              </fieldset>
            )}
            {method === 'post' && <Line form={form} name="trackingNo" label={C.deliverTracking} required />}
            <Line
              form={form}
              name="place"
              label={C.deliverPlace}
              hint={method === 'post' || method === 'home' ? C.deliverPlaceAway : C.deliverPlaceHere}
            />
          </>
        )
      }}
    </ActDialog>
  )
}
