import { Button } from '../ui/index.ts'
import { Heading } from './Heading.tsx'
import { N } from './texts.ts'
import { printerTrouble } from './words.ts'

interface NoPaperProps {
  readonly health: string
  readonly withoutPaper: boolean
  readonly busy: boolean
  readonly onKeep: () => void
  readonly onHome: () => void
}

/** The printer cannot print: said before a number is taken, and nothing is taken without a press. */
export const NoPaper = ({ health, withoutPaper, busy, onKeep, onHome }: NoPaperProps) => (
  <section className="kiosk__said" role="alert">
    <Heading>{printerTrouble(health)}</Heading>
    <p className="kiosk__lead">{N.title}</p>
    {withoutPaper && (
      <>
        <p className="kiosk__lead">{N.keepHint}</p>
        <Button tone="primary" size="large" className="kiosk__main" busy={busy} onClick={onKeep}>
          {N.keep}
        </Button>
      </>
    )}
    <p className="kiosk__lead">{N.window}</p>
    <Button size="large" className="kiosk__main" onClick={onHome}>
      {N.home}
    </Button>
  </section>
)
