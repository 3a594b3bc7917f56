import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { end, ended, freePort, until, which } from './programs.ts'

/**
 * A real IPP printer on loopback: `ippeveprinter` of CUPS, with the D-Bus and Avahi it will not start without. Both are
 * private (a bus of their own, loopback only), so that nothing of the machine's is touched.
 * Debian packages: cups-ipp-utils avahi-daemon dbus.
 */

/** `paper-out`, `jam`, `cover-open` and `hold` last until another mode is set, or until the job is cancelled. */
export type PrinterMode = 'ok' | 'abort' | 'paper-out' | 'jam' | 'cover-open' | 'hold'

export interface TestPrinter {
  readonly uri: string
  setMode(mode: PrinterMode): void
  /** Names of the jobs that came out, one a sheet, in order. */
  sheets(): readonly string[]
  /** The document of a job that came out. */
  document(name: string): Buffer
  /** Resolves when a job has got as far as a mode that lasts. */
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

/**
 * What the printer runs for a job: the engine that feeds paper. A job that is cancelled while the engine waits feeds
 * none: the printer itself does not stop its engine, so that the engine asks.
 */
const ENGINE = (folder: string): string => `#!/bin/sh
mode() { cat '${folder}/mode'; }
cancelled() {
  ipptool -tv -T 2 "$IPP_JOB_URI" get-job-attributes.test 2>/dev/null |
    grep -q processing-to-stop-point
}
wait_while() {
  touch '${folder}/reached'
  while [ "$(mode)" = "$1" ]; do
    sleep 0.1
    if cancelled; then return 1; fi
  done
}
stuck() {
  echo "STATE: +$2" >&2
  wait_while "$1"
  ended=$?
  echo "STATE: -$2" >&2
  [ $ended = 0 ] || exit 1
}
case "$(mode)" in
  abort) exit 1 ;;
  paper-out) stuck paper-out media-empty-error ;;
  jam) stuck jam media-jam-error ;;
  cover-open) stuck cover-open cover-open-error ;;
  hold) wait_while hold || exit 1 ;;
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

async function startPrinter(
  folder: string,
  env: NodeJS.ProcessEnv
): Promise<{ readonly printer: TestPrinter; readonly stop: () => Promise<void> }> {
  mkdirSync(path.join(folder, 'spool'), { recursive: true })
  const port = await freePort()
  const uri = `ipp://localhost:${port}/ipp/print`
  const engine = path.join(folder, 'engine.sh')
  writeFileSync(engine, ENGINE(folder))
  chmodSync(engine, 0o755)
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
