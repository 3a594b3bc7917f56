import type { AppView } from '../../../shared/projections/views.ts'
import { longDate, ROLE, weekday } from '../../texts/index.ts'
import { Badge, KeyCap } from '../../ui/index.ts'
import { SignOut } from './SignOut.tsx'
import { T } from './texts.ts'

export interface DeskHeadProps {
  readonly app: AppView
  readonly date: string | null
  readonly unfinished: () => number
}

/** One line on top: which hall, which day, who works here. */
export const DeskHead = ({ app, date, unfinished }: DeskHeadProps) => (
  <header className="deskHead">
    <h1 className="deskHead__hall">{app.hall?.name}</h1>
    {app.hall?.demo && <Badge tone="demo">{T.demo}</Badge>}
    {date !== null && <span>{`${longDate(date)} ${weekday(date)}`}</span>}
    <span className="deskHead__gap" />
    <span className="deskHead__help">
      <KeyCap keys="F1" /> {T.keys}
    </span>
    {app.person && <span>{`${app.person.name} · ${app.person.roles.map((role) => ROLE[role]).join('、')}`}</span>}
    <SignOut unfinished={unfinished} />
  </header>
)
