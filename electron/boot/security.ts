import { app, type Session, type WebContents } from 'electron'
import type { Logger } from './logging.ts'

/** Everything a page is not allowed to do, in one list, for every page and session the program ever makes. */

/** Schemes a session may load; anything else is cancelled and counted. */
export function closeNetwork(session: Session, schemes: readonly string[], log: Logger): void {
  const allowed = new Set([...schemes.map((s) => `${s}:`), 'blob:', 'data:', 'devtools:'])
  session.webRequest.onBeforeRequest((details, answer) => {
    const protocol = details.url.slice(0, details.url.indexOf(':') + 1)
    const cancel = !allowed.has(protocol)
    if (cancel) log.warn('request refused', { scheme: protocol, type: details.resourceType })
    answer({ cancel })
  })
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.warn('permission refused', { permission })
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => {
    log.warn('download refused')
    event.preventDefault()
  })
}

/** No navigation, no redirects, no windows, no webviews, from any page. The terminal opens nothing by itself. */
export function lockPages(log: Logger): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    const refuse = (what: string) => (event: { preventDefault(): void }) => {
      log.warn(`${what} refused`)
      event.preventDefault()
    }
    contents.on('will-navigate', refuse('navigation'))
    contents.on('will-frame-navigate' as 'will-navigate', refuse('frame navigation'))
    contents.on('will-redirect', refuse('redirect'))
    contents.on('will-attach-webview', refuse('webview'))
    contents.setWindowOpenHandler(() => {
      log.warn('window refused')
      return { action: 'deny' }
    })
  })
}
