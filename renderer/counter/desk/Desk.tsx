import { Activity, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { AppView } from '../../../shared/projections/views.ts'
import { useView } from '../../bridge/linchuang.ts'
import { classes, useShortcuts } from '../../ui/index.ts'
import './desk.css'
import { AdminPage } from '../admin/AdminPage.tsx'
import { useAdmin } from '../admin/useAdmin.ts'
import { DeskContext, type DeskTools } from './DeskContext.tsx'
import { DeskHead } from './DeskHead.tsx'
import { LeaveForm } from './LeaveForm.tsx'
import { Middle } from './Middle.tsx'
import { type Over, placesOf } from './model/middle.ts'
import { QueuePanel } from './queue/QueuePanel.tsx'
import { TakeTicket } from './queue/TakeTicket.tsx'
import { SidePanel } from './side/SidePanel.tsx'
import { draftTitle } from './side/Unfinished.tsx'
import { useGo } from './state/useGo.ts'
import { useIntake } from './state/useIntake.ts'
import { useQueue } from './state/useQueue.ts'
import { useSheets } from './state/useSheets.ts'
import { useVisitors } from './state/useVisitors.ts'
import { T } from './texts.ts'

/** The clerk's desk: the queue on the left, the work in the middle, papers and history on the right. */
export function Desk({ app }: { readonly app: AppView }) {
  const desk = useView('desk')
  const root = useRef<HTMLElement>(null)
  const { go } = useGo(root)
  const intake = useIntake(go)
  const queue = useQueue(desk)
  const sheets = useSheets()
  const visitors = useVisitors({ desk, queue, intake, sheets, go })
  const [taking, setTaking] = useState(false)
  const admin = useAdmin(go)
  const { lay } = sheets
  const open = useCallback(
    (over: Over): void => {
      lay(over)
      go(...placesOf(over))
    },
    [lay, go]
  )

  const tools = useMemo<DeskTools>(
    () => ({
      app,
      desk,
      go,
      openCase: (caseId) => open({ kind: 'case', caseId }),
      openPaper: (docId) => open({ kind: 'paper', docId }),
      openWork: () => open({ kind: 'work' }),
      openDay: () => open({ kind: 'day' })
    }),
    [app, desk, go, open]
  )

  // Where the day begins: at the key that opens the counter, or calls.
  const ready = desk !== null
  const opened = desk?.counterStatus === 'open'
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with the first view of the desk
  useEffect(() => {
    if (ready) go(opened ? 'queue.call' : 'queue.switch', 'itemId')
  }, [ready, go])

  const toWork = (): void => go(...(intake.done ? ['paper.print', 'next'] : ['itemId']))

  const liftSheet = (): void => {
    sheets.lift()
    const below = sheets.sheets.at(-2)
    if (below) go(...placesOf(below))
    else toWork()
  }

  useShortcuts(T.work, [
    {
      keys: 'Ctrl+N',
      label: T.newForm,
      run: visitors.newForm,
      enabled: !admin.open && sheets.sheets.length === 0 && !intake.done
    },
    {
      keys: 'Ctrl+Shift+Enter',
      label: T.nextLong,
      run: () => void visitors.next(),
      enabled: !admin.open && !intake.done
    }
  ])

  return (
    <DeskContext value={tools}>
      <main className={classes('desk', admin.open && 'desk--covered')} ref={root} tabIndex={-1}>
        <DeskHead
          app={app}
          date={desk?.date ?? null}
          extendedSince={desk?.extendedSince ?? null}
          unfinished={() => intake.unfinishedCount()}
          keeper={intake.keeper}
          onDay={admin.open || !ready ? null : tools.openDay}
          onAdmin={admin.toggle}
        />
        {/* What is covered keeps all that was typed and answers to no key. */}
        <Activity mode={admin.open ? 'hidden' : 'visible'}>
          <QueuePanel
            desk={desk}
            busy={queue.busy}
            onAct={(what) => void visitors.act(what)}
            onTakeTicket={() => setTaking(true)}
            onSeated={visitors.seat}
          />
          <Middle
            intake={intake}
            today={desk?.date ?? ''}
            sheets={sheets.sheets}
            onLift={liftSheet}
            onContinueHere={(caseId) => void intake.continueCase(caseId, { sameVisitor: true, keep: false })}
            onContinueFromPage={visitors.continueFromPage}
            onNext={() => void visitors.next()}
            onNew={visitors.newForm}
          />
          <SidePanel
            visit={visitors.count}
            desk={desk}
            aside={intake.aside}
            caseId={intake.done?.caseId ?? intake.draft.returning?.caseId ?? null}
            onResume={(key) => {
              sheets.clear()
              intake.resume(key)
            }}
            onDiscard={intake.discard}
            onLeaveSearch={toWork}
          />
        </Activity>
        {admin.used && app.person && (
          <Activity mode={admin.open ? 'visible' : 'hidden'}>
            <AdminPage app={app} person={app.person} go={go} onClose={admin.toggle} />
          </Activity>
        )}
        {taking && desk && <TakeTicket groups={desk.groups} onClose={() => setTaking(false)} />}
        {visitors.leaving && (
          <LeaveForm what={draftTitle({ ...intake.draft, form: intake.form.getValues() })} leaving={visitors.leaving} />
        )}
      </main>
    </DeskContext>
  )
}
