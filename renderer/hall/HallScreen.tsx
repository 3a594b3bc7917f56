import { useEffect, useState } from 'react'
import type { HallView } from '../../shared/projections/views.ts'
import { useView } from '../bridge/linchuang.ts'
import { type Silence, useSilence } from '../bridge/silence.ts'
import { clockSeconds } from '../texts/format.ts'
import { classes } from '../ui/classes.ts'
import { type CallAnnouncer, callAnnouncer } from './announcer.ts'
import { Calls } from './Calls.tsx'
import { Counters } from './Counters.tsx'
import { Foot } from './Foot.tsx'
import { Head } from './Head.tsx'
import { systemSpeakers } from './speakers.ts'
import { Waiting } from './Waiting.tsx'

const TOPICS = ['hall'] as const

/** The big screen: numbers and counters, never people. It has no controls; whatever main pushes stands here and is said. */
export function HallScreen() {
  const view = useView('hall')
  const silence = useSilence(TOPICS)
  useAnnouncements(view)
  return (
    <main className={classes('hall', silence.old && 'hall--old')}>
      {silence.old && <OldData silence={silence} />}
      {view ? (
        <Board view={view} />
      ) : (
        !silence.old && <p className="hall__waitingForData">大厅屏已就绪，请在窗口电脑上完成设置。</p>
      )}
    </main>
  )
}

function Board({ view }: { readonly view: HallView }) {
  return (
    <>
      <Head hallName={view.hallName} demo={view.demo} />
      <Calls calls={view.calls} />
      <Waiting groups={view.groups} all={view.waitingAll} />
      <Counters counters={view.counters} />
      <Foot view={view} />
    </>
  )
}

/** Old numbers that look fresh send people to the wrong counter: they turn grey and it is said how old they are. */
const OldData = ({ silence }: { readonly silence: Silence }) => (
  <p className="hall__old" role="alert">
    <span>
      {silence.lastAt === null ? '正在等待叫号系统，' : `画面停在 ${clockSeconds(silence.lastAt)}，正在恢复，`}
    </span>
    <span>请留意窗口叫号</span>
  </p>
)

function useAnnouncements(view: HallView | null): void {
  const [announcer] = useState<CallAnnouncer>(() => callAnnouncer(systemSpeakers()))
  useEffect(() => {
    if (view) announcer.offer(view.calls)
  }, [announcer, view])
}
