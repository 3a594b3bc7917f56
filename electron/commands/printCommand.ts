import { decidePrinting, type PrintCommand } from '../../shared/domain/printing/decidePrinting.ts'
import { documentStream, initialPrints, type PrintState } from '../../shared/domain/printing/printing.ts'
import type { Json, Meta } from '../../shared/kernel/messages.ts'
import type { Reply } from '../../shared/kernel/result.ts'
import { paperById } from './paperLookup.ts'
import { type Terminal, versionOf } from './terminal.ts'

/** A print command of a person or of the print runner, on the document's own stream. */
export async function printCommand(
  terminal: Pick<Terminal, 'desk' | 'store' | 'executor'>,
  docId: string,
  commandId: string,
  meta: Meta,
  command: PrintCommand
): Promise<Reply<Json>> {
  const { desk, executor } = terminal
  const stream = documentStream(docId)
  // Inside the lane: of two presses on an old paper the second must see what the first has done.
  return executor.inLane(stream, async () => {
    const kept: PrintState = desk.papers.has(docId)
      ? initialPrints
      : ((await paperById(terminal, docId))?.prints ?? initialPrints)
    return executor.attempt({
      lane: stream,
      stream,
      commandId,
      meta,
      decide: () => decidePrinting(desk.papers.get(docId)?.prints ?? kept, command),
      expected: () => versionOf(terminal, stream)
    })
  })
}
