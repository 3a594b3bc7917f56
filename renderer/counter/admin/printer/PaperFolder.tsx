import { useEffect, useState } from 'react'
import { ask } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, toast } from '../../../ui/index.ts'
import { answered } from '../../desk/state/answered.ts'
import { P } from './texts.ts'

/** The folder that files are saved to, and a way to look into it. */
export function PaperFolder() {
  const [path, setPath] = useState('')
  useEffect(() => {
    let gone = false
    const read = async (): Promise<void> => {
      const reply = await answered(ask('papers.folder', {}))
      if (!gone && reply.ok) setPath(reply.value.path)
    }
    void read()
    return () => {
      gone = true
    }
  }, [])
  const open = async (): Promise<void> => {
    const reply = await answered(ask('papers.openFolder', {}))
    if (!reply.ok) toast(refusalText(reply.refusal), 'warn')
  }
  return (
    <div className="printer__folder">
      <p>
        <span className="admin__quiet">{P.folder}</span>
        <span className="printer__address">{path}</span>
      </p>
      <Button size="small" kbd="Alt+O" kbdGroup={P.group} onClick={() => void open()}>
        {P.openFolder}
      </Button>
    </div>
  )
}
