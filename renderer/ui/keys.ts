import { createContext, useContext, useEffect, useRef, useSyncExternalStore } from 'react'
import { pressedKeys, typesText } from './keyNames.ts'

/**
 * Shortcuts of a window in one place. They live in layers: the page, and above it one for each open dialog; only the
 * top layer answers. No shortcut acts while an input method composes, none repeats while a key is held down.
 */
export interface Shortcut {
  /** As in keyNames.ts: `F5`, `Ctrl+Enter`, `Alt+1`. */
  readonly keys: string
  /** What it does, for the sheet of F1. */
  readonly label: string
  readonly run: () => void
  /** Left out = true. A shortcut that is off is not on the sheet. */
  readonly enabled?: boolean
  /** Acts in every layer (help). */
  readonly everywhere?: boolean
}

interface Registration {
  readonly layer: string
  readonly group: string
  readonly current: () => readonly Shortcut[]
}

export interface ShortcutGroup {
  readonly group: string
  readonly shortcuts: readonly Shortcut[]
}

const PAGE = 'page'
let registrations: readonly Registration[] = []
let layers: readonly string[] = [PAGE]
const listeners = new Set<() => void>()

const changed = (): void => {
  for (const listener of listeners) listener()
}

const isOn = (shortcut: Shortcut): boolean => shortcut.enabled !== false

/** The layer that components register in; `Dialog` provides its own. */
export const KeyLayer = createContext<string>(PAGE)

/** Puts a layer on top until the returned function is called. */
export function pushLayer(layer: string): () => void {
  layers = [...layers, layer]
  changed()
  return () => {
    layers = layers.filter((other) => other !== layer)
    changed()
  }
}

/** Shortcuts of the top layer by group, as the sheet of F1 lists them; a key that two claim appears once. */
export function activeShortcuts(layer: string = layers.at(-1) ?? PAGE): readonly ShortcutGroup[] {
  const taken = new Set<string>()
  const groups = new Map<string, Shortcut[]>()
  for (const registration of [...registrations].reverse()) {
    const mine = registration
      .current()
      .filter((shortcut) => isOn(shortcut) && (registration.layer === layer || shortcut.everywhere === true))
      .filter((shortcut) => !taken.has(shortcut.keys))
    for (const shortcut of mine) taken.add(shortcut.keys)
    groups.set(registration.group, [...mine, ...(groups.get(registration.group) ?? [])])
  }
  return [...groups]
    .filter(([, shortcuts]) => shortcuts.length > 0)
    .map(([group, shortcuts]) => ({ group, shortcuts: [...shortcuts].sort(byKeys) }))
    .reverse()
}

const byKeys = (a: Shortcut, b: Shortcut): number => a.keys.localeCompare(b.keys, 'zh-CN', { numeric: true })

/** Whether the event belongs to an input method; keyCode 229 is what Chromium reports before `isComposing` is set. */
export const isComposing = (event: { readonly isComposing: boolean; readonly keyCode: number }): boolean =>
  event.isComposing || event.keyCode === 229

const isEditable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('textarea, select, input:not([type=button], [type=submit])'))

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || isComposing(event)) return
  const keys = pressedKeys(event)
  if (typesText(keys) && isEditable(event.target)) return
  const found = activeShortcuts()
    .flatMap((group) => group.shortcuts)
    .find((shortcut) => shortcut.keys === keys)
  if (!found) return
  event.preventDefault()
  if (!event.repeat) found.run()
}

function register(registration: Registration): () => void {
  if (registrations.length === 0) window.addEventListener('keydown', onKeyDown)
  registrations = [...registrations, registration]
  changed()
  return () => {
    registrations = registrations.filter((other) => other !== registration)
    if (registrations.length === 0) window.removeEventListener('keydown', onKeyDown)
    changed()
  }
}

/**
 * Registers shortcuts for as long as the component is there. `group` is their heading on the sheet of F1. Where two
 * claim one key in a layer, the one that registered last acts. A `Button` with `kbd` registers its own key.
 */
export function useShortcuts(group: string, shortcuts: readonly Shortcut[]): void {
  const layer = useContext(KeyLayer)
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => register({ layer, group, current: () => latest.current }), [layer, group])
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Number of open dialogs. */
export const useOpenLayers = (): number => useSyncExternalStore(subscribe, () => layers.length - 1)
