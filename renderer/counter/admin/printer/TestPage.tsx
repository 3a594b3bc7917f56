import { PRINT_FAILURE } from '../../../texts/index.ts'
import { Notice } from '../../../ui/index.ts'
import { PaperLight } from '../../desk/papers/PaperLight.tsx'
import { UnknownPrint } from '../../desk/papers/UnknownPrint.tsx'
import { usePaper } from '../../desk/state/usePaper.ts'
import { P } from './texts.ts'

/** What became of a test page, as of any paper: lost contact is asked about, never taken for printed. */
export function TestPage({ docId }: { readonly docId: string }) {
  const paper = usePaper(docId)
  if (!paper) return null
  return (
    <div className="printers__test">
      <p>
        <span className="admin__quiet">{P.testSent}</span> <PaperLight paper={paper} />
      </p>
      {paper.status === 'failed' && paper.failure && <Notice tone="danger">{PRINT_FAILURE[paper.failure]}</Notice>}
      {paper.status === 'unknown' && paper.jobId !== null && (
        <UnknownPrint docId={docId} jobId={paper.jobId} detail={paper.detail} />
      )}
    </div>
  )
}
