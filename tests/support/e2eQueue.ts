import type { Page } from '@playwright/test'
import type { PriorityReason } from '../../shared/domain/queue/queueEvents.ts'
import { accepted, type RunningApp } from './app.ts'
import { type Clerk, clerkAt, clockAt, type Launch } from './e2eDesk.ts'

/** A clerk at an open counter of the real program, and what stands on the desk of the queue. A Monday that is a working day. */

export const DATE = '2026-11-23'

export interface Settings {
  readonly chooseBy?: 'clerk' | 'lead'
}

/** The program at that time of day, with these settings of the hall, and a clerk at the open counter 1. */
export async function clerkIn(launch: Launch, time: string, { chooseBy = 'clerk' }: Settings = {}) {
  const program = await launch({ env: clockAt(DATE, time) })
  await program.found({ login: 'shan' })
  const service = accepted(await program.api.query('service.get', {}))
  accepted(
    await program.api.command('service.set', {
      // What main gives is read-only; what a screen sends back it may have changed.
      service: JSON.parse(
        JSON.stringify({
          ...service,
          queue: { ...service.queue, recallLockSeconds: 2, noShowCalls: 2, noShowSeconds: 15, chooseBy },
          appointments: { ...service.appointments, on: true, places: { A: 2, B: 1 } }
        })
      )
    })
  )
  return { program, clerk: await sit(program, 'zhou') }
}

export async function sit(program: RunningApp, login: string, counter = 1): Promise<Clerk> {
  await program.found({ login, counter })
  accepted(await program.api.command('queue.openCounter', {}))
  const clerk = clerkAt(program, await program.counter())
  await clerk.sees('服务中')
  return clerk
}

export async function issue(program: RunningApp, group: string, reason: PriorityReason | null = null): Promise<string> {
  const priority = reason === null ? null : { reason, note: '' }
  return accepted(await program.api.command('queue.issueTicket', { group, priority })).no
}

export const ticketBox = (page: Page) => page.getByTestId('current-ticket')
export const why = (page: Page) => page.locator('.queueKeys__why')
export const undoKey = (page: Page) => page.locator('[data-place="queue.undo"]')

/** Opens 号码操作 and takes a line by its key. */
export async function menu(clerk: Clerk, name: string): Promise<void> {
  await clerk.press('Alt+q')
  const line = clerk.dialog().getByRole('button', { name, exact: true })
  await clerk.press((await line.getAttribute('aria-keyshortcuts')) ?? '')
}
