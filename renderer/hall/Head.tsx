import { useNow } from '../bridge/clock.ts'
import { clockTime, dateOf, longDate, weekday } from '../texts/format.ts'
import { classes } from '../ui/classes.ts'

/** Longer names are set smaller, in two lines; lying, marks beside the name take the room of so many characters. */
const USUAL_NAME = 14
const MARK = 3

export interface HeadProps {
  readonly hallName: string
  readonly demo: boolean
  /** 延时服务 goes on. */
  readonly extended: boolean
}

/** Whose hall it is, and what time. */
export function Head({ hallName, demo, extended }: HeadProps) {
  const now = useNow()
  const date = dateOf(now)
  const length = [...hallName].length
  const beside = (demo ? MARK : 0) + (extended ? MARK : 0)
  const [, year = '', day = ''] = /^(.*年)(.*)$/.exec(longDate(date)) ?? []
  return (
    <header className="hall__head">
      <h1
        className={classes(
          'hall__name',
          length > USUAL_NAME && 'hall__name--long',
          length + beside > USUAL_NAME && 'hall__name--tight'
        )}
      >
        {hallName}
      </h1>
      {demo && <span className="hall__mark hall__mark--demo">演示</span>}
      {extended && <span className="hall__mark">延时服务中</span>}
      <p className="hall__date">
        <span className="hall__year">{year}</span>
        {day} {weekday(date)}
      </p>
      <p className="hall__clock">{clockTime(now)}</p>
    </header>
  )
}
