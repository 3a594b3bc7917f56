import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

/**
 * A card reader's service as docs/card-reader.md describes it, on loopback: WebSocket and HTTP long poll on one port. It
 * can be taken away and come back on the same port.
 */
export interface ReaderSimulator {
  readonly port: number
  readonly ws: string
  readonly http: string
  /** Lays a card on: what is no text or bytes goes out as JSON. */
  lay(card: unknown): void
  /** Who is listening now: open sockets and questions that wait. */
  listening(): number
  /** Ends every connection and stops listening; `back` starts again on the same port. */
  away(): Promise<void>
  back(): Promise<void>
  /** Connections stay, nothing is answered any more, not even a ping. */
  freeze(): void
  stop(): Promise<void>
}

export async function startReader(): Promise<ReaderSimulator> {
  const waiting = new Set<ServerResponse>()
  const clients = new Set<WebSocket>()
  let server: Server
  let sockets: WebSocketServer
  let frozen = false

  async function listen(port: number): Promise<void> {
    server = createServer((_request, response) => {
      if (frozen) return
      waiting.add(response)
      response.on('close', () => waiting.delete(response))
    })
    sockets = new WebSocketServer({ server, autoPong: false })
    sockets.on('connection', (client) => {
      clients.add(client)
      client.on('ping', (data) => {
        if (!frozen) client.pong(data)
      })
      client.on('error', () => undefined)
      client.on('close', () => clients.delete(client))
    })
    await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  }

  async function away(): Promise<void> {
    for (const client of clients) client.terminate()
    for (const response of waiting) response.destroy()
    sockets.close()
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }

  await listen(0)
  // biome-ignore lint/style/noNonNullAssertion: it listens on a port
  const { port } = server!.address() as AddressInfo
  return {
    port,
    ws: `ws://127.0.0.1:${port}/`,
    http: `http://127.0.0.1:${port}/`,
    lay(card) {
      const message = typeof card === 'string' || card instanceof Uint8Array ? card : JSON.stringify(card)
      for (const client of clients) client.send(message)
      for (const response of waiting) response.end(message)
    },
    listening: () => clients.size + waiting.size,
    away,
    back: () => {
      frozen = false
      return listen(port)
    },
    freeze() {
      frozen = true
    },
    stop: away
  }
}
