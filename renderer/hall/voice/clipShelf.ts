import manifest from '../clips/manifest.json'

/** The recordings: those of the hall's own where it has put any into its data folder, else the built-in ones. */

const FILES = import.meta.glob<string>('../clips/*.wav', { query: '?url', import: 'default', eager: true })

/** Address of a built-in recording. */
function builtIn(clip: string): string | undefined {
  const file = (manifest as Readonly<Record<string, { readonly file: string }>>)[clip]?.file
  return file === undefined ? undefined : FILES[`../clips/${file}`]
}

/** Below this path of its own address the screen finds the hall's recordings, and their list. */
const OWN = 'voice/'

/** File by name of clip; empty where the hall has recorded nothing. */
async function ownRecordings(): Promise<Readonly<Record<string, string>>> {
  try {
    const answer = await fetch(`${OWN}index.json`)
    return answer.ok ? ((await answer.json()) as Record<string, string>) : {}
  } catch {
    return {}
  }
}

async function decoded(context: BaseAudioContext, url: string): Promise<AudioBuffer | null> {
  try {
    const answer = await fetch(url)
    return answer.ok ? await context.decodeAudioData(await answer.arrayBuffer()) : null
  } catch {
    // Not there, or no sound that can be read: whoever asked takes another.
    return null
  }
}

/** Reads and keeps what was asked for; decoded sound fits any context of the same rate. */
export class ClipShelf {
  private own: ReturnType<typeof ownRecordings> | null = null
  private readonly kept = new Map<string, Promise<AudioBuffer | null>>()

  /** All of them by name; `null` where one cannot be had. */
  async all(context: BaseAudioContext, clips: Iterable<string>): Promise<ReadonlyMap<string, AudioBuffer> | null> {
    const names = [...new Set(clips)]
    const buffers = await Promise.all(names.map((clip) => this.one(context, clip)))
    const found = new Map<string, AudioBuffer>()
    for (const [i, name] of names.entries()) {
      const buffer = buffers[i]
      if (!buffer) return null
      found.set(name, buffer)
    }
    return found
  }

  private one(context: BaseAudioContext, clip: string): Promise<AudioBuffer | null> {
    const key = `${clip} ${context.sampleRate}`
    const kept = this.kept.get(key) ?? this.read(context, clip)
    this.kept.set(key, kept)
    return kept
  }

  private async read(context: BaseAudioContext, clip: string): Promise<AudioBuffer | null> {
    this.own ??= ownRecordings()
    const file = (await this.own)[clip]
    const recorded = file === undefined ? null : await decoded(context, `${OWN}${file}`)
    if (recorded) return recorded
    const url = builtIn(clip)
    return url === undefined ? null : decoded(context, url)
  }
}
