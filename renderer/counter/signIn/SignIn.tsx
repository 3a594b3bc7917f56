import type { AppView } from '../../../shared/projections/views.ts'
import { useNow } from '../../bridge/clock.ts'
import { clockTime, dateOf, longDate, weekday } from '../../texts/format.ts'
import { Badge } from '../../ui/index.ts'
import { SignInForm } from './SignInForm.tsx'
import './signIn.css'

/** Who is at this PC, and at which counter. */
export function SignIn({ app }: { readonly app: AppView }) {
  return (
    <main className="signIn" tabIndex={-1}>
      <section className="signIn__hall ui-onDark" aria-label="大厅">
        <p className="signIn__brand">邻窗</p>
        <div>
          <h1 className="signIn__name">{app.hall?.name ?? ''}</h1>
          {app.hall?.demo === true && <Badge tone="demo">演示大厅，内容均为虚构</Badge>}
        </div>
        <Today />
        <p className="signIn__version">版本 {app.version}</p>
      </section>
      <div className="signIn__side">
        <SignInForm app={app} />
      </div>
    </main>
  )
}

function Today() {
  const now = useNow()
  const date = dateOf(now)
  return (
    <p className="signIn__today">
      <span className="signIn__clock">{clockTime(now)}</span>
      <span>
        {longDate(date)} {weekday(date)}
      </span>
    </p>
  )
}
