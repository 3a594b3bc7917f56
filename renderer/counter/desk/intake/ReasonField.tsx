import { useId, useState } from 'react'
import { KeyCap } from '../../../ui/index.ts'
import type { Reasoned } from '../model/ticks.ts'
import { Combobox } from '../parts/Combobox.tsx'
import { PHRASES, REASON, REASON_NEEDED } from './texts.ts'

export interface ReasonFieldProps {
  readonly index: number
  readonly kind: Reasoned
  readonly reason: string
  /** Must say something before the hands go on. */
  readonly missing: boolean
  readonly error: string | undefined
  readonly onReason: (reason: string) => void
  readonly onSettled: () => void
  readonly onBack: () => void
}

/** What is wrong or was put right, in the words on the paper: free text, or a ready phrase by arrows or Alt and its number. */
export function ReasonField({ index, kind, reason, missing, error, onReason, onSettled, onBack }: ReasonFieldProps) {
  const id = useId()
  const [unsaid, setUnsaid] = useState(false)
  const wrong =
    error ??
    (unsaid && reason.trim() === '' ? REASON_NEEDED[kind === 'corrected' ? 'corrected' : 'notMeeting'] : undefined)
  const settle = (): void => {
    if (missing && reason.trim() === '') setUnsaid(true)
    else onSettled()
  }
  return (
    <div className="reason">
      {/* Above the field: below it the list of phrases lies over everything. */}
      {wrong !== undefined && (
        <p className="ui-field__error" id={`${id}-error`} aria-live="polite">
          {wrong}
        </p>
      )}
      <Combobox<string>
        className="reason__box"
        label={REASON[kind]}
        placeholder={REASON[kind]}
        place={`ticks.${index}.reason`}
        look="cell"
        text={reason}
        onText={(text) => onReason(text)}
        options={PHRASES[kind]}
        keyOf={(phrase) => phrase}
        show={(phrase, at) => (
          <span className="reason__phrase">
            <KeyCap keys={`Alt+${at + 1}`} />
            {phrase}
          </span>
        )}
        onChoose={(phrase) => {
          onReason(phrase)
          onSettled()
        }}
        quickKeys
        onEnter={settle}
        onEscape={onBack}
        invalid={wrong !== undefined}
        {...(wrong === undefined ? {} : { describedBy: `${id}-error` })}
      />
    </div>
  )
}
