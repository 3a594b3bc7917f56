import { longDate, refusalText, weekday } from '../../../texts/index.ts'
import { Badge, Button, Notice, toast } from '../../../ui/index.ts'
import { useDesk } from '../DeskContext.tsx'
import { usePress } from '../state/usePress.ts'
import { T } from '../texts.ts'
import { useCloseHall } from './CloseHall.tsx'
import { SheetShown } from './SheetShown.tsx'
import { D } from './texts.ts'
import { useDaySheet } from './useDaySheet.ts'

/** 日结: how the day went and what it leaves, before it is printed and the door is locked. */
export function DaySheetPart() {
  const { app, openPaper } = useDesk()
  const { sheet, refusal } = useDaySheet()
  const print = usePress('day.printSheet')
  const closing = useCloseHall(sheet)
  const toFile = app.printers.paper.kind === 'folder'

  const press = async (): Promise<void> => {
    const reply = await print.press({})
    if (reply === null) return
    if (reply.ok) openPaper(reply.value.docId)
    else toast(refusalText(reply.refusal), 'warn')
  }
  return (
    <>
      <div className="day__bar">
        <p className="day__said">
          {sheet && <strong>{D.day(longDate(sheet.date), weekday(sheet.date))}</strong>}
          {sheet?.closed && (
            <span>
              <Badge tone="green">{D.closed}</Badge>
            </span>
          )}
        </p>
        {closing.button}
        <Button
          tone="primary"
          kbd="Ctrl+P"
          kbdGroup={D.title}
          busy={print.busy}
          data-place="day.main"
          onClick={() => void press()}
        >
          {toFile ? D.save : D.print}
        </Button>
      </div>
      {closing.why}
      {refusal && <Notice tone="warn">{refusalText(refusal)}</Notice>}
      {sheet ? <SheetShown sheet={sheet} /> : !refusal && <p className="desk__wait">{T.loading}</p>}
      {closing.dialog}
    </>
  )
}
