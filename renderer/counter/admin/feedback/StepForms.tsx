import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { OUTCOMES, type Outcome } from '../../../../shared/domain/feedback/followUp.ts'
import { RATING_LEVELS, type RatingLevel } from '../../../../shared/domain/feedback/rating.ts'
import type { RatingDetail } from '../../../../shared/projections/ratingLead.ts'
import { LEVEL_NAMES } from '../../../../shared/projections/ratingSheet.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { longDate } from '../../../texts/index.ts'
import { OUTCOME_WORDS } from '../../../texts/ratingWords.ts'
import { Button, type Choice, Field, Notice, RadioGroup, Select, TextArea, TextInput } from '../../../ui/index.ts'
import { dayTyped } from '../../desk/model/dayTyped.ts'
import { answered } from '../../desk/state/answered.ts'
import { R } from './texts.ts'
import { useAct } from './useAct.ts'

interface StepProps {
  readonly rating: RatingDetail
  readonly onDone: () => Promise<void>
}

interface StepFormProps {
  readonly title: string
  readonly hint?: string
  readonly trouble: string | undefined
  readonly submit: string
  readonly busy: boolean
  readonly primary?: boolean
  readonly onSubmit: () => void
  readonly children: ReactNode
}

function StepForm({ title, hint, trouble, submit, busy, primary, onSubmit, children }: StepFormProps) {
  const go = (event: FormEvent): void => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form className="admin__form ui-panel" aria-label={title} onSubmit={go} noValidate>
      <h3>{title}</h3>
      {hint !== undefined && <p className="admin__quiet">{hint}</p>}
      {trouble !== undefined && <Notice tone="danger">{trouble}</Notice>}
      {children}
      <div className="admin__keys">
        <Button submit tone={primary === true ? 'primary' : 'plain'} busy={busy}>
          {submit}
        </Button>
      </div>
    </form>
  )
}

/** People who may do it: with a lead's or an administrator's account, and not the one who was rated. */
function useReviewers(clerkId: string): readonly Choice[] {
  const [people, setPeople] = useState<readonly Choice[]>([])
  useEffect(() => {
    void answered(ask('staff.list', {})).then((reply) => {
      if (!reply.ok) return
      const may = reply.value.filter(
        ({ personId, roles, ended }) =>
          !ended && personId !== clerkId && (roles.includes('lead') || roles.includes('administrator'))
      )
      setPeople(may.map(({ personId, name }) => ({ value: personId, label: name })))
    })
  }, [clerkId])
  return people
}

export function StartForm({ rating, onDone }: StepProps) {
  const act = useAct('ratings.start', onDone)
  const people = useReviewers(rating.clerkId)
  const [chosen, setChosen] = useState<string | null>(null)
  const reviewer = chosen ?? people[0]?.value ?? ''
  return (
    <StepForm
      title={R.startTitle}
      hint={R.startHint}
      trouble={act.besides('reviewer')}
      submit={R.start}
      busy={act.busy}
      primary
      onSubmit={() => void act.run({ ratingId: rating.ratingId, reviewer })}
    >
      <Field label={R.reviewer} error={act.at('reviewer')} required>
        <Select value={reviewer} options={people} onChange={(event) => setChosen(event.currentTarget.value)} />
      </Field>
    </StepForm>
  )
}

export function CallForm({ rating, onDone }: StepProps) {
  const [reached, setReached] = useState(true)
  const [text, setText] = useState('')
  const act = useAct('ratings.callBack', async () => {
    setText('')
    await onDone()
  })
  return (
    <StepForm
      title={R.callTitle}
      hint={R.callHint}
      trouble={act.besides('text')}
      submit={R.call}
      busy={act.busy}
      primary={rating.followUp?.step === 'call'}
      onSubmit={() => void act.run({ ratingId: rating.ratingId, reached, text })}
    >
      <RadioGroup
        legend={R.reached}
        options={[
          { value: 'yes', label: R.yes },
          { value: 'no', label: R.no }
        ]}
        value={reached ? 'yes' : 'no'}
        onChange={(value) => setReached(value === 'yes')}
      />
      <Field label={R.callText} error={act.at('text')} required>
        <TextArea rows={2} maxLength={1000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </Field>
    </StepForm>
  )
}

export function CloseForm({ rating, onDone }: StepProps) {
  const act = useAct('ratings.close', onDone)
  const [outcome, setOutcome] = useState<Outcome>('fixed')
  const [text, setText] = useState('')
  const [second, setSecond] = useState('')
  const secondLevel = RATING_LEVELS.find((level): level is RatingLevel => String(level) === second) ?? null
  return (
    <StepForm
      title={R.closeTitle}
      hint={R.outcomeHint}
      trouble={act.besides('text', 'secondLevel')}
      submit={R.close}
      busy={act.busy}
      primary={rating.followUp?.step === 'close'}
      onSubmit={() => void act.run({ ratingId: rating.ratingId, outcome, text, secondLevel })}
    >
      <RadioGroup
        legend={R.outcome}
        column
        options={OUTCOMES.map((one) => ({ value: one, label: OUTCOME_WORDS[one] }))}
        value={outcome}
        onChange={(value) => setOutcome(OUTCOMES.find((one) => one === value) ?? outcome)}
      />
      <Field label={R.closeText} error={act.at('text')} required>
        <TextArea rows={3} maxLength={1000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </Field>
      <Field label={R.secondLevel} error={act.at('secondLevel')}>
        <Select
          value={second}
          options={[
            { value: '', label: R.noSecond },
            ...RATING_LEVELS.map((level) => ({ value: String(level), label: LEVEL_NAMES[level] }))
          ]}
          onChange={(event) => setSecond(event.currentTarget.value)}
        />
      </Field>
    </StepForm>
  )
}

interface ExtendProps extends StepProps {
  readonly limits: NonNullable<RatingDetail['extendable']>
  readonly today: string
}

/** Whoever is signed in gives their own word; a clerk never gets here. */
export function ExtendForm({ rating, limits, today, onDone }: ExtendProps) {
  const act = useAct('ratings.extend', onDone)
  const [until, setUntil] = useState('')
  const [reason, setReason] = useState('')
  const date = dayTyped(until, today)
  return (
    <StepForm
      title={R.extendTitle}
      hint={R.extendHint(longDate(limits.after), longDate(limits.longest))}
      trouble={act.besides('until', 'reason')}
      submit={R.extend}
      busy={act.busy}
      onSubmit={() => void act.run({ ratingId: rating.ratingId, until: date ?? limits.after, reason, approval: null })}
    >
      <Field label={R.until} hint={date === null ? R.untilHint : longDate(date)} error={act.at('until')} required>
        <TextInput value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
      </Field>
      <Field label={R.extendReason} error={act.at('reason')} required>
        <TextInput maxLength={1000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </Field>
    </StepForm>
  )
}

export function NoteForm({ rating, onDone }: StepProps) {
  const [text, setText] = useState('')
  const act = useAct('ratings.annotate', async () => {
    setText('')
    await onDone()
  })
  return (
    <StepForm
      title={R.noteTitle}
      trouble={act.besides('text')}
      submit={R.addNote}
      busy={act.busy}
      onSubmit={() => void act.run({ ratingId: rating.ratingId, text })}
    >
      <Field label={R.noteText} error={act.at('text')}>
        <TextInput maxLength={1000} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </Field>
    </StepForm>
  )
}
