import { Activity } from 'react'
import { Button } from '../../ui/index.ts'
import { CasePage } from './cases/CasePage.tsx'
import { useDesk } from './DeskContext.tsx'
import { DonePaper } from './DonePaper.tsx'
import { DayPage } from './day/DayPage.tsx'
import { WorkForm } from './intake/WorkForm.tsx'
import type { Sheets } from './model/middle.ts'
import { PaperPanel } from './papers/PaperPanel.tsx'
import type { Intake } from './state/useIntake.ts'
import { T } from './texts.ts'
import { WorkList } from './workList/WorkList.tsx'

export interface MiddleProps {
  readonly intake: Intake
  readonly today: string
  readonly sheets: Sheets
  readonly onLift: () => void
  /** Takes a case up from the form, where its person was recognised. */
  readonly onContinueHere: (caseId: string) => void
  /** Takes a case up from its page. */
  readonly onContinueFromPage: (caseId: string) => void
  readonly onNext: () => void
  readonly onNew: () => void
}

/**
 * The work: the form, its paper once it is out, and over them what was opened. What is covered keeps all it holds but
 * answers to no key (`Activity` takes its effects away).
 */
export function Middle(props: MiddleProps) {
  const { intake, today, sheets, onLift } = props
  const { go } = useDesk()
  const top = sheets.at(-1)
  return (
    <div className="desk__middle">
      <Activity mode={top ? 'hidden' : 'visible'}>
        {intake.done ? (
          <DonePaper done={intake.done} onNext={props.onNext} onAgain={() => intake.again()} onNew={props.onNew} />
        ) : (
          <WorkForm intake={intake} today={today} onContinue={props.onContinueHere} />
        )}
      </Activity>
      {sheets.some(({ kind }) => kind === 'work') && (
        // Keeps its filter and its row while a case from it is looked at.
        <Activity mode={top?.kind === 'work' ? 'visible' : 'hidden'}>
          <WorkList onClose={onLift} />
        </Activity>
      )}
      {sheets.some(({ kind }) => kind === 'day') && (
        <Activity mode={top?.kind === 'day' ? 'visible' : 'hidden'}>
          <DayPage onClose={onLift} />
        </Activity>
      )}
      {top?.kind === 'case' && (
        <CasePage key={top.caseId} caseId={top.caseId} onClose={onLift} onContinue={props.onContinueFromPage} />
      )}
      {top?.kind === 'paper' && (
        <PaperPanel
          key={top.docId}
          docId={top.docId}
          onPrinted={() => go('paper.back')}
          actions={() => (
            <Button kbd="Escape" kbdGroup={T.preview} data-place="paper.back" onClick={onLift}>
              {T.back}
            </Button>
          )}
        />
      )}
    </div>
  )
}
