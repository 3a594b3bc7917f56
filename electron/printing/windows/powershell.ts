import { execFile } from 'node:child_process'
import path from 'node:path'

/** Windows' own answer to a question, as text. Rejects with NoAnswer when there is none within the time. */
export type AskPowerShell = (script: string, values: Readonly<Record<string, string>>) => Promise<string>

export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
}

export interface PowerShellOptions {
  /** The program and what stands before the script; Windows' own when left out. */
  readonly program?: string
  readonly first?: readonly string[]
  readonly timeoutMs?: number
}

/** PowerShell itself takes half a second to start, on an old PC with a virus scanner five. */
const TIMEOUT_MS = 15_000
/** A list of a hundred jobs has 20 kB. */
const ANSWER_MAX = 1024 * 1024

const FLAGS = ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command']

/** By its whole path: what lies in the folder of the program or in PATH is not asked. */
const ownPowerShell = (): string =>
  path.win32.join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe')

/**
 * Asks through Windows PowerShell 5, which every Windows since 10 has. Scripts are constants of this program, without
 * quotation marks; what they are about travels in variables of the environment, so that no name of a printer, however
 * odd, is ever read as a command.
 */
export function powerShell(options: PowerShellOptions = {}): AskPowerShell {
  const { program = ownPowerShell(), first = FLAGS, timeoutMs = TIMEOUT_MS } = options
  return (script, values) =>
    new Promise((resolve, reject) => {
      execFile(
        program,
        [...first, script],
        {
          env: { ...process.env, ...values },
          timeout: timeoutMs,
          killSignal: 'SIGKILL',
          maxBuffer: ANSWER_MAX,
          windowsHide: true,
          encoding: 'utf8'
        },
        (error, stdout) => {
          if (error) reject(new NoAnswer(reasonOf(error)))
          else resolve(stdout)
        }
      )
    })
}

/** Never the message: that holds the whole command. */
function reasonOf(error: { readonly code?: unknown; readonly killed?: boolean }): string {
  if (error.killed) return 'timeout'
  return typeof error.code === 'string' ? error.code : `exit ${String(error.code)}`
}
