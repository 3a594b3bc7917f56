import { useMemo, useState } from 'react'
import type { DeskView } from '../../../../shared/projections/views.ts'
import { Button, toast, useShortcuts } from '../../../ui/index.ts'
import type { KeptActs } from '../cases/acts/ActDialog.tsx'
import { nextAct } from '../model/queueKeys.ts'
import { blockOf, DIRECT_KEY, type MenuAct } from '../model/queueMenu.ts'
import type { CounterAct, Queue } from '../state/useQueue.ts'
import { T } from '../texts.ts'
import { Asks } from './Asks.tsx'
import { ACTS, type DialogAct } from './acts/acts.ts'
import { SaidEnd } from './acts/SaidEnd.tsx'
import { CounterSwitch } from './CounterSwitch.tsx'
import { CurrentTicket } from './CurrentTicket.tsx'
import { GroupCounts } from './GroupCounts.tsx'
import { blockText, MoreMenu } from './MoreMenu.tsx'
import { QueueKeys } from './QueueKeys.tsx'
import { MENU_NAME, Q } from './texts.ts'
import { UndoKey } from './UndoKey.tsx'
import { WaitingList } from './WaitingList.tsx'

export interface QueuePanelProps {
  readonly desk: DeskView | null
  readonly busy: Queue['busy']
  readonly onAct: (act: CounterAct) => void
  readonly onTakeTicket: () => void
  /** Somebody sits down otherwise than by 开始. */
  readonly onSeated: (ticketNo: string) => void
}

/** Left: the ticket at this counter, the keys of the queue, and who waits. */
export function QueuePanel({ desk, ...rest }: QueuePanelProps) {
  return (
    <section className="desk__queue" aria-label={T.queue} data-home={desk ? `queue.${nextAct(desk)}` : undefined}>
      {desk === null ? <p className="desk__wait">{T.loading}</p> : <Panel desk={desk} {...rest} />}
    </section>
  )
}

interface PanelProps extends QueuePanelProps {
  readonly desk: DeskView
}

const DIRECT = Object.entries(DIRECT_KEY) as readonly [MenuAct, string][]

function Panel({ desk, busy, onAct, onTakeTicket, onSeated }: PanelProps) {
  const [open, setOpen] = useState<DialogAct | 'menu' | 'saidEnd' | null>(null)
  const atCounter = desk.counter !== null
  // What was typed about one visitor is not there for the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: fresh with every visitor
  const kept = useMemo<KeptActs>(() => new Map(), [desk.current?.ticketId])

  const take = (act: MenuAct): void => {
    if (act === 'close') onAct('close')
    setOpen(act === 'close' ? null : act)
  }
  const takeDirectly = (act: MenuAct): void => {
    const block = blockOf(act, desk)
    if (block === null) take(act)
    else toast(blockText(block), 'warn')
  }
  useShortcuts(
    T.queue,
    DIRECT.map(([act, keys]) => ({ keys, label: MENU_NAME[act], run: () => takeDirectly(act) }))
  )

  const close = (): void => setOpen(null)
  const Act = open === null || open === 'menu' ? null : open === 'saidEnd' ? SaidEnd : ACTS[open]
  return (
    <>
      {atCounter && (
        <CounterSwitch desk={desk} busy={busy} onOpen={() => onAct('open')} onPause={() => takeDirectly('pause')} />
      )}
      <CurrentTicket desk={desk} />
      {atCounter ? <QueueKeys desk={desk} busy={busy} onAct={onAct} /> : <p className="desk__quiet">{T.noCounter}</p>}
      <div className="queueMore">
        <Button kbd="F2" kbdGroup={T.queue} onClick={onTakeTicket}>
          {T.takeTicket}
        </Button>
        <Button
          kbd="Alt+Q"
          kbdGroup={T.queue}
          aria-label={Q.menu}
          aria-haspopup="dialog"
          data-place="queue.menu"
          onClick={() => setOpen('menu')}
        >
          {Q.menuShort}
        </Button>
        {atCounter && <UndoKey undo={desk.undo} busy={busy === 'undo'} onUndo={() => onAct('undo')} />}
      </div>
      {atCounter && <WaitingList desk={desk} />}
      <div className="queueFoot">
        <Asks desk={desk} busy={busy} onAct={onAct} onSaidEnd={() => setOpen('saidEnd')} />
        <GroupCounts groups={desk.groups} all={desk.waitingAll} />
      </div>
      {open === 'menu' && <MoreMenu desk={desk} onAct={take} onClose={close} />}
      {Act && <Act desk={desk} kept={kept} onClose={close} onDone={close} onSeated={onSeated} />}
    </>
  )
}
