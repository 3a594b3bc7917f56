import { useEffect } from 'react'
import type { AppView } from '../../shared/projections/views.ts'
import { useView } from '../bridge/linchuang.ts'
import { Announcer, KeySheet, Toasts } from '../ui/index.ts'
import { Banners } from './Banners.tsx'
import { Desk } from './desk/Desk.tsx'
import { SetupWizard } from './setup/SetupWizard.tsx'
import { SignIn } from './signIn/SignIn.tsx'

/** Titles of the window: what the page is, never who is on it (domain: window titles count as display). */
const TITLES: Readonly<Record<AppView['phase'], string>> = {
  setup: '邻窗 首次设置',
  signIn: '邻窗 登录',
  desk: '邻窗 窗口',
}

/** The counter window: what main pushes decides which page it is. */
export function App() {
  const app = useView('app')
  const phase = app?.phase
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
    case 'setup':
      return <SetupWizard />
    case 'signIn':
      return <SignIn app={app} />
    case 'desk':
      return <Desk app={app} />
  }
}

const Starting = () => (
  <main className="counter__starting">
    <h1>邻窗</h1>
    <p role="status">正在启动，请稍候……</p>
  </main>
)
