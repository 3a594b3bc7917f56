import { protocol } from 'electron'
import { STORE_SCHEME_PRIVILEGES } from '../store/scheme.ts'

/** Screens live on `linchuang://<role>/`: a scheme of our own, so that nothing is ever loaded from `file:` or a network. */
export const SCREEN_SCHEME = 'linchuang'

/** `standard` gives origins, `secure` the APIs of secure contexts. Must run before the app is ready. */
export function registerSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCREEN_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
    STORE_SCHEME_PRIVILEGES
  ])
}
