import type { Input } from 'electron'

/**
 * Keys by which a visitor could leave the page of a kiosk: closing, reloading, zooming, other windows, developer tools,
 * the system's own menus. Everything with Ctrl, Alt or the system key goes, but for what edits a text; so do the
 * function keys and Escape. Letters, digits and arrows stay: card readers type.
 */
export function leavesKiosk(input: Pick<Input, 'key' | 'control' | 'alt' | 'meta'>): boolean {
  const { key, control, alt, meta } = input
  if (/^(?:F\d{1,2}|Escape|Meta|ContextMenu|Browser\w+|Launch\w+)$/.test(key)) return true
  if (alt || meta) return true
  return control && !EDITING.has(key.toLowerCase())
}

const EDITING: ReadonlySet<string> = new Set([
  'control',
  'a',
  'c',
  'v',
  'x',
  'z',
  'arrowleft',
  'arrowright',
  'backspace'
])
