import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/**
 * A real IPP printer on loopback: `ippeveprinter` of CUPS, with the D-Bus and Avahi it will not start without. Both are
 * private (a bus of their own, loopback only), so that nothing of the machine's is touched.
 * Debian packages: cups-ipp-utils avahi-daemon dbus.
 */

/** `paper-out` and `hold` last until another mode is set. */
export type PrinterMode = 'ok' | 'abort' | 'paper-out' | 'hold'

export interface TestPrinter {
  readonly uri: string
  setMode(mode: PrinterMode): void
  /** Names of the jobs that came out, one a sheet, in order. */
  sheets(): readonly string[]
  /** The document of a job that came out. */
  document(name: string): Buffer
  /** Resolves when a job has got as far as `hold` or `paper-out`. */
  reached(): Promise<void>
  /** SIGKILL: the printer is gone, with its jobs. */
  kill(): Promise<void>
  /** SIGSTOP: takes connections and says nothing. */
  hang(): void
  goOn(): void
  /** Comes back at the same address without memory of its jobs. */
  restart(): Promise<void>
}

export interface TestPrinters {
  printer(): Promise<TestPrinter>
  stop(): Promise<void>
}

const which = (program: string): string => {
  const places = [...(process.env.PATH ?? '').split(':'), '/usr/sbin', '/sbin']
  const found = places.map((place) => path.join(place, program)).find((file) => existsSync(file))
  if (!found) throw new Error(`${program} is not installed (apt-get install cups-ipp-utils avahi-daemon dbus)`)
  return found
}

async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const end = Date.now() + 30_000
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`)
    await new Promise((next) => setTimeout(next, 25))
  }
}

const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (ended(child)) return
  child.kill(signal)
  await until(() => ended(child), 'the end of a process')
}

const BUS_CONFIG = (socket: string): string => `<!DOCTYPE busconfig PUBLIC
 "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>custom</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/><allow own="*"/><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
  </policy>
</busconfig>
`

const AVAHI_CONFIG = `[server]
host-name=linchuang-test
use-ipv4=yes
use-ipv6=no
allow-interfaces=lo
enable-dbus=yes
[publish]
disable-publishing=yes
`

/** What the printer runs for a job: the engine that feeds paper. */
const ENGINE = (folder: string): string => `#!/bin/sh
mode() { cat '${folder}/mode'; }
case "$(mode)" in
  abort) exit 1 ;;
  paper-out)
    echo 'STATE: +media-empty-error' >&2
    touch '${folder}/reached'
    while [ "$(mode)" = paper-out ]; do sleep 0.05; done
    echo 'STATE: -media-empty-error' >&2 ;;
  hold)
    touch '${folder}/reached'
    while [ "$(mode)" = hold ]; do sleep 0.05; done ;;
esac
cp "$1" "${folder}/sheet-$IPP_JOB_NAME.pdf"
echo "$IPP_JOB_NAME" >> '${folder}/sheets'
`

/** Marks our own Avahi among the processes of a machine. */
const FOLDER_NAME = 'linchuang-ipp-'

/** Only one Avahi runs on a machine. Where that is the machine's own, its bus is used as it is. */
function machineHasAvahi(): boolean {
  try {
    const pid = readFileSync('/run/avahi-daemon/pid', 'utf8').trim()
    return !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(FOLDER_NAME)
  } catch {
    return false
  }
}

/** Starts bus and Avahi; each call of `printer` adds a printer. `stop` ends all of it. */
export async function startTestPrinters(): Promise<TestPrinters> {
  const folder = mkdtempSync(path.join(tmpdir(), FOLDER_NAME))
  const { env, stop: stopServices } = machineHasAvahi()
    ? { env: process.env, stop: async (): Promise<void> => undefined }
    : await startServices(folder)
  const printers: { readonly stop: () => Promise<void> }[] = []

  return {
    async printer() {
      const { printer, stop } = await startPrinter(path.join(folder, `printer${printers.length}`), env)
      printers.push({ stop })
      return printer
    },
    async stop() {
      for (const printer of printers) await printer.stop()
      await stopServices()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

interface Services {
  readonly env: NodeJS.ProcessEnv
  readonly stop: () => Promise<void>
}

async function startServices(folder: string): Promise<Services> {
  const socket = path.join(folder, 'bus')
  writeFileSync(path.join(folder, 'bus.conf'), BUS_CONFIG(socket))
  writeFileSync(path.join(folder, 'avahi.conf'), AVAHI_CONFIG)
  const env = { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${socket}` }
  const bus = spawn(
    which('dbus-daemon'),
    [`--config-file=${path.join(folder, 'bus.conf')}`, '--nofork', '--nopidfile'],
    {
      stdio: 'ignore'
    }
  )
  await until(() => existsSync(socket), 'the bus')
  const avahi = await startAvahi(path.join(folder, 'avahi.conf'), env)
  return {
    env,
    async stop() {
      await end(avahi, 'SIGTERM')
      await end(bus, 'SIGTERM')
    }
  }
}

