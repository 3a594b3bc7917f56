import { useEffect } from 'react'
import type { AppView } from '../../shared/projections/views.ts'
import { useView } from '../bridge/linchuang.ts'
import { Announcer, dismissAllToasts, KeySheet, Toasts } from '../ui/index.ts'
import { Banners } from './Banners.tsx'
import { Desk } from './desk/Desk.tsx'
import { SetupWizard } from './setup/SetupWizard.tsx'
import { SignIn } from './signIn/SignIn.tsx'

/** Titles of the window: what the page is, never who is on it (domain: window titles count as display). */
const TITLES: Readonly<Record<AppView['phase'], string>> = {
  starting: '邻窗',
  damaged: '邻窗 需要处理',
  setup: '邻窗 首次设置',
  signIn: '邻窗 登录',
  desk: '邻窗 窗口'
}

/** The counter window: what main pushes decides which page it is. */
export function App() {
  const app = useView('app')
  const phase = app?.phase
  const personId = app?.person?.personId
  // biome-ignore lint/correctness/useExhaustiveDependencies: when somebody else sits down
  useEffect(() => dismissAllToasts(), [personId])
  useEffect(() => {
    document.title = phase === undefined ? '邻窗' : TITLES[phase]
  }, [phase])
  return (
    <div className="counter">
      {app && <Banners app={app} />}
      <div className="counter__page">{app ? <Page app={app} /> : <Starting />}</div>
      <Toasts />
      <Announcer />
      <KeySheet />
    </div>
  )
}

function Page({ app }: { readonly app: AppView }) {
  switch (app.phase) {
    case 'starting':
      return <Starting />
    case 'damaged':
      return <Damaged />
    case 'setup':
      return <SetupWizard />
    case 'signIn':
      return <SignIn app={app} />
    case 'desk':
      // Another person's desk is another desk: nothing typed by one is ever shown to the next.
      return <Desk key={app.person?.personId} app={app} />
  }
}

const Starting = () => (
  <main className="counter__starting">
    <h1>邻窗</h1>
    <p role="status">正在启动，请稍候……</p>
  </main>
)

/** The log was refused; the banner above names file and line. */
const Damaged = () => (
  <main className="counter__starting">
    <h1>暂时不能办理</h1>
    <p>业务记录文件有损坏，为了不丢失、不弄错任何一件，程序没有打开它。</p>
    <p>请保持电脑原样，把上面的文件名和行号告诉管理员，从备份恢复后再启动。</p>
  </main>
)
