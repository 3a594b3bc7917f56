import { useFieldArray } from 'react-hook-form'
import { CONTINGENT, PRIORITY_MOST, STOP } from '../../../../../shared/domain/hall/checkService.ts'
import type { PriorityReason } from '../../../../../shared/domain/queue/queueEvents.ts'
import { Group } from '../parts/Group.tsx'
import { Rows } from '../parts/Rows.tsx'
import { ChoiceSetting, LetterSettings, NumberSetting, TextSetting, TickSetting } from '../parts/settings.tsx'
import { CHOOSE_BY, PRIORITY_NAME, S } from '../texts.ts'
import { STANDARD, useAround, useServiceForm } from '../useServiceForm.ts'

/** 排队与预约: who is called when, and what a number may be taken for. */
export function QueuePage() {
  const { hall } = useAround()
  return (
    <>
      <Group
        title={S.calling}
        paths={[
          'queue.noShowCalls',
          'queue.noShowSeconds',
          'queue.recallLockSeconds',
          'queue.rejoinPlaces',
          'queue.rejoins'
        ]}
      >
        <NumberSetting path="queue.noShowCalls" place="admin.queue" />
        <NumberSetting path="queue.noShowSeconds" />
        <NumberSetting path="queue.recallLockSeconds" />
        <NumberSetting path="queue.rejoinPlaces" />
        <NumberSetting path="queue.rejoins" />
      </Group>
      <Group title={S.order} paths={['queue.priorityMinutes', 'queue.chooseBy']}>
        <Priorities />
        <ChoiceSetting path="queue.chooseBy" label={S.chooseBy} choices={CHOOSE_BY} />
      </Group>
      <Group title={S.issue} paths={['queue.contingents', 'queue.stopMinutes']}>
        <TextSetting
          path="queue.stopMinutes"
          label={S.stop}
          hint={S.stopHint(STOP.least, STOP.most)}
          unit={S.minutes}
          short
        />
        <LetterSettings
          path="queue.contingents"
          label={S.contingents}
          hint={S.contingentsHint(CONTINGENT.least, CONTINGENT.most)}
          groups={hall.groups}
        />
      </Group>
      <Group
        title={S.appointments}
        paths={[
          'appointments.on',
          'appointments.from',
          'appointments.until',
          'appointments.slotMinutes',
          'appointments.daysAhead',
          'appointments.headStartMinutes',
          'appointments.graceMinutes',
          'appointments.places'
        ]}
      >
        <TickSetting path="appointments.on" label={S.appointmentsOn} hint={S.appointmentsOnHint} />
        <div className="admin__pair">
          <TextSetting
            path="appointments.from"
            label={S.from}
            hint={S.timeHint(STANDARD.appointments.from)}
            required
            short
          />
          <TextSetting
            path="appointments.until"
            label={S.until}
            hint={S.timeHint(STANDARD.appointments.until)}
            required
            short
          />
        </div>
        <NumberSetting path="appointments.slotMinutes" />
        <NumberSetting path="appointments.daysAhead" />
        <NumberSetting path="appointments.headStartMinutes" />
        <NumberSetting path="appointments.graceMinutes" />
        <LetterSettings
          path="appointments.places"
          label={S.places}
          hint={S.placesHint(CONTINGENT.least, CONTINGENT.most)}
          groups={hall.groups}
        />
      </Group>
      <Group title={S.forgetting} paths={['queue.forgottenMinutes', 'queue.undoSeconds']}>
        <NumberSetting path="queue.forgottenMinutes" />
        <NumberSetting path="queue.undoSeconds" />
      </Group>
      <Group title={S.pauses} note={S.pausesHint} paths={['queue.pauseReasons']} errorAt="queue.pauseReasons">
        <Pauses />
      </Group>
    </>
  )
}

const REASONS = Object.keys(PRIORITY_NAME) as readonly PriorityReason[]

const Priorities = () => (
  <fieldset className="ui-field">
    <legend className="ui-choices__legend">{S.priority}</legend>
    <p className="ui-field__hint">{S.priorityHint(PRIORITY_MOST.least, PRIORITY_MOST.most)}</p>
    <div className="service__letters">
      {REASONS.map((reason) => (
        <TextSetting
          key={reason}
          path={`queue.priorityMinutes.${reason}`}
          label={PRIORITY_NAME[reason]}
          hint={S.priorityStandard(STANDARD.queue.priorityMinutes[reason])}
          short
          required
        />
      ))}
    </div>
  </fieldset>
)

function Pauses() {
  const { control } = useServiceForm()
  const { fields, append, remove, move } = useFieldArray({ control, name: 'queue.pauseReasons', keyName: 'key' })
  return (
    <Rows
      rows={fields}
      name={(i) => S.pause(i + 1)}
      row={(i) => <TextSetting path={`queue.pauseReasons.${i}.text`} label={S.pause(i + 1)} labelHidden />}
      adding={[{ text: S.addPause, run: () => append({ text: '' }, { shouldFocus: false }) }]}
      onRemove={remove}
      onMove={move}
      emptyText={S.noPauses}
    />
  )
}
