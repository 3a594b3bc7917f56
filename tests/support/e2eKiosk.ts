import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import type { InputOf } from '../../shared/contract/contract.ts'
import type { HallService } from '../../shared/domain/hall/service.ts'
import { ADMINISTRATOR, accepted, type RunningApp } from './app.ts'
import { expect } from './e2eTest.ts'

/** A ticket kiosk beside the desk. */

const PLAN: HallService['screens'][number] = {
  id: 'kiosk-1',
  role: 'kiosk',
  display: null,
  fullscreen: false,
  counter: null,
  groups: [],
  counters: [],
  speaks: false
}

/** Changes the hall's settings as an administrator; then the clerk of counter 1 sits down again. */
export async function setService(
  desk: RunningApp,
  change: (service: HallService) => HallService,
  meanwhile: () => Promise<void> = () => Promise.resolve()
): Promise<void> {
  const { api } = desk
  accepted(await api.command('staff.signOut', {}))
  await desk.found({ login: ADMINISTRATOR.login, counter: null })
  const service = change(accepted(await api.query('service.get', {}))) as InputOf<'service.set'>['service']
  accepted(await api.command('service.set', { service }))
  await meanwhile()
  accepted(await api.command('staff.signOut', {}))
  await desk.found({ login: 'zhou', counter: 1 })
}

export const planned = (service: HallService, kiosk: Partial<HallService['kiosk']> = {}): HallService => ({
  ...service,
  kiosk: { ...service.kiosk, ...kiosk },
  screens: [...service.screens, PLAN]
})

/** The page of the kiosk, once it shows the groups. */
export async function kioskPage({ app }: RunningApp): Promise<Page> {
  const find = (): Page | undefined => app.windows().find((page) => page.url().startsWith('linchuang://kiosk/'))
  await expect.poll(() => find() !== undefined, { message: 'the kiosk is open' }).toBe(true)
  const page = find()
  if (!page) throw new Error('no kiosk')
  await page.getByRole('heading', { name: '请选择要办的业务' }).waitFor()
  return page
}

/** Tickets come out of the receipt printer at that port. Asked for by an administrator. */
export const onReceiptPrinter = (port: number): InputOf<'printers.assign'> => ({
  use: 'ticket',
  target: { kind: 'raw', host: '127.0.0.1', port, paper: '80', status: true, name: '取号机' }
})

/** Every file below the folder that holds one of the texts, by its path. */
export function filesWith(folder: string, texts: readonly string[]): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return names.filter((name) => {
    const file = path.join(folder, name)
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return false
    const bytes = readFileSync(file)
    return texts.some((text) => bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le')))
  })
}
