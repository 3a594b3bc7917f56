import { doubtDetail, refusalText } from '../../../texts/index.ts'
import { Button, Notice, toast } from '../../../ui/index.ts'
import { usePress } from '../state/usePress.ts'
import { T } from '../texts.ts'

export interface UnknownPrintProps {
  readonly docId: string
  readonly jobId: string
  /** What the program knows of how contact was lost. */
  readonly detail?: string | null
}

/** Contact with the printer was lost: only the clerk can see whether a sheet lies there. */
export function UnknownPrint({ docId, jobId, detail = null }: UnknownPrintProps) {
  const resolve = usePress('papers.resolveUnknown')
  const answer = async (cameOut: boolean): Promise<void> => {
    const reply = await resolve.press({ docId, jobId, cameOut })
    if (reply && !reply.ok) toast(refusalText(reply.refusal), 'warn')
  }
  return (
    // The question takes the focus, not an answer: an Enter meant for something else must not confirm a sheet.
    <div tabIndex={-1} data-place="paper.print">
      <Notice
        tone="danger"
        title={T.cameOutQuestion}
        actions={
          <>
            <Button kbd="Alt+Y" busy={resolve.busy} onClick={() => void answer(true)}>
              {T.cameOut}
            </Button>
            <Button kbd="Alt+N" busy={resolve.busy} onClick={() => void answer(false)}>
              {T.notCameOut}
            </Button>
          </>
        }
      >
        {doubtDetail(detail)}
      </Notice>
    </div>
  )
}
