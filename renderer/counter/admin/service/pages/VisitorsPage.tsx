import type { PriorityReason } from '../../../../../shared/domain/queue/queueEvents.ts'
import { Checkbox } from '../../../../ui/index.ts'
import { Group } from '../parts/Group.tsx'
import { PhoneAddress } from '../parts/PhoneAddress.tsx'
import { NumberSetting, TextSetting, TickSetting } from '../parts/settings.tsx'
import { PRIORITY_NAME, S } from '../texts.ts'
import { useServiceForm } from '../useServiceForm.ts'

const REASONS = Object.keys(PRIORITY_NAME) as readonly PriorityReason[]

/** 取号机、评价与手机: the screens that visitors use themselves. */
export function VisitorsPage() {
  const { register } = useServiceForm()
  return (
    <>
      <Group
        title={S.kiosk}
        paths={['kiosk.withoutPaper', 'kiosk.idleSeconds', 'kiosk.priorities', 'kiosk.elderlyAge', 'kiosk.reader']}
      >
        <TickSetting
          path="kiosk.withoutPaper"
          label={S.withoutPaper}
          hint={S.withoutPaperHint}
          place="admin.visitors"
        />
        <NumberSetting path="kiosk.idleSeconds" />
        <fieldset className="ui-field">
          <legend className="ui-choices__legend">{S.priorities}</legend>
          <p className="ui-field__hint">{S.prioritiesHint}</p>
          <div className="service__ticks">
            {REASONS.map((reason) => (
              <Checkbox
                key={reason}
                bare
                label={PRIORITY_NAME[reason]}
                value={reason}
                {...register('kiosk.priorities')}
              />
            ))}
          </div>
        </fieldset>
        <NumberSetting path="kiosk.elderlyAge" />
        <TextSetting path="kiosk.reader" label={S.reader} hint={S.readerHint} />
      </Group>
      <Group
        title={S.rating}
        paths={['rating.on', 'rating.timeoutSeconds', 'rating.startDays', 'rating.closeDays', 'rating.longestDays']}
      >
        <TickSetting path="rating.on" label={S.ratingOn} hint={S.ratingOnHint} />
        <NumberSetting path="rating.timeoutSeconds" />
        <NumberSetting path="rating.startDays" />
        <NumberSetting path="rating.closeDays" />
        <NumberSetting path="rating.longestDays" />
      </Group>
      <Group title={S.phone} paths={['phone.on', 'phone.host', 'phone.port']}>
        <TickSetting path="phone.on" label={S.phoneOn} hint={S.phoneOnHint} />
        <TextSetting path="phone.host" label={S.host} hint={S.hostHint} />
        <NumberSetting path="phone.port" />
        <PhoneAddress />
      </Group>
    </>
  )
}
