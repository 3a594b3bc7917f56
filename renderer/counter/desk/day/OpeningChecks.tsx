import type { DayCheck } from '../../../../shared/domain/day/openingChecks.ts'
import { clockTime, refusalText } from '../../../texts/index.ts'
import { Button, Light, toast } from '../../../ui/index.ts'
import { useDesk } from '../DeskContext.tsx'
import { usePress } from '../state/usePress.ts'
import { checkWords } from './checkWords.ts'
import { CHECK_NAME, CHECK_STATE, D } from './texts.ts'

const count = (checks: readonly DayCheck[], state: DayCheck['state']): number =>
  checks.filter((one) => one.state === state).length

/** `10 项中 8 项正常，1 项要处理，1 项留意` */
export function summaryOf(checks: readonly DayCheck[]): string {
  const [bad, warn] = [count(checks, 'bad'), count(checks, 'warn')]
  return [
    D.summary(count(checks, 'good'), checks.length),
    ...(bad > 0 ? [D.summaryBad(bad)] : []),
    ...(warn > 0 ? [D.summaryWarn(warn)] : [])
  ].join('，')
}

/** Everything looked at once by one key, with the time of the last look of today. */
export function OpeningChecks() {
  const { desk } = useDesk()
  const check = usePress('day.check')
  const opening = desk?.opening ?? null
  const press = async (): Promise<void> => {
    const reply = await check.press({})
    if (reply && !reply.ok) toast(refusalText(reply.refusal), 'warn')
  }
  return (
    <>
      <div className="day__bar">
        <div className="day__said" role="status">
          <strong>{opening ? summaryOf(opening.checks) : D.notChecked}</strong>
          <span className="desk__quiet">{opening ? D.checkedAt(clockTime(opening.at)) : D.notCheckedHint}</span>
        </div>
        <Button
          tone={opening ? 'plain' : 'primary'}
          kbd="Ctrl+Enter"
          kbdGroup={D.title}
          busy={check.busy}
          data-place="day.main"
          onClick={() => void press()}
        >
          {opening ? D.lookAgain : D.look}
        </Button>
      </div>
      {opening && (
        <ul className="dayChecks" aria-label={D.checks}>
          {opening.checks.map((found) => (
            <CheckRow key={found.check} found={found} />
          ))}
        </ul>
      )}
    </>
  )
}

function CheckRow({ found }: { readonly found: DayCheck }) {
  const { says, todo } = checkWords(found)
  const { tone, word } = CHECK_STATE[found.state]
  return (
    <li className="dayCheck">
      <span className="dayCheck__light">
        <Light tone={tone}>{word}</Light>
      </span>
      <span className="dayCheck__name">{CHECK_NAME[found.check]}</span>
      <span className="dayCheck__what">
        <strong>{says}</strong>
        {todo !== '' && <span>{todo}</span>}
      </span>
    </li>
  )
}
