import { classes } from '../ui/index.ts'

interface KeysProps {
  /** Read to those who cannot see it. */
  readonly label: string
  readonly keys: readonly string[]
  readonly className?: string
  readonly onKey: (key: string) => void
}

/** Keys on the screen. They leave the focus where it is, so that a keyboard beside them goes on in its field. */
export const Keys = ({ label, keys, className, onKey }: KeysProps) => (
  <fieldset className={classes('keys', className)}>
    <legend className="ui-hidden">{label}</legend>
    {keys.map((key) => (
      <button
        key={key}
        type="button"
        className={classes('keys__key', [...key].length > 1 && 'keys__key--word')}
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onKey(key)}
      >
        {key}
      </button>
    ))}
  </fieldset>
)

export const LETTERS: readonly string[] = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
export const DIGITS: readonly string[] = [...'1234567890']
