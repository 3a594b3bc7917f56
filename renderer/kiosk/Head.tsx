import type { KioskView } from '../../shared/projections/hallViews.ts'
import { useNow } from '../bridge/clock.ts'
import { clockTime, longDate, weekday } from '../texts/index.ts'
import { Button } from '../ui/index.ts'
import { T } from './texts.ts'

interface HeadProps {
  readonly view: KioskView
  readonly elder: boolean
  readonly onElder: (on: boolean) => void
}

export function Head({ view, elder, onElder }: HeadProps) {
  const now = useNow()
  return (
    <header className="kiosk__head">
      <p className="kiosk__hall">
        {view.hallName}
        {view.demo && <span className="kiosk__demo">{T.demo}</span>}
      </p>
      <p className="kiosk__clock">
        {!elder && <span className="kiosk__day">{`${longDate(view.date)} ${weekday(view.date)} `}</span>}
        <strong>{clockTime(now)}</strong>
      </p>
      <Button size="large" className="kiosk__elder" aria-pressed={elder} onClick={() => onElder(!elder)}>
        {elder ? T.elderOff : T.elderOn}
      </Button>
    </header>
  )
}
