import type { BrowserWindow, WebContents } from 'electron'
import type { ScreenRole } from '../../shared/contract/entry.ts'

/** Trusted senders: which page plays which role. Ids of web contents are never reused while the program runs. */
export class ScreenRegistry {
  private readonly screens = new Map<number, { readonly role: ScreenRole; readonly window: BrowserWindow }>()

  add(role: ScreenRole, window: BrowserWindow): void {
    const { id } = window.webContents
    this.screens.set(id, { role, window })
    window.on('closed', () => this.screens.delete(id))
  }

  roleOf(contents: WebContents): ScreenRole | null {
    return this.screens.get(contents.id)?.role ?? null
  }

  of(role: ScreenRole): readonly BrowserWindow[] {
    return [...this.screens.values()].filter((s) => s.role === role && !s.window.isDestroyed()).map((s) => s.window)
  }
}
