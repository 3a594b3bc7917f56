import { useEffect, useState } from 'react'
import { addMonths } from '../../../../shared/domain/feedback/month.ts'
import { useView } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, Field, Notice, Select } from '../../../ui/index.ts'
import type { Go } from '../../desk/state/useGo.ts'
import './feedback.css'
import { MonthFigures } from './MonthFigures.tsx'
import { RatingPanel } from './RatingPanel.tsx'
import { RatingRows } from './RatingRows.tsx'
import { R } from './texts.ts'
import { useRatings } from './useRatings.ts'

/** 评价与回访: bad ratings by the day they are due, one rating with its steps, and the figures of a month. */
export function FeedbackSection({ go }: { readonly go: Go }) {
  const today = useView('desk')?.date ?? null
  return today === null ? <p className="admin__quiet">{R.loading}</p> : <Ratings today={today} go={go} />
}

function Ratings({ today, go }: { readonly today: string; readonly go: Go }) {
  const thisMonth = today.slice(0, 7)
  const [month, setMonth] = useState(thisMonth)
  const { list, figures, reload } = useRatings(month)
  const [chosen, setChosen] = useState<string | null>(null)
  const there = list !== null
  useEffect(() => {
    if (there) go(chosen === null ? 'admin.ratings' : 'admin.rating', 'admin.tab')
  }, [there, chosen, go])

  if (list && !list.ok) {
    return (
      <Notice
        tone="warn"
        actions={
          <Button size="small" onClick={() => void reload()}>
            {R.again}
          </Button>
        }
      >
        {refusalText(list.refusal)}
      </Notice>
    )
  }
  if (chosen !== null) {
    return (
      <RatingPanel key={chosen} ratingId={chosen} today={today} onBack={() => setChosen(null)} onChanged={reload} />
    )
  }
  return (
    <div className="feedback">
      <div className="feedback__lists">
        <section className="feedback__part ui-panel" aria-label={R.openTitle}>
          <header className="feedback__head">
            <h3>{R.openTitle}</h3>
            <Button
              size="small"
              data-place="admin.ratings"
              kbd="Alt+R"
              kbdGroup={R.title}
              onClick={() => void reload()}
            >
              {R.refresh}
            </Button>
          </header>
          {list === null && <p className="admin__quiet">{R.loading}</p>}
          {list?.ok && list.value.open.length === 0 && <p>{R.nobodyOpen}</p>}
          {list?.ok && list.value.open.length > 0 && (
            <RatingRows label={R.openTitle} ratings={list.value.open} onChoose={setChosen} />
          )}
        </section>
        <section className="feedback__part ui-panel" aria-label={R.monthTitle}>
          <header className="feedback__head">
            <h3>{R.monthTitle}</h3>
            <Field label={R.month} className="feedback__month">
              <Select
                value={month}
                options={[thisMonth, addMonths(thisMonth, -1)].map((one) => ({ value: one, label: one }))}
                onChange={(event) => setMonth(event.currentTarget.value)}
              />
            </Field>
          </header>
          {list?.ok && list.value.month.length === 0 && <p>{R.nobodyMonth}</p>}
          {list?.ok && list.value.month.length > 0 && (
            <RatingRows label={R.monthTitle} ratings={list.value.month} onChoose={setChosen} />
          )}
          <p className="admin__quiet">{R.older}</p>
        </section>
      </div>
      {figures?.ok && <MonthFigures figures={figures.value} />}
    </div>
  )
}
