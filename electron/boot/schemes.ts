import { protocol } from 'electron'
import { STORE_SCHEME } from '../store/scheme.ts'

/** Screens live on `linchuang://<role>/`: a scheme of our own, so that nothing is ever loaded from `file:` or a network. */
export const SCREEN_SCHEME = 'linchuang'

/** `standard` gives origins and IndexedDB, `secure` the APIs of secure contexts. Must run before the app is ready. */
export function registerSchemes(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true }
  protocol.registerSchemesAsPrivileged([
    { scheme: SCREEN_SCHEME, privileges },
    { scheme: STORE_SCHEME, privileges },
  ])
}
