import { type ReactNode, useCallback, useEffect, useState } from 'react'
import type { HallConfig } from '../../../../shared/domain/hall/hall.ts'
import type { HallService } from '../../../../shared/domain/hall/service.ts'
import type { Refusal } from '../../../../shared/kernel/result.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, Notice } from '../../../ui/index.ts'
import { useDesk } from '../../desk/DeskContext.tsx'
import { answered } from '../../desk/state/answered.ts'
import type { Section } from './model/values.ts'
import { HallPage } from './pages/HallPage.tsx'
import { QueuePage } from './pages/QueuePage.tsx'
import { ScreensPage } from './pages/ScreensPage.tsx'
import { VisitorsPage } from './pages/VisitorsPage.tsx'
import './service.css'
import { ServiceForm } from './ServiceForm.tsx'
import { S } from './texts.ts'

export type ServicePageName = 'queue' | 'hall' | 'screens' | 'visitors'

interface PageOf {
  readonly title: string
  readonly intro: string
  readonly sections: readonly Section[]
  readonly page: () => ReactNode
}

const PAGES: Readonly<Record<ServicePageName, PageOf>> = {
  queue: { title: S.queueTitle, intro: S.queueIntro, sections: ['queue', 'appointments'], page: QueuePage },
  hall: { title: S.hallTitle, intro: S.hallIntro, sections: ['voice', 'board'], page: HallPage },
  screens: { title: S.screensTitle, intro: S.screensIntro, sections: ['screens'], page: ScreensPage },
  visitors: {
    title: S.visitorsTitle,
    intro: S.visitorsIntro,
    sections: ['kiosk', 'rating', 'phone'],
    page: VisitorsPage
  }
}

export interface ServiceSectionProps {
  readonly name: ServicePageName
  readonly hall: Pick<HallConfig, 'groups' | 'counters'>
}

/** How queue, screens and voice are run. Read whenever the part is opened; what is typed there stays. */
export function ServiceSection({ name, hall }: ServiceSectionProps) {
  const { desk, go } = useDesk()
  const [service, setService] = useState<HallService | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const read = useCallback(async (): Promise<void> => {
    const reply = await answered(ask('service.get', {}))
    if (reply.ok)
      setService((before) => (JSON.stringify(before) === JSON.stringify(reply.value) ? before : reply.value))
    setRefusal(reply.ok ? null : reply.refusal)
  }, [])
  useEffect(() => void read(), [read])
  const empty = service === null && refusal !== null
  useEffect(() => {
    if (empty) go('admin.tab')
  }, [empty, go])
  const { title, intro, sections, page: Page } = PAGES[name]

  return (
    <>
      {refusal && (
        <Notice
          tone="warn"
          actions={
            <Button size="small" onClick={() => void read()}>
              {S.again}
            </Button>
          }
        >
          {refusalText(refusal)}
        </Notice>
      )}
      {service === null && !refusal && <p className="admin__quiet">{S.loading}</p>}
      {service && (
        <ServiceForm
          title={title}
          intro={intro}
          sections={sections}
          service={service}
          hall={hall}
          today={desk?.date ?? ''}
          onSaved={setService}
        >
          <Page />
        </ServiceForm>
      )}
    </>
  )
}
