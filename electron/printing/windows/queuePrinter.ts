import path from 'node:path'
import type { Logger } from '../../boot/logging.ts'
import type { Printer } from '../printers.ts'
import { windowsSpooler } from './spooler.ts'
import { type Press, windowsPrinter } from './windowsPrinter.ts'

/** A queue of Windows' spooler. The hidden window is made with the first paper, and only here. */
export function windowsQueuePrinter(queue: string, log: Logger): Printer {
  let made: Promise<Press> | null = null
  const make = async (): Promise<Press> => {
    const { pressWindow } = await import('./pressWindow.ts')
    // The built files: this code is in dist/main/main.cjs.
    return pressWindow(path.join(__dirname, '..'), log)
  }
  const press: Press = {
    async open(job) {
      made ??= make()
      return (await made).open(job)
    }
  }
  return windowsPrinter(queue, windowsSpooler(), press)
}
