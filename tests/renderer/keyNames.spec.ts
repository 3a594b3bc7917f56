import { describe, expect, it } from 'vitest'
import { ariaKeys, type KeyPress, keyText, pressedKeys, typesText } from '../../renderer/ui/keyNames.ts'

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...held
})

describe('names of key combinations', () => {
  it.each([
    [press('F5', 'F5'), 'F5'],
    [press('F5', 'F5', { shiftKey: true }), 'Shift+F5'],
    [press('Enter', 'Enter', { ctrlKey: true }), 'Ctrl+Enter'],
    [press('Enter', 'NumpadEnter', { ctrlKey: true }), 'Ctrl+Enter'],
    [press('1', 'Digit1', { altKey: true }), 'Alt+1'],
    [press('a', 'KeyA'), 'A'],
    [press('?', 'Slash', { shiftKey: true }), '?'],
    [press(' ', 'Space'), 'Space'],
    [press('K', 'KeyK', { ctrlKey: true, shiftKey: true }), 'Ctrl+Shift+K']
  ])('%o is %s', (event, name) => {
    expect(pressedKeys(event)).toBe(name)
  })

  it('take letters and digits from their place on the keyboard when Ctrl or Alt is held', () => {
    expect(pressedKeys(press('å', 'KeyA', { altKey: true }))).toBe('Alt+A')
    expect(pressedKeys(press('Process', 'KeyV', { ctrlKey: true }))).toBe('Ctrl+V')
  })

  it('count the number pad as digits', () => {
    expect(pressedKeys(press('3', 'Numpad3'))).toBe('3')
    expect(pressedKeys(press('3', 'Numpad3', { altKey: true }))).toBe('Alt+3')
  })

  it('are shown in Chinese and read out in the words of ARIA', () => {
    expect(keyText('Ctrl+Enter')).toBe('Ctrl+回车')
    expect(keyText('Escape')).toBe('Esc')
    expect(ariaKeys('Ctrl+Enter')).toBe('Control+Enter')
  })

  it('that write into a field stay with the field; the others act from there too', () => {
    for (const keys of ['A', '1', 'Space', 'Enter', 'ArrowUp', 'Shift+ArrowLeft', 'Delete'])
      expect(typesText(keys)).toBe(true)
    for (const keys of ['F5', 'Escape', 'Ctrl+Enter', 'Alt+1', 'PageDown']) expect(typesText(keys)).toBe(false)
  })
})
