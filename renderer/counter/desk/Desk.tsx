import { useMemo, useRef, useState } from 'react'
import type { AppView } from '../../../shared/projections/views.ts'
import { useView } from '../../bridge/linchuang.ts'
import { useShortcuts } from '../../ui/index.ts'
import './desk.css'
import { DeskContext } from './DeskContext.tsx'
import { DeskHead } from './DeskHead.tsx'
import { LeaveForm } from './LeaveForm.tsx'
import { Middle } from './Middle.tsx'
import { mustAsk } from './model/drafts.ts'
import { isTyped } from './model/intake.ts'
import { lay, lift, type Sheets } from './model/middle.ts'
import { QueuePanel } from './queue/QueuePanel.tsx'
import { TakeTicket } from './queue/TakeTicket.tsx'
import { SidePanel } from './side/SidePanel.tsx'
import { draftTitle } from './side/Unfinished.tsx'
import { useGo } from './state/useGo.ts'
import { useIntake } from './state/useIntake.ts'
import { type CounterAct, useQueue } from './state/useQueue.ts'
import { T } from './texts.ts'

/** Asked before a form with work in it makes room; `proceed` is what follows. */
interface Leaving {
  readonly proceed: (keep: boolean) => void
  readonly stay: () => void
}

/** The clerk's desk: the queue on the left, the work in the middle, papers and history on the right. */
export function Desk({ app }: { readonly app: AppView }) {
  const desk = useView('desk')
  const root = useRef<HTMLElement>(null)
  const { go } = useGo(root)
  const intake = useIntake(go)
  const queue = useQueue(desk)
  const [sheets, setSheets] = useState<Sheets>([])
  const [taking, setTaking] = useState(false)
  const [leaving, setLeaving] = useState<Leaving | null>(null)

  const tools = useMemo(
    () => ({
      app,
      desk,
      go,
      openCase: (caseId: string) => {
        setSheets((before) => lay(before, { kind: 'case', caseId }))
        go('case.main', 'case.back')
      },
      openPaper: (docId: string) => {
        setSheets((before) => lay(before, { kind: 'paper', docId }))
        go('paper.print', 'paper.back')
      },
    }),
    [app, desk, go],
  )

  const toWork = (): void => go(...(intake.done ? ['paper.print', 'next'] : ['itemId']))

  const liftSheet = (): void => {
    setSheets(lift)
    if (sheets.length <= 1) toWork()
    else go('case.main', 'case.back', 'paper.print', 'paper.back')
  }

  /** Makes room on the desk, after asking if somebody else's work lies on it. */
  const makeRoom = (proceed: (keep: boolean) => void, mayLie: boolean, stay: () => void): void => {
    setSheets([])
    if (intake.done || mayLie || !isTyped(intake.form.getValues())) proceed(false)
    else setLeaving({ proceed, stay })
  }

  const beginFor = (ticketNo: string | null): void => {
    if (!intake.done && !mustAsk(intake.form.getValues(), intake.draft.ticketNo, ticketNo)) {
      setSheets([])
      intake.adopt(ticketNo)
      return go('itemId')
    }
    const fresh = (keep: boolean): void => {
      intake.startAnew(keep, ticketNo)
      go('itemId')
    }
    makeRoom(fresh, false, () => {
      intake.adopt(ticketNo)
      go('itemId')
    })
  }

  const act = async (what: CounterAct): Promise<void> => {
    const ticketNo = desk?.current?.no ?? null
    if ((await queue.press(what)) && what === 'start') beginFor(ticketNo)
  }

  const newForm = (): void => {
    makeRoom(
      (keep) => {
        intake.startAnew(keep, desk?.current?.no ?? null)
        go('itemId')
      },
      false,
      toWork,
    )
  }

  const next = async (): Promise<void> => {
    if (desk?.current?.status === 'serving' && !(await queue.press('finish'))) return
    intake.startAnew(true, null)
    setSheets([])
    go('queue.next')
    await queue.press('call')
  }

  const continueFromPage = (caseId: string): void => {
    makeRoom((keep) => void intake.continueCase(caseId, { sameVisitor: false, keep }), false, () => tools.openCase(caseId))
  }

  useShortcuts(T.work, [
    { keys: 'Ctrl+N', label: T.newForm, run: newForm, enabled: sheets.length === 0 && !intake.done },
    { keys: 'Ctrl+Shift+Enter', label: `${T.next}（${T.nextHint}）`, run: () => void next(), enabled: !intake.done },
  ])

  return (
    <DeskContext value={tools}>
      <main className="desk" ref={root} tabIndex={-1}>
        <DeskHead app={app} date={desk?.date ?? null} />
        <QueuePanel desk={desk} busy={queue.busy} onAct={(what) => void act(what)} onTakeTicket={() => setTaking(true)} />
        <Middle
          intake={intake}
          today={desk?.date ?? ''}
          sheets={sheets}
          onLift={liftSheet}
          onContinueHere={(caseId) => void intake.continueCase(caseId, { sameVisitor: true, keep: false })}
          onContinueFromPage={continueFromPage}
          onNext={() => void next()}
          onNew={newForm}
        />
        <SidePanel
          desk={desk}
          aside={intake.aside}
          caseId={intake.done?.caseId ?? intake.draft.returning?.caseId ?? null}
          onResume={(key) => {
            setSheets([])
            intake.resume(key)
          }}
          onDiscard={intake.discard}
          onLeaveSearch={toWork}
        />
        {taking && desk && <TakeTicket groups={desk.groups} onClose={() => setTaking(false)} />}
        {leaving && (
          <LeaveForm
            what={draftTitle({ ...intake.draft, form: intake.form.getValues() })}
            onKeep={() => {
              setLeaving(null)
              leaving.proceed(true)
            }}
            onClear={() => {
              setLeaving(null)
              leaving.proceed(false)
            }}
            onStay={() => {
              setLeaving(null)
              leaving.stay()
            }}
          />
        )}
      </main>
    </DeskContext>
  )
}
