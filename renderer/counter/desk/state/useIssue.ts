import { useState } from 'react'
import type { Path } from 'react-hook-form'
import type { Refusal } from '../../../../shared/kernel/result.ts'
import { refusalText } from '../../../texts/index.ts'
import { type IntakeForm, toIntake } from '../model/intake.ts'
import { outcomeOf } from '../model/outcome.ts'
import { type Problem, problemsOf } from '../model/problems.ts'
import { type FieldPath, fieldOfRefusal } from '../model/refusalField.ts'
import { PROBLEM, T } from '../texts.ts'
import type { Go } from './useGo.ts'
import type { Intake } from './useIntake.ts'
import { usePress } from './usePress.ts'

export interface Issue {
  readonly busy: boolean
  /** Sentence that belongs to no field. */
  readonly refused: string | null
  /** The reason for a second notice has been asked for. */
  readonly second: boolean
  issue(): Promise<void>
}

/**
 * The outcome key: brings out the paper that the ticks allow, or leads to the first thing that stands in the way, with
 * its sentence beside it. Nothing typed is touched by a refusal.
 */
export function useIssue(intake: Intake, today: string, go: Go): Issue {
  const accept = usePress('casework.accept')
  const notice = usePress('casework.giveOneTimeNotice')
  const [refused, setRefused] = useState<{ readonly draft: number; readonly text: string } | null>(null)
  const [secondFor, setSecondFor] = useState<number | null>(null)
  const { form, draft } = intake
  const second = secondFor === draft.key

  const stop = (path: FieldPath, sentence: string): void => {
    form.setError(formPath(path), { type: 'refused', message: sentence })
    go(path.startsWith('ticks.') ? `${path}.reason` : path, path)
  }

  const onRefusal = (refusal: Refusal): void => {
    const field = fieldOfRefusal(refusal, form.getValues('ticks'))
    const sentence = refusalText(refusal)
    if (field === null) {
      setRefused({ draft: draft.key, text: sentence })
      return
    }
    if (field === 'secondNoticeReason') setSecondFor(draft.key)
    stop(field, sentence)
  }

  const issue = async (): Promise<void> => {
    setRefused(null)
    const values = form.getValues()
    const outcome = outcomeOf(values.itemId === '' ? null : values.ticks)
    if (outcome.kind === 'noItem') return go('itemId')
    const problems = problemsOf(values, today)
    for (const problem of problems) {
      form.setError(formPath(problem.path), { type: 'desk', message: sentenceOf(problem) })
    }
    const first = problems[0]
    if (first) return go(first.path)
    if (outcome.kind === 'open') return go(`ticks.${outcome.first}`)
    if (outcome.kind === 'reason') return stop(`ticks.${outcome.first}`, T.reasonNeeded)
    const accepting = outcome.kind === 'accept'
    const input = toIntake(values)
    const reply = accepting
      ? await accept.press(input)
      : await notice.press({ ...input, secondNoticeReason: values.secondNoticeReason.trim() || null })
    if (reply === null) return
    if (!reply.ok) return onRefusal(reply.refusal)
    intake.finish({ ...reply.value, kind: accepting ? 'acceptanceNotice' : 'oneTimeNotice' })
    go('paper.print')
  }

  return {
    busy: accept.busy || notice.busy,
    refused: refused?.draft === draft.key ? refused.text : null,
    second,
    issue
  }
}

/** A row's sentence stands at its reason. */
const formPath = (path: FieldPath): Path<IntakeForm> =>
  (path.startsWith('ticks.') ? `${path}.reason` : path) as Path<IntakeForm>

const sentenceOf = ({ code, length }: Problem): string =>
  PROBLEM[code] ?? refusalText(typeof length === 'number' ? { code, length } : { code })
