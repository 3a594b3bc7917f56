import { zodResolver } from '@hookform/resolvers/zod'
import { type ReactNode, useMemo, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { HallRules } from '../../../../shared/domain/hall/rules.ts'
import type { Refusal } from '../../../../shared/kernel/result.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, Checkbox, enterMoves, Notice, toast } from '../../../ui/index.ts'
import { usePress } from '../../desk/state/usePress.ts'
import { A } from '../texts.ts'
import { RuleChoice, RuleLimit, RuleNumber, RuleText } from './RuleFields.tsx'
import { type RulesValues, ruleFieldOf, rulesOf, rulesSchema, valuesOf } from './rulesForm.ts'
import { R, REST_DAY, TYPEFACE } from './texts.ts'

/**
 * All rules of the hall in one form. A refusal stands beside its field and nothing typed is lost, not even when the rules
 * are read again: what somebody else has set shows in the fields that nobody has touched here.
 */
export function RulesForm({ rules }: { readonly rules: HallRules }) {
  const values = useMemo(() => valuesOf(rules), [rules])
  const form = useForm<RulesValues>({
    resolver: zodResolver(rulesSchema),
    mode: 'onTouched',
    defaultValues: values,
    values,
    resetOptions: { keepDirtyValues: true }
  })
  const { handleSubmit, register, reset, setError, formState } = form
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const setting = usePress('rules.set')

  const submit = async (typed: RulesValues): Promise<void> => {
    const reply = await setting.press({ rules: rulesOf(typed) })
    if (reply === null) return
    if (reply.ok) {
      setRefusal(null)
      reset(typed)
      toast(R.saved)
      return
    }
    const place = ruleFieldOf(reply.refusal.field)
    setRefusal(place === null ? reply.refusal : null)
    if (place !== null) setError(place, { type: 'refused', message: refusalText(reply.refusal) }, { shouldFocus: true })
  }

  return (
    <form className="admin__form ui-panel rules" onSubmit={handleSubmit(submit)} onKeyDown={enterMoves} noValidate>
      <header>
        <h3>{R.title}</h3>
        <p className="admin__quiet">{R.intro}</p>
      </header>
      {refusal && <Notice tone="danger">{refusalText(refusal)}</Notice>}
      <div className="rules__groups">
        <Group title={R.lights}>
          <RuleNumber
            form={form}
            path="lights.share"
            label={R.share}
            hint={R.shareHint}
            unit={R.percent}
            place="admin.rules"
          />
          <RuleNumber form={form} path="lights.atLeast" label={R.atLeast} unit={R.days} />
          <RuleNumber
            form={form}
            path="lights.notificationFromDay"
            label={R.notificationFromDay}
            hint={R.notificationHint}
          />
          <RuleNumber form={form} path="lights.sameDayMinutes" label={R.sameDayMinutes} unit={R.minutes} />
        </Group>
        <Group title={R.receipt}>
          <RuleChoice form={form} path="restDayReceipt" label={R.restDayReceipt} choices={REST_DAY} />
          <RuleText form={form} path="closingTime" label={R.closingTime} hint={R.closingTimeHint} />
        </Group>
        <Group title={R.reminders}>
          <RuleNumber form={form} path="handOverMinutes" label={R.handOverMinutes} unit={R.minutes} />
          <RuleNumber form={form} path="lapseReminderDays" label={R.lapseReminderDays} unit={R.days} />
        </Group>
        <Group title={R.pieces}>
          <RuleLimit form={form} path="deferralLimit" label={R.deferralLimit} hint={R.deferralHint} />
          <RuleLimit form={form} path="commitmentCheckLimit" label={R.commitmentCheckLimit} hint={R.commitmentHint} />
        </Group>
        <Group title={R.remedies} note={R.remediesHint}>
          <RuleText form={form} path="reviewAuthority" label={R.reviewAuthority} hint={R.reviewHint} />
          <RuleText form={form} path="court" label={R.court} hint={R.courtHint} />
        </Group>
        <Group title={R.papers}>
          <RuleChoice form={form} path="paperTypeface" label={R.paperTypeface} choices={TYPEFACE} />
        </Group>
        <Group title={R.approval}>
          <Checkbox bare label={R.fourEyes} hint={R.fourEyesHint} {...register('fourEyes')} />
        </Group>
      </div>
      <div className="admin__keys">
        <Button tone="quiet" disabled={!formState.isDirty} onClick={() => reset()}>
          {R.undo}
        </Button>
        <Button submit tone="primary" kbd="Ctrl+Enter" kbdGroup={A.manage} busy={setting.busy}>
          {R.save}
        </Button>
      </div>
    </form>
  )
}

interface GroupProps {
  readonly title: string
  readonly note?: string
  readonly children: ReactNode
}

const Group = ({ title, note, children }: GroupProps) => (
  <fieldset className="rules__group">
    <legend>{title}</legend>
    {note !== undefined && <p className="admin__quiet">{note}</p>}
    {children}
  </fieldset>
)
