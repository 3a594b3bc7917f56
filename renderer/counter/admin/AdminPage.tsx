import { Activity, type KeyboardEvent, useEffect, useId, useState } from 'react'
import type { AppView, PersonShown } from '../../../shared/projections/views.ts'
import { Button } from '../../ui/index.ts'
import type { Go } from '../desk/state/useGo.ts'
import './admin.css'
import { BlockedSection } from './blocked/BlockedSection.tsx'
import { CalendarSection } from './calendar/CalendarSection.tsx'
import { CatalogueSection } from './catalogue/CatalogueSection.tsx'
import { CountersSection } from './counters/CountersSection.tsx'
import { FeedbackSection } from './feedback/FeedbackSection.tsx'
import { OutreachSection } from './outreach/OutreachSection.tsx'
import { OwnPassword } from './password/OwnPassword.tsx'
import { PeopleSection } from './people/PeopleSection.tsx'
import { PrinterSection } from './printer/PrinterSection.tsx'
import { RulesSection } from './rules/RulesSection.tsx'
import { type ServicePageName, ServiceSection } from './service/ServiceSection.tsx'
import { A } from './texts.ts'

const MANAGING = [
  'people',
  'printer',
  'catalogue',
  'rules',
  'calendar',
  'blocked',
  'outreach',
  'feedback',
  'password',
  'counters',
  'queue',
  'hall',
  'screens',
  'visitors'
] as const
type Tab = (typeof MANAGING)[number]

/** The first nine have their digit; letters of the others are no panel's own. */
const LETTER: Readonly<Partial<Record<Tab, string>>> = {
  counters: 'C',
  queue: 'D',
  hall: 'E',
  screens: 'G',
  visitors: 'Z'
}

/** Where the hands begin in each part; in lists that is for the list to say. */
const FIRST: Readonly<Record<Tab, string | null>> = {
  people: null,
  printer: 'printer.ticket',
  catalogue: null,
  rules: 'admin.rules',
  calendar: 'admin.calendar',
  blocked: null,
  outreach: null,
  feedback: null,
  password: 'admin.old',
  counters: 'admin.counters',
  queue: 'admin.queue',
  hall: 'admin.hall',
  screens: 'admin.screens',
  visitors: 'admin.visitors'
}

/** Who sees more than their own password. */
export const manages = (person: PersonShown): boolean =>
  person.roles.includes('lead') || person.roles.includes('administrator')

export interface AdminPageProps {
  readonly app: AppView
  readonly person: PersonShown
  readonly go: Go
  readonly onClose: () => void
}

/** Who sees a part: counters are the administrator's. */
const tabsOf = ({ roles }: PersonShown): readonly Tab[] =>
  MANAGING.filter((tab) => tab !== 'counters' || roles.includes('administrator'))

/**
 * 管理: people, printer, items, rules, holidays, broken promises, grids and their cards, ratings, counters, queue and
 * screens, one's own password; a clerk has the last one only. Parts keep what was typed in them.
 */
export function AdminPage({ app, person, go, onClose }: AdminPageProps) {
  const tabs: readonly Tab[] = manages(person) ? tabsOf(person) : ['password']
  const [chosen, setChosen] = useState<Tab>('people')
  const tab = tabs.includes(chosen) ? chosen : 'password'
  const [seen, setSeen] = useState<readonly Tab[]>([])
  const id = useId()
  useEffect(() => {
    const place = FIRST[tab]
    if (place !== null) go(place)
    setSeen((before) => (before.includes(tab) ? before : [...before, tab]))
  }, [tab, go])

  return (
    <section className="admin" aria-label={tabs.length > 1 ? A.manage : A.ownPassword} data-home="admin.tab">
      <header className="admin__head">
        <h2>{tabs.length > 1 ? A.manage : A.ownPassword}</h2>
        <span className="admin__gap" />
        <Button kbd="Escape" kbdGroup={A.manage} onClick={onClose}>
          {A.back}
        </Button>
      </header>
      {tabs.length > 1 && <Tabs id={id} tabs={tabs} tab={tab} onChoose={setChosen} />}
      {tabs
        .filter((one) => one === tab || seen.includes(one))
        .map((one) => (
          <Activity key={one} mode={one === tab ? 'visible' : 'hidden'}>
            <div
              className="admin__panel"
              id={`${id}-${one}`}
              {...(tabs.length > 1 && { role: 'tabpanel', 'aria-labelledby': `${id}-${one}-tab` })}
            >
              {one === 'people' && (
                <PeopleSection person={person} go={go} onOwnPassword={() => setChosen('password')} />
              )}
              {one === 'printer' && <PrinterSection printers={app.printers} go={go} />}
              {one === 'catalogue' && <CatalogueSection go={go} />}
              {one === 'rules' && <RulesSection go={go} />}
              {one === 'calendar' && <CalendarSection />}
              {one === 'blocked' && <BlockedSection go={go} />}
              {one === 'outreach' && <OutreachSection go={go} />}
              {one === 'feedback' && <FeedbackSection go={go} />}
              {one === 'password' && <OwnPassword />}
              {one === 'counters' && app.hall && <CountersSection hall={app.hall} />}
              {isService(one) && app.hall && <ServiceSection name={one} hall={app.hall} />}
            </div>
          </Activity>
        ))}
    </section>
  )
}

interface TabsProps {
  readonly id: string
  readonly tabs: readonly Tab[]
  readonly tab: Tab
  readonly onChoose: (tab: Tab) => void
}

const isService = (tab: Tab): tab is ServicePageName =>
  tab === 'queue' || tab === 'hall' || tab === 'screens' || tab === 'visitors'

/** ARIA tabs: arrows move between them, Alt and a digit from anywhere on the page. */
function Tabs({ id, tabs, tab, onChoose }: TabsProps) {
  const move = (event: KeyboardEvent): void => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
    if (step === undefined || event.altKey || event.ctrlKey) return
    event.preventDefault()
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length]
    if (next) onChoose(next)
  }
  return (
    <div
      className="admin__tabs"
      role="tablist"
      aria-orientation="vertical"
      aria-label={A.manage}
      tabIndex={-1}
      onKeyDown={move}
    >
      {tabs.map((one) => (
        <Button
          key={one}
          role="tab"
          id={`${id}-${one}-tab`}
          aria-selected={one === tab}
          aria-controls={one === tab ? `${id}-${one}` : undefined}
          tabIndex={one === tab ? 0 : -1}
          data-place={one === tab ? 'admin.tab' : undefined}
          tone={one === tab ? 'primary' : 'quiet'}
          kbd={`Alt+${LETTER[one] ?? MANAGING.indexOf(one) + 1}`}
          size="small"
          kbdGroup={A.manage}
          onClick={() => onChoose(one)}
        >
          {A.tabs[one]}
        </Button>
      ))}
    </div>
  )
}
