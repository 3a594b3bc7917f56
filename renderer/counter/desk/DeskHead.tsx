import type { AppView } from '../../../shared/projections/views.ts'
import { clockTime, longDate, ROLE, weekday } from '../../texts/index.ts'
import { Badge, Button, KeyCap } from '../../ui/index.ts'
import { manages } from '../admin/AdminPage.tsx'
import { A } from '../admin/texts.ts'
import { D } from './day/texts.ts'
import { KeptMark } from './KeptMark.tsx'
import type { Keeper } from './model/keeper.ts'
import { Q } from './queue/texts.ts'
import { SignOut } from './SignOut.tsx'
import { T } from './texts.ts'

export interface DeskHeadProps {
  readonly app: AppView
  readonly date: string | null
  /** 延时服务 since this instant; `null`: business hours, or nobody is left. */
  readonly extendedSince: string | null
  readonly unfinished: () => number
  readonly keeper: Keeper
  /** Opens 开门与日结; `null` where it cannot be seen. */
  readonly onDay: (() => void) | null
  /** Opens 管理, and closes it again. */
  readonly onAdmin: () => void
}

/** One line on top: which hall, which day, who works here. */
export const DeskHead = ({ app, date, extendedSince, unfinished, keeper, onDay, onAdmin }: DeskHeadProps) => (
  <header className="deskHead">
    <h1 className="deskHead__hall">{app.hall?.name}</h1>
    {app.hall?.demo && <Badge tone="demo">{T.demo}</Badge>}
    {date !== null && <span>{`${longDate(date)} ${weekday(date)}`}</span>}
    {extendedSince !== null && <Badge tone="amber">{Q.extended(clockTime(extendedSince))}</Badge>}
    <span className="deskHead__gap" />
    <KeptMark keeper={keeper} />
    <span className="deskHead__help">
      <KeyCap keys="F1" /> {T.keys}
    </span>
    {app.person && (
      <span>
        {app.person.name}
        <span className="deskHead__roles">{` · ${app.person.roles.map((role) => ROLE[role]).join('、')}`}</span>
      </span>
    )}
    {onDay && (
      <Button size="small" tone="quiet" kbd="Ctrl+D" kbdGroup={D.title} aria-label={D.open} onClick={onDay}>
        {D.title}
      </Button>
    )}
    {app.person && (
      <Button size="small" tone="quiet" kbd="Ctrl+M" kbdGroup={A.manage} onClick={onAdmin}>
        {manages(app.person) ? A.manage : A.ownPassword}
      </Button>
    )}
    <SignOut unfinished={unfinished} keeper={keeper} />
  </header>
)
