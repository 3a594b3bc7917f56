import type { UseFormReturn } from 'react-hook-form'
import { useController } from 'react-hook-form'
import type { ServiceItem } from '../../../../shared/domain/catalogue/serviceItem.ts'
import { Checkbox } from '../../../ui/index.ts'
import { useDesk } from '../DeskContext.tsx'
import type { IntakeForm } from '../model/intake.ts'
import { openPlaces } from '../model/ticks.ts'
import { enterGoesOn } from '../state/enterGoesOn.ts'
import { T } from '../texts.ts'
import { OpenCases } from './OpenCases.tsx'
import { PersonForm } from './PersonForm.tsx'

export interface PeopleProps {
  readonly form: UseFormReturn<IntakeForm>
  readonly item: ServiceItem | null
  readonly today: string
  readonly onContinue: (caseId: string) => void
}

/** Applicant and proxy. Enter goes from field to field and from the last one to the first material. */
export function People({ form, item, today, onContinue }: PeopleProps) {
  const { go } = useDesk()
  const hasProxy = useController({ control: form.control, name: 'hasProxy' })
  const inPerson = item !== null && !item.agentAllowed
  const end = (): void => go(...openPlaces(form.getValues('ticks')), 'ticks.0', item ? 'outcome' : 'itemId')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter moves between the fields inside
    <div className="people" onKeyDown={(event) => enterGoesOn(event, end)}>
      <div className="people__head">
        <h2 className="desk__heading">{T.applicant}</h2>
        <Checkbox
          bare
          label={T.hasProxy}
          checked={hasProxy.field.value}
          data-place="hasProxy"
          data-skip-enter=""
          onChange={(event) => {
            hasProxy.field.onChange(event.currentTarget.checked)
            form.clearErrors('proxy')
            if (event.currentTarget.checked) go('proxy.name')
          }}
        />
      </div>
      <PersonForm form={form} who="applicant" today={today} />
      <OpenCases form={form} today={today} onContinue={onContinue} />
      {hasProxy.field.value && (
        <>
          <h2 className="desk__heading">
            {T.proxy}
            {inPerson && <span className="desk__headingMore hint--wrong">{T.inPersonOnly}</span>}
          </h2>
          <PersonForm form={form} who="proxy" today={today} />
        </>
      )}
    </div>
  )
}
