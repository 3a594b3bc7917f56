import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on this machine that notices every knock: nothing of the program may ever reach it. */
export interface Listener {
  readonly origin: string
  readonly host: string
  /** Paths that were asked for; an upgrade or a bare connection counts as one. */
  readonly knocks: string[]
  close(): Promise<void>
}

/** Answers `/away` with a redirect to `/target`, everything else with a page. */
export async function listen(): Promise<Listener> {
  const knocks: string[] = []
  const server: Server = createServer((request, response) => {
    knocks.push(request.url ?? '')
    if (request.url === '/away') response.writeHead(302, { location: '/target' })
    else response.writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' })
    response.end('<p>here</p>')
  })
  server.on('upgrade', (request, socket) => {
    knocks.push(`upgrade ${request.url}`)
    socket.destroy()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin: `http://${host}`,
    host,
    knocks,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
