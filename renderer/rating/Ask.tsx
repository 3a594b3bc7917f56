import { useEffect, useId, useRef, useState } from 'react'
import { isBad, RATING_LEVELS, type RatingLevel } from '../../shared/domain/feedback/rating.ts'
import type { RatingScreenShown } from '../../shared/projections/hallViews.ts'
import { LEVEL_NAMES } from '../../shared/projections/ratingSheet.ts'
import { newCommandId, send, useView } from '../bridge/linchuang.ts'
import { refusalText } from '../texts/index.ts'
import { Button, Notice } from '../ui/index.ts'
import { type Answer, emptyAnswer, phoneIsWrong, secondsLeft, sent } from './answer.ts'
import { Face } from './Face.tsx'
import { More } from './More.tsx'
import { T } from './texts.ts'
import { useStay } from './useStay.ts'

/** What was chosen is sent when so much of the time is left, so that it arrives while it still counts. */
const LAST_SECONDS = 2

interface AskProps {
  readonly ask: NonNullable<RatingScreenShown['ask']>
  readonly onGiven: (level: RatingLevel, called: boolean) => void
}

/** The question. A face is an answer already: when time runs out it is sent as it is. */
export function Ask({ ask, onGiven }: AskProps) {
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [wrong, setWrong] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const formId = useId()
  const sending = useRef(false)
  const commandId = useRef(newCommandId())
  const now = useView('beat')?.at ?? null
  const left = now === null ? null : secondsLeft(ask.until, now)
  const more = useStay(ask.ratingId, left)

  const submit = async (timeIsUp: boolean): Promise<void> => {
    if (answer === null || sending.current) return
    if (!timeIsUp && isBad(answer.level) && phoneIsWrong(answer.phone)) return setWrong(true)
    sending.current = true
    const said = sent(answer, timeIsUp)
    const reply = await send('rating.give', { ratingId: ask.ratingId, ...said }, commandId.current).catch(() => null)
    sending.current = false
    if (reply?.ok) return onGiven(answer.level, said.phone !== null)
    setTrouble(reply === null ? T.notSent : refusalText(reply.refusal))
  }

  const atTheEnd = useRef(submit)
  atTheEnd.current = submit
  const lastMoment = left !== null && left <= LAST_SECONDS && answer !== null
  useEffect(() => {
    if (lastMoment) void atTheEnd.current(true)
  }, [lastMoment])

  return (
    <section className="rating__ask">
      {answer === null ? (
        <Faces ticketNo={ask.ticketNo} onChoose={(level) => setAnswer(emptyAnswer(level))} />
      ) : (
        <form
          className="rating__form"
          id={formId}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            void submit(false)
          }}
        >
          <More
            answer={answer}
            wrong={wrong}
            onChange={(next) => {
              setWrong(false)
              setAnswer(next)
            }}
            onBack={() => setAnswer(null)}
          />
          {trouble !== null && <Notice tone="danger">{trouble}</Notice>}
        </form>
      )}
      <footer className="rating__time">
        {left !== null && (
          <p role="timer" aria-live="off">
            {answer === null ? T.left(left) : T.leftChosen(left)}
          </p>
        )}
        <Button size="large" onClick={() => void more()}>
          {T.more}
        </Button>
        {answer !== null && (
          <Button submit form={formId} tone="primary" size="large" className="rating__submit">
            {trouble === null ? T.submit : T.again}
          </Button>
        )}
      </footer>
    </section>
  )
}

interface FacesProps {
  readonly ticketNo: string
  readonly onChoose: (level: RatingLevel) => void
}

/** In the order and with the codes of GB/T 39046 A.8: 1 非常满意 … 5 非常不满意. */
function Faces({ ticketNo, onChoose }: FacesProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {T.question}
      </h1>
      <p className="rating__visit">{T.visit(ticketNo)}</p>
      <ul className="rating__faces">
        {RATING_LEVELS.map((level) => (
          <li key={level}>
            <button type="button" className="rating__face" data-level={level} onClick={() => onChoose(level)}>
              <Face level={level} />
              <span>{LEVEL_NAMES[level]}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="rating__voluntary">{T.voluntary}</p>
    </>
  )
}
