import { useNow } from '../bridge/clock.ts'
import { clockTime, dateOf, longDate, weekday } from '../texts/format.ts'
import { classes } from '../ui/classes.ts'

/** Longer names are set smaller, in two lines. */
const USUAL_NAME = 14

/** Whose hall it is, and what time. */
export function Head({ hallName, demo }: { readonly hallName: string; readonly demo: boolean }) {
  const now = useNow()
  const date = dateOf(now)
  return (
    <header className="hall__head">
      <h1 className={classes('hall__name', [...hallName].length > USUAL_NAME && 'hall__name--long')}>{hallName}</h1>
      {demo && <span className="hall__demo">演示</span>}
      <p className="hall__date">
        {longDate(date)} {weekday(date)}
      </p>
      <p className="hall__clock">{clockTime(now)}</p>
    </header>
  )
}