/** Another run of these tests may have an Avahi too: one runs on a machine at a time, so it is waited for. */
async function startAvahi(config: string, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  let avahi: ChildProcess | null = null
  let output = ''
  await until(async () => {
    if (!avahi || ended(avahi)) {
      output = ''
      const started = spawn(
        which('avahi-daemon'),
        ['-f', config, '--no-drop-root', '--no-chroot', '--no-rlimits', '--no-proc-title'],
        { env, stdio: ['ignore', 'pipe', 'pipe'] }
      )
      for (const stream of [started.stdout, started.stderr])
        stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
      avahi = started
    }
    return output.includes('startup complete')
  }, 'Avahi')
  if (!avahi) throw new Error('Avahi did not start')
  return avahi
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  if (typeof address !== 'object' || !address) throw new Error('no port')
  return address.port
}

async function startPrinter(
  folder: string,
  env: NodeJS.ProcessEnv
): Promise<{ readonly printer: TestPrinter; readonly stop: () => Promise<void> }> {
  mkdirSync(path.join(folder, 'spool'), { recursive: true })
  const engine = path.join(folder, 'engine.sh')
  writeFileSync(engine, ENGINE(folder))
  chmodSync(engine, 0o755)
  const port = await freePort()
  const uri = `ipp://localhost:${port}/ipp/print`
  const setMode = (mode: PrinterMode): void => {
    rmSync(path.join(folder, 'reached'), { force: true })
    writeFileSync(path.join(folder, 'mode'), mode)
  }
  setMode('ok')
  let child = await run()

  async function run(): Promise<ChildProcess> {
    const args = ['-p', String(port), '-n', 'localhost', '-r', 'off', '-f', 'application/pdf', '-c', engine]
    const started = spawn(which('ippeveprinter'), [...args, '-d', path.join(folder, 'spool'), path.basename(folder)], {
      env,
      stdio: 'ignore',
      detached: true
    })
    await until(() => answers(uri), 'the printer')
    return started
  }

  const printer: TestPrinter = {
    uri,
    setMode,
    sheets() {
      const file = path.join(folder, 'sheets')
      return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []
    },
    document: (name) => readFileSync(path.join(folder, `sheet-${name}.pdf`)),
    reached: () => until(() => existsSync(path.join(folder, 'reached')), 'the job at the engine'),
    async kill() {
      // With its engine: a printer without power feeds no paper.
      if (child.pid && !ended(child)) process.kill(-child.pid, 'SIGKILL')
      await until(() => ended(child), 'the end of the printer')
    },
    hang: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
    async restart() {
      child = await run()
    }
  }
  return {
    printer,
    stop: printer.kill
  }
}

/** Does an IPP printer answer there? */
async function answers(uri: string): Promise<boolean> {
  return (
    spawnSync(which('ipptool'), ['-q', '-T', '2', uri, 'get-printer-attributes.test'], { stdio: 'ignore' }).status === 0
  )
}
