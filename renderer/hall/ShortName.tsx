import { classes } from '../ui/classes.ts'

export interface ShortNameProps {
  readonly className: string
  readonly name: string
  /** Up to this many characters stand in one line at full size; longer names are set smaller in two lines. */
  readonly usual: number
}

/** A name in a narrow place. */
export const ShortName = ({ className, name, usual }: ShortNameProps) => (
  <span className={classes(className, [...name].length > usual && 'hall__small')}>
    <span>{name}</span>
  </span>
)
