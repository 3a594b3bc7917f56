import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { HallView } from '../../shared/projections/views.ts'
import { useNow } from '../bridge/clock.ts'
import { Counters } from './Counters.tsx'
import { type Panel, panelAt, panelsOf, type Room } from './panels.ts'

/** Height of a line in ems of the panel; hall.css has the same. */
const LINE = 1.32
/** Padding and the room for punctuation that hangs over; heading, padding and the gap below the title. */
const BESIDE = 3
const ABOVE = 3.25
/** Heading, and the least height of a row of counters: two lines at nine tenths of the size, and the gap. */
const HEADING = 1.5
const ROW = 2.4

/** Counters and notices in turn. */
export function Panels({ view }: { readonly view: HallView }) {
  const box = useRef<HTMLDivElement>(null)
  const room = useRoom(box)
  const now = useNow()
  const panels = panelsOf(view, room)
  const panel = panels[panelAt(panels.length, view.board.pageSeconds, now)]
  return (
    <div className="hall__panel" ref={box}>
      {panel?.kind === 'counters' && <Counters panel={panel} extended={view.extendedSince !== null} now={now} />}
      {panel?.kind === 'page' && <Notice panel={panel} />}
    </div>
  )
}

const ABOUT = { notice: '通知公告', disclosure: '信息公开' } as const

function Notice({ panel }: { readonly panel: Extract<Panel, { kind: 'page' }> }) {
  const { about, title, lines, page, pages } = panel
  return (
    <section className="hall__notice" aria-label={ABOUT[about]}>
      <h2 className="hall__title">
        {ABOUT[about]}
        {pages > 1 && (
          <span className="hall__sum">
            （{page}/{pages}）
          </span>
        )}
      </h2>
      <div className="hall__noticeBody">
        <Lines lines={title} className="hall__noticeTitle" />
        <Lines lines={lines} className="hall__noticeLine" />
      </div>
    </section>
  )
}

const Lines = ({ lines, className }: { readonly lines: readonly string[]; readonly className: string }) =>
  lines.map((line, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line of a text has no other name than its place
    <p key={i} className={className}>
      {line}
    </p>
  ))

/** What fits into the panel as it is drawn just now, whatever the screen and the other parts leave it. */
function useRoom(box: RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState<Room>({ perLine: 16, lines: 6, rows: 4 })
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const measure = (): void => {
      const em = Number.parseFloat(getComputedStyle(element).fontSize)
      const perLine = Math.floor((element.clientWidth / em - BESIDE) * 2) / 2
      const lines = Math.max(1, Math.floor((element.clientHeight / em - ABOVE) / LINE))
      const rows = Math.max(1, Math.floor((element.clientHeight / em - HEADING) / ROW))
      setRoom((before) => (isSame(before, { perLine, lines, rows }) ? before : { perLine, lines, rows }))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    measure()
    return () => observer.disconnect()
  }, [box])
  return room
}

const isSame = (one: Room, other: Room): boolean =>
  one.perLine === other.perLine && one.lines === other.lines && one.rows === other.rows
