import { useState } from 'react'
import { Button } from '../../../ui/index.ts'
import { useDesk } from '../DeskContext.tsx'
import { T } from '../texts.ts'
import { DaySheetPart } from './DaySheetPart.tsx'
import './day.css'
import { OpeningChecks } from './OpeningChecks.tsx'
import { D } from './texts.ts'

const TABS = ['checks', 'sheet'] as const
type Tab = (typeof TABS)[number]

/** 开门与日结: what is looked at before the door is opened, and what is left before it is locked. */
export function DayPage({ onClose }: { readonly onClose: () => void }) {
  const { desk, go } = useDesk()
  // Before anything was looked at today it is morning, whatever the clock says.
  const [tab, setTab] = useState<Tab>(desk?.opening ? 'sheet' : 'checks')
  const choose = (one: Tab): void => {
    setTab(one)
    go('day.main')
  }
  return (
    <section className="day" aria-label={D.title} data-home="day.back">
      <header className="day__head">
        <h2>{D.title}</h2>
        <fieldset className="work__filters">
          <legend className="ui-hidden">{D.title}</legend>
          {TABS.map((one, index) => (
            <Button
              key={one}
              size="small"
              tone={one === tab ? 'primary' : 'plain'}
              kbd={String(index + 1)}
              kbdGroup={D.title}
              aria-pressed={one === tab}
              onClick={() => choose(one)}
            >
              {D.tabs[one]}
            </Button>
          ))}
        </fieldset>
        <Button kbd="Escape" kbdGroup={D.title} data-place="day.back" onClick={onClose}>
          {T.back}
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse */}
      <section className="day__body" tabIndex={0} aria-label={D.tabs[tab]}>
        {tab === 'checks' ? <OpeningChecks /> : <DaySheetPart />}
      </section>
    </section>
  )
}
