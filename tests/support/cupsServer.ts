import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { end, ended, freePort, until, which } from './programs.ts'

/**
 * A real CUPS of its own: configuration, spool, logs and socket below a temporary folder, loopback only. The machine's
 * own print service, if it has one, is neither asked nor changed.
 * Debian packages: cups cups-client cups-filters.
 */

/** What CUPS does when its backend cannot print: try later, stop the queue, or give the job up. */
export type ErrorPolicy = 'retry-job' | 'stop-printer' | 'abort-job'

export interface CupsServer {
  /** `host:port`, as the environment variable CUPS_SERVER has it. */
  readonly server: string
  /** Its domain socket, as CUPS_SERVER may have it too. */
  readonly socket: string
  /** Lets a queue print on a printer. Does not resolve before the queue takes jobs. */
  addQueue(name: string, deviceUri: string, policy?: ErrorPolicy): Promise<void>
  /** Moves a queue to another address, as of another backend. */
  readdress(name: string, deviceUri: string): void
  /** Paper jobs stay in the queue until `enable`. */
  disable(name: string): void
  enable(name: string): void
  /** New jobs are turned away until `accept`. */
  reject(name: string): void
  accept(name: string): void
  /** SIGKILL, with the backends that it runs. */
  kill(): Promise<void>
  /** Comes back at the same address, with its queues and jobs. */
  restart(): Promise<void>
  /** What it has written into its error log. */
  log(): string
  stop(): Promise<void>
}

const FILES = (folder: string): string => `ServerRoot ${folder}/etc
RequestRoot ${folder}/spool
TempDir ${folder}/tmp
CacheDir ${folder}/cache
StateDir ${folder}/run
ErrorLog ${folder}/error_log
AccessLog ${folder}/access_log
PageLog ${folder}/page_log
SystemGroup root
Sandboxing relaxed
Printcap
`

/** The policy for jobs is the one that CUPS comes with: a job is its owner's. Administration is open to the tests. */
const CONFIG = (port: number, socket: string): string => `LogLevel info
Listen 127.0.0.1:${port}
Listen ${socket}
Browsing No
DefaultShared No
WebInterface No
JobRetryInterval 1
DirtyCleanInterval 0
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  JobPrivateAccess default
  JobPrivateValues default
  SubscriptionPrivateAccess default
  SubscriptionPrivateValues default
  <Limit Create-Job Print-Job Print-URI Validate-Job>
    Order deny,allow
  </Limit>
  <Limit Send-Document Send-URI Hold-Job Release-Job Restart-Job Cancel-Job Close-Job Cancel-My-Jobs>
    Require user @OWNER @SYSTEM
    Order deny,allow
  </Limit>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`

/** Starts a CUPS without a queue. */
export async function startCups(): Promise<CupsServer> {
  const folder = mkdtempSync(path.join(tmpdir(), 'linchuang-cups-'))
  // Its filters run as another user.
  chmodSync(folder, 0o755)
  for (const part of ['etc', 'spool', 'tmp', 'cache', 'run']) mkdirSync(path.join(folder, part), { mode: 0o755 })
  chmodSync(path.join(folder, 'tmp'), 0o1777)
  const port = await freePort()
  const server = `127.0.0.1:${port}`
  const socket = path.join(folder, 'run', 'cups.sock')
  const [config, files] = [path.join(folder, 'etc', 'cupsd.conf'), path.join(folder, 'etc', 'cups-files.conf')]
  writeFileSync(config, CONFIG(port, socket))
  writeFileSync(files, FILES(folder))

  /** Asks CUPS by one of its own programs; throws when that fails. */
  const tool = (program: string, ...args: readonly string[]): string => {
    const env = { ...process.env, CUPS_SERVER: server }
    const done = spawnSync(which(program), args, { env, encoding: 'utf8' })
    if (done.status !== 0) throw new Error(`${program} ${args.join(' ')}: ${done.stderr.trim() || done.status}`)
    return done.stdout
  }
  const answers = (): boolean => {
    try {
      return tool('lpstat', '-r').includes('is running')
    } catch {
      return false
    }
  }

  let child = await run()
  async function run(): Promise<ChildProcess> {
    // A group of its own, so that backends end with it.
    const started = spawn(which('cupsd'), ['-f', '-c', config, '-s', files], { stdio: 'ignore', detached: true })
    await until(() => answers(), 'CUPS')
    return started
  }

  const kill = async (): Promise<void> => {
    if (child.pid && !ended(child)) process.kill(-child.pid, 'SIGKILL')
    await until(() => ended(child), 'the end of CUPS')
  }

  return {
    server,
    socket,
    async addQueue(name, deviceUri, policy = 'retry-job') {
      const options = ['-o', `printer-error-policy=${policy}`, '-o', 'printer-is-shared=false']
      tool('lpadmin', '-p', name, '-E', '-v', deviceUri, '-m', 'everywhere', ...options)
      await until(() => tool('lpstat', '-a', name).includes('accepting'), 'the queue')
    },
    readdress: (name, deviceUri) => void tool('lpadmin', '-p', name, '-v', deviceUri),
    disable: (name) => void tool('cupsdisable', name),
    enable: (name) => void tool('cupsenable', name),
    reject: (name) => void tool('cupsreject', name),
    accept: (name) => void tool('cupsaccept', name),
    kill,
    async restart() {
      child = await run()
    },
    log: () => {
      const file = path.join(folder, 'error_log')
      return existsSync(file) ? readFileSync(file, 'utf8') : ''
    },
    async stop() {
      await end(child, 'SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
