import http from 'node:http'
import https from 'node:https'

/** An exchange that brought no answer. `sent`: bytes may have reached the printer, so nobody knows what it did. */
export class NoContact extends Error {
  override readonly name = 'NoContact'
  readonly sent: boolean

  constructor(reason: string, sent: boolean) {
    super(reason)
    this.sent = sent
  }
}

/** 631 is IPP's own port (RFC 3510). */
const IPP_PORT = '631'
/** An answer is a list of attributes; more than this is no printer. */
const LARGEST_ANSWER = 4 * 1024 * 1024

/** `ipp://host[:port]/path` as the address that HTTP goes to. Throws TypeError for anything else. */
export function httpUrl(uri: string): URL {
  const url = new URL(uri)
  if (url.protocol !== 'ipp:' && url.protocol !== 'ipps:') throw new TypeError('not an ipp or ipps address')
  const scheme = url.protocol === 'ipp:' ? 'http:' : 'https:'
  return new URL(`${scheme}//${url.hostname}:${url.port || IPP_PORT}${url.pathname}`)
}

/**
 * Posts one IPP message. Rejects with NoContact when no whole answer came within `timeoutMs`, and with NoContact too
 * when what answered is not IPP. A connection of its own each time: a kept one that the printer has dropped would make
 * a request fail that was never read. With `socket`, the path of a domain socket, the address names the printer only.
 */
export function postIpp(url: URL, body: Buffer, timeoutMs: number, socket: string | null = null): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let connected = false
    const request = (url.protocol === 'https:' ? https : http).request(url, {
      method: 'POST',
      agent: false,
      ...(socket !== null && { socketPath: socket }),
      headers: { 'content-type': 'application/ipp', 'content-length': body.length }
    })
    const fail = (reason: string): void => {
      clearTimeout(timer)
      request.destroy()
      reject(new NoContact(reason, connected))
    }
    const timer = setTimeout(() => fail('timeout'), timeoutMs)
    request.on('socket', (socket) => socket.once('connect', () => (connected = true)))
    request.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.name))
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
        if (size > LARGEST_ANSWER) fail('answer too large')
        else chunks.push(chunk)
      })
      response.on('error', () => fail('answer cut off'))
      response.on('close', () => {
        if (!response.complete) fail('answer cut off')
      })
      response.on('end', () => {
        if (!response.complete) return
        clearTimeout(timer)
        if (response.statusCode === 200) resolve(Buffer.concat(chunks))
        // 4xx turned the message away at the door; behind a 5xx anything may have happened.
        else reject(new NoContact(`http ${response.statusCode}`, (response.statusCode ?? 500) >= 500))
      })
    })
    request.end(body)
  })
}
