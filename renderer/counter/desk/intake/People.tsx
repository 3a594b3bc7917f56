import { type UseFormReturn, useController, useWatch } from 'react-hook-form'
import type { ServiceItem } from '../../../../shared/domain/catalogue/serviceItem.ts'
import { Checkbox } from '../../../ui/index.ts'
import { useDesk } from '../DeskContext.tsx'
import type { IntakeForm } from '../model/intake.ts'
import { placesAfterPeople } from '../model/places.ts'
import { enterGoesOn } from '../state/enterGoesOn.ts'
import type { OpenCasesFound } from '../state/useOpenCases.ts'
import { T } from '../texts.ts'
import { CardBar } from './CardBar.tsx'
import { OpenCases } from './OpenCases.tsx'
import { PersonForm } from './PersonForm.tsx'
import { ProxyAuthority } from './ProxyAuthority.tsx'
import { I } from './texts.ts'

export interface PeopleProps {
  readonly form: UseFormReturn<IntakeForm>
  readonly item: ServiceItem | null
  readonly today: string
  readonly open: OpenCasesFound
  readonly onContinue: (caseId: string) => void
}

/** Applicant and proxy. Enter goes from field to field and from the last one to the first material. */
export function People({ form, item, today, open, onContinue }: PeopleProps) {
  const { go } = useDesk()
  const hasProxy = useWatch({ control: form.control, name: 'hasProxy' })
  const end = (): void => go(...placesAfterPeople(item, form.getValues()))
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter moves between the fields inside
    <div className="people" onKeyDown={(event) => enterGoesOn(event, end)}>
      <CardBar form={form} />
      <div className="people__head">
        <h2 className="desk__heading">{T.applicant}</h2>
        <ProxySwitch form={form} item={item} />
      </div>
      <Person form={form} who="applicant" today={today} />
      <OpenCases open={open} onContinue={onContinue} />
      {hasProxy && (
        <>
          <h2 className="desk__heading">{T.proxy}</h2>
          <Person form={form} who="proxy" today={today} />
          <ProxyAuthority form={form} item={item} today={today} />
        </>
      )}
    </div>
  )
}

function Person({ form, who, today }: Pick<PeopleProps, 'form' | 'today'> & { readonly who: 'applicant' | 'proxy' }) {
  const path = `${who}.idValidUntil` as const
  const { field, fieldState } = useController({ control: form.control, name: path })
  const validUntil = {
    value: field.value,
    onChange: (text: string) => {
      form.clearErrors(path)
      field.onChange(text)
    },
    error: fieldState.error?.message
  }
  return <PersonForm form={form} who={who} today={today} validUntil={validUntil} />
}

/**
 * 由代理人代办. An item that needs the applicant in person refuses one (许可法 29): then it can only be taken back, and
 * the reason stands beside it.
 */
function ProxySwitch({ form, item }: Pick<PeopleProps, 'form' | 'item'>) {
  const { go } = useDesk()
  const { field, fieldState } = useController({ control: form.control, name: 'hasProxy' })
  const inPerson = item !== null && !item.agentAllowed
  const error = fieldState.error?.message
  return (
    <div className="proxySwitch">
      <Checkbox
        bare
        label={T.hasProxy}
        checked={field.value}
        disabled={inPerson && !field.value}
        aria-describedby={inPerson || error !== undefined ? 'proxy-switch-reason' : undefined}
        data-place="hasProxy"
        data-skip-enter=""
        onChange={(event) => {
          field.onChange(event.currentTarget.checked)
          form.clearErrors(['proxy', 'hasProxy'])
          if (event.currentTarget.checked) go('proxy.name')
        }}
      />
      {(inPerson || error !== undefined) && (
        <span
          className={error !== undefined || field.value ? 'ui-field__error' : 'desk__quiet'}
          id="proxy-switch-reason"
          aria-live="polite"
        >
          {error ?? I.mustComeSelf(item?.mustAppearInPerson ?? '')}
        </span>
      )}
    </div>
  )
}
