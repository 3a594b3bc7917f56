import { STORE_PORT_MESSAGE } from '../protocol.ts'
import { serve } from './serve.ts'

/** The hidden page. The preload hands over one port; everything else goes over that. */
window.addEventListener('message', (message: MessageEvent<unknown>) => {
  const port = message.ports[0]
  if (message.source !== window || message.data !== STORE_PORT_MESSAGE || !port) return
  serve(port, { indexedDB, IDBKeyRange })
})
