import { useState } from 'react'
import { Dialog } from './Dialog.tsx'
import { KeyCap } from './KeyCap.tsx'
import { keyText } from './keyNames.ts'
import { activeShortcuts, type ShortcutGroup, useShortcuts } from './keys.ts'

/** F1: every key that works right now, with what it does. Once a window. */
export function KeySheet() {
  const [groups, setGroups] = useState<readonly ShortcutGroup[] | null>(null)
  useShortcuts('帮助', [
    {
      keys: 'F1',
      label: '快捷键一览',
      everywhere: true,
      run: () => setGroups((before) => (before ? null : activeShortcuts()))
    }
  ])
  if (!groups) return null
  return (
    <Dialog title="快捷键一览" onClose={() => setGroups(null)}>
      {/* Nothing in it takes the focus, and it may be longer than the screen: the arrows scroll it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section aria-label="快捷键" tabIndex={0} data-autofocus>
        {groups.map(({ group, shortcuts }) => (
          <section key={group} className="ui-keySheet__group">
            <h3>{group}</h3>
            <dl className="ui-keySheet">
              {shortcuts.map((shortcut) => (
                <div key={shortcut.keys} className="ui-keySheet__row">
                  <dt>
                    <KeyCap keys={shortcut.keys} />
                    <span className="ui-hidden">{keyText(shortcut.keys)}</span>
                  </dt>
                  <dd>{shortcut.label}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </section>
    </Dialog>
  )
}
