import { refusalText } from '../../../texts/index.ts'
import { Button, Notice, toast } from '../../../ui/index.ts'
import { usePress } from '../state/usePress.ts'
import { T } from '../texts.ts'

/** Contact with the printer was lost: only the clerk can see whether a sheet lies there. */
export function UnknownPrint({ docId, jobId }: { readonly docId: string; readonly jobId: string }) {
  const resolve = usePress('papers.resolveUnknown')
  const answer = async (cameOut: boolean): Promise<void> => {
    const reply = await resolve.press({ docId, jobId, cameOut })
    if (reply && !reply.ok) toast(refusalText(reply.refusal), 'warn')
  }
  return (
    <Notice
      tone="danger"
      title={T.cameOutQuestion}
      actions={
        <>
          <Button kbd="Alt+Y" busy={resolve.busy} data-place="paper.print" onClick={() => void answer(true)}>
            {T.cameOut}
          </Button>
          <Button kbd="Alt+N" busy={resolve.busy} onClick={() => void answer(false)}>
            {T.notCameOut}
          </Button>
        </>
      }
    />
  )
}
