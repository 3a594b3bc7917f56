import type { AppView } from '../../../shared/projections/views.ts'
import { longDate, ROLE, refusalText, weekday } from '../../texts/index.ts'
import { Badge, Button, KeyCap, toast } from '../../ui/index.ts'
import { usePress } from './state/usePress.ts'
import { T } from './texts.ts'

/** One line on top: which hall, which day, who works here. */
export function DeskHead({ app, date }: { readonly app: AppView; readonly date: string | null }) {
  const signOut = usePress('staff.signOut')
  const leave = async (): Promise<void> => {
    const reply = await signOut.press({})
    if (reply && !reply.ok) toast(refusalText(reply.refusal), 'warn')
  }
  return (
    <header className="deskHead">
      <h1 className="deskHead__hall">{app.hall?.name}</h1>
      {app.hall?.demo && <Badge tone="demo">{T.demo}</Badge>}
      {date !== null && <span>{`${longDate(date)} ${weekday(date)}`}</span>}
      <span className="deskHead__gap" />
      <span className="deskHead__help">
        <KeyCap keys="F1" /> {T.keys}
      </span>
      {app.person && <span>{`${app.person.name} · ${app.person.roles.map((role) => ROLE[role]).join('、')}`}</span>}
      <Button size="small" tone="quiet" busy={signOut.busy} onClick={() => void leave()}>
        {T.signOut}
      </Button>
    </header>
  )
}
