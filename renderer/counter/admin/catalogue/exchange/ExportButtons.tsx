import { useState } from 'react'
import { ask } from '../../../../bridge/linchuang.ts'
import { refusalText } from '../../../../texts/index.ts'
import { Button, toast } from '../../../../ui/index.ts'
import { answered } from '../../../desk/state/answered.ts'
import { K } from '../texts.ts'
import { saveFile } from './saveFile.ts'

type Format = 'json' | 'xlsx'

const TYPES: Readonly<Record<Format, string>> = {
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
}

/** What is on offer today, as a file. */
export function ExportButtons({ today }: { readonly today: string }) {
  const [busy, setBusy] = useState<Format | null>(null)
  const save = async (format: Format): Promise<void> => {
    setBusy(format)
    const reply = await answered(ask('catalogue.export', { format }))
    setBusy(null)
    if (!reply.ok) return void toast(refusalText(reply.refusal), 'warn')
    const name = `${K.fileName(today)}.${format}`
    saveFile(name, TYPES[format], reply.value)
    toast(K.exported(name))
  }
  return (
    <>
      <Button kbd="Alt+J" kbdGroup={K.title} busy={busy === 'json'} onClick={() => void save('json')}>
        {K.exportJson}
      </Button>
      <Button kbd="Alt+X" kbdGroup={K.title} busy={busy === 'xlsx'} onClick={() => void save('xlsx')}>
        {K.exportExcel}
      </Button>
    </>
  )
}
