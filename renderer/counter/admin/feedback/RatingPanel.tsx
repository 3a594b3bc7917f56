import { useCallback, useEffect, useState } from 'react'
import type { Reply } from '../../../../shared/kernel/result.ts'
import type { RatingDetail } from '../../../../shared/projections/ratingLead.ts'
import { LEVEL_NAMES } from '../../../../shared/projections/ratingSheet.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { dayAndTime, refusalText } from '../../../texts/index.ts'
import { REASON_WORDS } from '../../../texts/ratingWords.ts'
import { Button, Light, Notice } from '../../../ui/index.ts'
import { answered } from '../../desk/state/answered.ts'
import { usePress } from '../../desk/state/usePress.ts'
import { CallForm, CloseForm, ExtendForm, NoteForm, StartForm } from './StepForms.tsx'
import { Trail } from './Trail.tsx'
import { R } from './texts.ts'

interface RatingPanelProps {
  readonly ratingId: string
  readonly today: string
  readonly onBack: () => void
  readonly onChanged: () => Promise<void>
}

/** One rating: what was said, what has become of it, and the step that is due. The rating itself is never edited. */
export function RatingPanel({ ratingId, today, onBack, onChanged }: RatingPanelProps) {
  const [reply, setReply] = useState<Reply<RatingDetail> | null>(null)
  const read = useCallback(
    async (): Promise<void> => setReply(await answered(ask('ratings.get', { ratingId }))),
    [ratingId]
  )
  useEffect(() => void read(), [read])
  const changed = async (): Promise<void> => {
    await Promise.all([read(), onChanged()])
  }
  return (
    <div className="ratingOne">
      <Button data-place="admin.rating" kbd="Alt+B" kbdGroup={R.title} onClick={onBack}>
        {R.back}
      </Button>
      {reply === null && <p className="admin__quiet">{R.loading}</p>}
      {reply && !reply.ok && <Notice tone="warn">{refusalText(reply.refusal)}</Notice>}
      {reply?.ok && (
        <div className="ratingOne__columns">
          <div className="ratingOne__said">
            <Said rating={reply.value} />
            <Trail rating={reply.value} />
          </div>
          <Steps rating={reply.value} today={today} onDone={changed} />
        </div>
      )}
    </div>
  )
}

function Said({ rating }: { readonly rating: RatingDetail }) {
  const { level, followUp } = rating
  return (
    <section className="ratingOne__part ui-panel" aria-label={R.one(rating.ticketNo)}>
      <h3>{R.one(rating.ticketNo)}</h3>
      {followUp && followUp.step !== 'done' && (
        <Light tone={followUp.light}>
          {R.steps[followUp.step]}：{R.due(followUp.due, followUp.left)}
          {followUp.provisional && R.provisional}
        </Light>
      )}
      <dl className="staffOne__facts">
        <dt>{R.level}</dt>
        <dd>{level === null ? R.own : LEVEL_NAMES[level]}</dd>
        <dt>{R.when}</dt>
        <dd>{dayAndTime(rating.at)}</dd>
        <dt>{R.where}</dt>
        <dd>
          {rating.counter} 号 {rating.groupName}
        </dd>
        <dt>{R.served}</dt>
        <dd>{rating.clerkName}</dd>
        <dt>{R.cases}</dt>
        <dd>{rating.caseNos.length === 0 ? R.noCases : rating.caseNos.join('、')}</dd>
        <dt>{R.reasons}</dt>
        <dd>{rating.reasons.length === 0 ? R.noReasons : rating.reasons.map((one) => REASON_WORDS[one]).join('、')}</dd>
        <dt>{R.words}</dt>
        <dd className="ratingOne__words">{rating.comment === '' ? R.noWords : rating.comment}</dd>
        <dt>{R.phoneLabel}</dt>
        <dd>{rating.phone === null ? R.noPhone : <Phone ratingId={rating.ratingId} masked={rating.phone} />}</dd>
      </dl>
      <p className="admin__quiet">{R.protect}</p>
    </section>
  )
}

/** Masked until somebody asks for it; the asking is recorded. */
function Phone({ ratingId, masked }: { readonly ratingId: string; readonly masked: string }) {
  const { busy, press } = usePress('ratings.revealPhone')
  const [shown, setShown] = useState<string | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const reveal = async (): Promise<void> => {
    const reply = await press({ ratingId })
    if (reply?.ok) setShown(reply.value.phone)
    else if (reply) setTrouble(refusalText(reply.refusal))
  }
  return (
    <span className="ratingOne__phone">
      <span>{shown ?? masked}</span>
      {shown === null && (
        <>
          <Button size="small" busy={busy} onClick={() => void reveal()}>
            {R.reveal}
          </Button>
          <span className="admin__quiet">{R.revealHint}</span>
        </>
      )}
      {trouble !== null && <span role="alert">{trouble}</span>}
    </span>
  )
}

interface StepsProps {
  readonly rating: RatingDetail
  readonly today: string
  readonly onDone: () => Promise<void>
}

function Steps({ rating, today, onDone }: StepsProps) {
  const step = rating.followUp?.step
  return (
    <div className="ratingOne__steps">
      {step === 'start' && <StartForm rating={rating} onDone={onDone} />}
      {(step === 'call' || step === 'close') && (
        <>
          <CallForm rating={rating} onDone={onDone} />
          <CloseForm rating={rating} onDone={onDone} />
          {rating.extendable && <ExtendForm rating={rating} limits={rating.extendable} today={today} onDone={onDone} />}
        </>
      )}
      <NoteForm rating={rating} onDone={onDone} />
    </div>
  )
}
