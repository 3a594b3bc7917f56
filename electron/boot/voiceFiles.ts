import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { CLIP_ENDINGS, CLIP_NAMES } from '../../shared/domain/hall/clipNames.ts'
import { SCREEN_SCHEME } from './schemes.ts'

/** Recordings of the hall's own, in the folder `voice/` of its data: by the names of the built-in ones, nothing else. */

/** A word takes about a second; whatever is larger is no word. Bytes. */
const LARGEST = 2 * 1024 * 1024

const LIST = `${SCREEN_SCHEME}://hall/voice/index.json`
const ONE = new RegExp(`^${SCREEN_SCHEME}://hall/voice/([a-z0-9-]+)\\.([a-z0-9]+)$`)

const isRecording = (name: string, ending: string): boolean =>
  CLIP_NAMES.includes(name) && (CLIP_ENDINGS as readonly string[]).includes(ending)

/** File by name of clip, as far as the folder has any; a `.wav` before others of the same name. */
async function recordingsIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const files: readonly string[] = await readdir(folder).catch(() => [])
  const found: Record<string, string> = {}
  for (const ending of CLIP_ENDINGS) {
    for (const name of CLIP_NAMES) if (files.includes(`${name}.${ending}`)) found[name] ??= `${name}.${ending}`
  }
  return found
}

/**
 * What stands at an address below `voice/` of the hall screen: the list of recordings, or one of them. `null` for
 * anything else, so that no other file of the data folder can be reached. Rejects where a listed file cannot be read.
 */
export async function recordingOfUrl(
  folder: string,
  url: string
): Promise<{ readonly body: Uint8Array<ArrayBuffer>; readonly ending: string } | null> {
  if (url === LIST) {
    const list = JSON.stringify(await recordingsIn(folder))
    return { body: new TextEncoder().encode(list), ending: '.json' }
  }
  const [, name = '', ending = ''] = ONE.exec(url) ?? []
  if (!isRecording(name, ending)) return null
  const file = path.join(folder, `${name}.${ending}`)
  if ((await stat(file)).size > LARGEST) return null
  return { body: new Uint8Array(await readFile(file)), ending: `.${ending}` }
}
