import { useState } from 'react'
import type { AppView } from '../../shared/projections/views.ts'
import { useSilence } from '../bridge/silence.ts'
import { clockSeconds, count, longDate } from '../texts/format.ts'
import { Notice, ProgressBar } from '../ui/index.ts'

/** What concerns everybody at this PC, above whatever page is open; the gravest first. */
export function Banners({ app }: { readonly app: AppView }) {
  const silence = useSilence()
  return (
    <section className="banners" aria-label="运行情况">
      {silence.old && (
        <Notice tone="danger" title="程序没有回应">
          以下内容停在 {silence.lastAt === null ? '启动时' : clockSeconds(silence.lastAt)}
          ，请稍等；一分钟后仍不恢复，请重新启动程序。已经确认的办理都已存好。
        </Notice>
      )}
      {app.logAlarm && <LogAlarm alarm={app.logAlarm} working={app.phase !== 'damaged'} />}
      {app.diskFull && (
        <Notice tone="danger" title="磁盘已满，新的办理无法保存">
          请删除不用的文件，腾出空间后再试一次。之前确认过的办理都已存好。
        </Notice>
      )}
      {app.phase !== 'starting' && app.phase !== 'damaged' && <History state={app.history} />}
      {app.repaired && <Repaired key={app.repaired.file} {...app.repaired} />}
      {app.calendar.warn && (app.phase === 'signIn' || app.phase === 'desk') && (
        <Notice tone="warn" title="请更新节假日安排">
          节假日安排只到 {longDate(app.calendar.coveredThrough)}，之后的办结日期会标“暂定”。
        </Notice>
      )}
    </section>
  )
}

interface LogAlarmProps {
  readonly alarm: NonNullable<AppView['logAlarm']>
  /** Damage in old, sealed parts leaves today's work alone. */
  readonly working: boolean
}

const LogAlarm = ({ alarm, working }: LogAlarmProps) => (
  <Notice tone="danger" title={`业务记录文件有损坏：${alarm.file} 第 ${alarm.line} 行`}>
    请不要改动或删除这个文件，记下文件名和行号（代码 {alarm.kind}），马上联系管理员从备份恢复。
    {working && '今天的业务可以继续办理。'}
  </Notice>
)

function History({ state }: { readonly state: AppView['history'] }) {
  switch (state.phase) {
    case 'ready':
      return null
    case 'starting':
      return <Notice>正在读取历史记录，今天的业务不受影响。</Notice>
    case 'rebuilding':
      return (
        <div className="banners__progress">
          <ProgressBar
            label={`历史记录恢复中（${count(state.done)} / ${count(state.total)}），今天的业务不受影响`}
            value={state.done}
            max={state.total}
          />
        </div>
      )
    case 'restarting':
      return <Notice tone="warn">历史记录服务正在重新启动，暂时查不到以前的办件。今天的业务不受影响。</Notice>
    case 'failed':
      return (
        <Notice tone="danger" title="历史记录打不开">
          今天的业务可以继续办理，以前的办件暂时查不到。请重新启动程序；仍不行时请联系管理员（{state.reason}）。
        </Notice>
      )
  }
}

/** Told once: the person who starts the program after a power cut should know, and then be left in peace. */
function Repaired({ file, cutBytes }: NonNullable<AppView['repaired']>) {
  const [dismissed, setDismissed] = useState(false)
  if (dismissed) return null
  return (
    <Notice tone="warn" title="上次没有正常关机" onDismiss={() => setDismissed(true)}>
      文件 {file} 末尾有 {count(cutBytes)} 字节没有写完，已移到一边保存。已经确认过的办理一件不少。
    </Notice>
  )
}
