import type { DeskView } from '../../../../shared/projections/views.ts'
import { Button } from '../../../ui/index.ts'
import { useDesk } from '../DeskContext.tsx'
import './day.css'
import { D } from './texts.ts'

/** A calm line for whoever signs in first on a day; gone once the checks of today were made, by whomever. */
export function OpeningLine({ desk }: { readonly desk: DeskView }) {
  const { openDay } = useDesk()
  if (desk.opening !== null) return null
  return (
    <div className="side__block openingLine" data-testid="opening">
      <span className="desk__quiet">{D.notChecked}</span>
      <Button size="small" onClick={openDay}>
        {D.tabs.checks}
      </Button>
    </div>
  )
}
