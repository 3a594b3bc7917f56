import { keyText } from './keyNames.ts'

/** The picture of a key. Readers skip it: the control itself says its key by `aria-keyshortcuts`. */
export const KeyCap = ({ keys }: { readonly keys: string }) => (
  <span className="ui-keyCap" aria-hidden="true">
    {keyText(keys)}
  </span>
)
