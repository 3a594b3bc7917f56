import type { AppView } from '../../../shared/projections/views.ts'
import { longDate, ROLE, weekday } from '../../texts/index.ts'
import { Badge, Button, KeyCap } from '../../ui/index.ts'
import { manages } from '../admin/AdminPage.tsx'
import { A } from '../admin/texts.ts'
import { KeptMark } from './KeptMark.tsx'
import type { Keeper } from './model/keeper.ts'
import { SignOut } from './SignOut.tsx'
import { T } from './texts.ts'

export interface DeskHeadProps {
  readonly app: AppView
  readonly date: string | null
  readonly unfinished: () => number
  readonly keeper: Keeper
  /** Opens 管理, and closes it again. */
  readonly onAdmin: () => void
}

/** One line on top: which hall, which day, who works here. */
export const DeskHead = ({ app, date, unfinished, keeper, onAdmin }: DeskHeadProps) => (
  <header className="deskHead">
    <h1 className="deskHead__hall">{app.hall?.name}</h1>
    {app.hall?.demo && <Badge tone="demo">{T.demo}</Badge>}
    {date !== null && <span>{`${longDate(date)} ${weekday(date)}`}</span>}
    <span className="deskHead__gap" />
    <KeptMark keeper={keeper} />
    <span className="deskHead__help">
      <KeyCap keys="F1" /> {T.keys}
    </span>
    {app.person && <span>{`${app.person.name} · ${app.person.roles.map((role) => ROLE[role]).join('、')}`}</span>}
    {app.person && (
      <Button size="small" tone="quiet" kbd="Ctrl+M" kbdGroup={A.manage} onClick={onAdmin}>
        {manages(app.person) ? A.manage : A.ownPassword}
      </Button>
    )}
    <SignOut unfinished={unfinished} keeper={keeper} />
  </header>
)
