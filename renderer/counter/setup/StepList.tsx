import { CheckMark, classes } from '../../ui/index.ts'
import { STEPS } from './steps.ts'

export interface StepListProps {
  readonly current: number
  /** Highest step that has been reached: everything up to it can be gone back to. */
  readonly reached: number
  readonly onGo: (step: number) => void
}

/** Where one is among the steps. */
export function StepList({ current, reached, onGo }: StepListProps) {
  return (
    <nav className="setup__steps" aria-label="设置步骤">
      <ol>
        {STEPS.map((step, i) => (
          <li key={step.name} className={classes('setup__step', i < current && 'setup__step--done')}>
            <button
              type="button"
              className="setup__stepButton"
              aria-current={i === current ? 'step' : undefined}
              disabled={i > reached || i === current}
              onClick={() => onGo(i)}
            >
              <span className="setup__stepNo" aria-hidden="true">
                {i < current ? <CheckMark done /> : i + 1}
              </span>
              <span>{step.title}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
