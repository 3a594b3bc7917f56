import type { RecallingLog } from '../../../electron/commands/executor.ts'
import { MemoryLog } from '../../../electron/log/memoryLog.ts'
import type { AppendResult } from '../../../shared/kernel/eventLog.ts'
import type { Commit, Recorded } from '../../../shared/kernel/messages.ts'

type Answer = (lands: () => Promise<AppendResult>) => Promise<AppendResult>

/** The log in memory with the memory for commit ids that the one on disk has, and answers that can be lost or held. */
export class RememberingLog extends MemoryLog implements RecallingLog {
  /** Every append that was tried, landed or not. */
  readonly tried: { readonly stream: string; readonly expected: number; readonly commit: Commit }[] = []
  private readonly answers: Answer[] = []

  recall(commitId: string): readonly Recorded[] {
    return this.all().filter((recorded) => recorded.commit.commitId === commitId)
  }

  /** How the next append is answered: `lands` writes it. */
  answerNext(answer: Answer): void {
    this.answers.push(answer)
  }

  override append(stream: string, expected: number, commit: Commit): Promise<AppendResult> {
    this.tried.push({ stream, expected, commit })
    const lands = () => super.append(stream, expected, commit)
    const answer = this.answers.shift()
    return answer ? answer(lands) : lands()
  }
}
