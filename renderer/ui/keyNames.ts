/** Names of key combinations, e.g. `F5`, `Ctrl+Enter`, `Alt+1`, `Escape`. Modifiers in the order Ctrl, Alt, Shift. */

/** What a key event says that is needed here; a DOM KeyboardEvent fits. */
export interface KeyPress {
  readonly key: string
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
}

const SHOWN: Readonly<Record<string, string>> = {
  Enter: '回车',
  Escape: 'Esc',
  Space: '空格',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Delete: 'Del',
  Backspace: '退格',
  PageUp: '上页',
  PageDown: '下页'
}

/** The way a combination is printed on a key cap: `Ctrl+Enter` → `Ctrl+回车`. */
export const keyText = (keys: string): string =>
  keys
    .split('+')
    .map((part) => SHOWN[part] ?? part)
    .join('+')

/** For the attribute `aria-keyshortcuts`, which spells Ctrl out. */
export const ariaKeys = (keys: string): string => keys.replace('Ctrl', 'Control')

/**
 * The name of the combination that was pressed. Letters and digits are read from the place of the key when Ctrl or Alt
 * is held, because some layouts and input methods put another character there; the number pad counts as digits.
 */
export function pressedKeys(press: KeyPress): string {
  const held = [press.ctrlKey || press.metaKey ? 'Ctrl' : '', press.altKey ? 'Alt' : '']
  const place = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(press.code)?.[1]
  const modified = press.ctrlKey || press.metaKey || press.altKey
  const plain = press.key === ' ' ? 'Space' : press.key.length === 1 ? press.key.toUpperCase() : press.key
  const key = modified && place ? place : plain
  // Shift is part of the name only where it does not already show in the character itself.
  const shift = press.shiftKey && (key.length > 1 || modified) ? 'Shift' : ''
  return [...held, shift, key].filter((part) => part !== '').join('+')
}

/** A combination that types a character when it is pressed in a text field. */
export const typesText = (keys: string): boolean => {
  const last = keys.split('+').at(-1) ?? ''
  const free = !/^(?:Ctrl|Alt)\+/.test(keys)
  return (
    free && (last.length === 1 || ['Space', 'Enter', 'Backspace', 'Delete'].includes(last) || last.startsWith('Arrow'))
  )
}
