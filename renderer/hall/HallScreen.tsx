import { useLayoutEffect, useState } from 'react'
import type { BoardTheme } from '../../shared/domain/hall/service.ts'
import type { HallView } from '../../shared/projections/views.ts'
import { useView } from '../bridge/linchuang.ts'
import { type Silence, useSilence } from '../bridge/silence.ts'
import { clockSeconds } from '../texts/format.ts'
import { classes } from '../ui/classes.ts'
import { Calls } from './Calls.tsx'
import { Foot } from './Foot.tsx'
import { Head } from './Head.tsx'
import { Panels } from './Panels.tsx'
import { useVoice } from './voice/useVoice.ts'
import { Waiting } from './Waiting.tsx'
import { screenIdOf, speaksHere, zoneOf } from './zone.ts'

const TOPICS = ['hall'] as const

/** The big screen: numbers and counters, never people. It has no controls; whatever main pushes stands here and is said. */
export function HallScreen() {
  const view = useView('hall')
  const silence = useSilence(TOPICS)
  const [id] = useState(() => screenIdOf(location.search))
  useVoice(view, view !== null && speaksHere(view, id))
  useTheme(view?.board.theme ?? 'night')
  return (
    <main className={classes('hall', silence.old && 'hall--old')}>
      {silence.old && <OldData silence={silence} />}
      {view ? (
        <Board view={zoneOf(view, id)} />
      ) : (
        !silence.old && <p className="hall__waitingForData">大厅屏已就绪，请在窗口电脑上完成设置。</p>
      )}
    </main>
  )
}

function Board({ view }: { readonly view: HallView }) {
  return (
    <>
      <Head hallName={view.hallName} demo={view.demo} extended={view.extendedSince !== null} />
      <Calls calls={view.calls} />
      <Waiting groups={view.groups} all={view.waitingAll} />
      <Panels view={view} />
      <Foot view={view} />
    </>
  )
}

/** On the root, so that the ground behind everything turns too. */
function useTheme(theme: BoardTheme): void {
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
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
