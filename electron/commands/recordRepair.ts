import { HALL_STREAM } from '../../shared/domain/hall/hall.ts'
import { accept } from '../../shared/kernel/result.ts'
import type { Recovered } from '../log/recovery.ts'
import { systemMeta, type Terminal, versionOf } from './terminal.ts'

/** A torn tail that was cut at the start is itself a fact, with what was cut and where its copy lies. */
export async function recordRepair(terminal: Terminal, recovered: Recovered | null): Promise<void> {
  if (!recovered) return
  const { file, cutBytes, keptCopy } = recovered
  await terminal.executor.run({
    lane: HALL_STREAM,
    stream: HALL_STREAM,
    commandId: terminal.ambient.newId(),
    meta: systemMeta(terminal),
    decide: () => accept([{ type: 'LogTailRepaired', v: 1, data: { file, cutBytes, keptCopy } }]),
    expected: () => versionOf(terminal, HALL_STREAM)
  })
}
