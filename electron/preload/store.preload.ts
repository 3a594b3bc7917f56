import { ipcRenderer } from 'electron'
import { STORE_PORT_MESSAGE } from '../store/protocol.ts'

/** As much of the page's window as is used here; main's own code is compiled without the DOM. */
declare const window: {
  readonly location: { readonly origin: string }
  postMessage(message: string, targetOrigin: string, ports: readonly unknown[]): void
}

/**
 * Hands the port that main sends on to the store page. Nothing is exposed: the page has neither Node nor Electron, only
 * this port.
 */
ipcRenderer.once(STORE_PORT_MESSAGE, (event) => {
  window.postMessage(STORE_PORT_MESSAGE, window.location.origin, event.ports)
})
