import type { KioskView } from '../../shared/projections/hallViews.ts'
import { Button } from '../ui/index.ts'
import { T } from './texts.ts'

interface FootProps {
  readonly view: KioskView
  readonly elder: boolean
  readonly left: number | null
}

/** Who can be asked, and how long the page stays. */
export function Foot({ view, elder, left }: FootProps) {
  return (
    <footer className="kiosk__foot">
      {!elder && <p>{T.hours(view.hours)}</p>}
      <p>{T.enquiry(view.enquiryPhone)}</p>
      {view.hotline !== '' && <p>{T.hotline(view.hotline)}</p>}
      {left !== null && (
        <p className="kiosk__left" role="timer" aria-live="off">
          {T.seconds(left)}
          {/* Every touch gives the whole time again; this one does nothing else. */}
          <Button onClick={() => undefined}>{T.stay}</Button>
        </p>
      )}
    </footer>
  )
}
