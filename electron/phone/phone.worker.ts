import { parentPort, workerData } from 'node:worker_threads'
import type { PhonePage } from '../../shared/projections/phonePage.ts'
import type { PhoneAnswer, PhoneReport, PhoneWorkerData } from './phoneProtocol.ts'
import { openPhoneServer } from './phoneServer.ts'

/**
 * The thread that speaks to phones on the network, while the page is on: what anybody sends there never reaches the
 * loop that calls numbers, only the question for a ticket whose check was right.
 */

const port = parentPort
if (!port) throw new Error('the thread for phones runs in the main process')

/** The main process answers within a few milliseconds; by then it is busy with something large. */
const ANSWER_MS = 3_000
/** Every interface of IPv4. IPv6 addresses of halls change and are too long for a code on paper. */
const EVERYWHERE = '0.0.0.0'

const tell = (report: PhoneReport): void => port.postMessage(report)
const waiting = new Map<number, (page: PhonePage | null) => void>()
let asked = 0

port.on('message', ({ id, page }: PhoneAnswer) => waiting.get(id)?.(page))

function pageOf(ticketId: string): Promise<PhonePage | null> {
  asked += 1
  const id = asked
  return new Promise<PhonePage | null>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer')), ANSWER_MS)
    waiting.set(id, (page) => {
      clearTimeout(timer)
      resolve(page)
    })
    tell({ kind: 'ask', id, ticketId })
  }).finally(() => waiting.delete(id))
}

async function main({ port: wanted, secret }: PhoneWorkerData): Promise<void> {
  try {
    await openPhoneServer({ host: EVERYWHERE, port: wanted, secret, pageOf })
    tell({ kind: 'listening' })
  } catch (error) {
    tell({ kind: 'failed', code: (error as NodeJS.ErrnoException).code ?? 'unknown' })
    port?.close()
  }
}

void main(workerData as PhoneWorkerData)
