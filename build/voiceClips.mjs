/**
 * `node build/voiceClips.mjs`: makes the recordings that the hall's voice is put together from, renderer/hall/clips/.
 * They are kept with the sources: neither the program nor its tests need the engine. It is wanted only when a word is
 * added or changed, comes from Debian (`apt-get install espeak-ng`, tried with 1.51), is GPL and stays out of the product.
 *
 * The words go in as pinyin with tones: the engine misreads characters.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { run } from './runtime/exec.mjs'
import { inRoot } from './runtime/paths.mjs'
import { runMain, Stop, say } from './runtime/say.mjs'

const folder = inRoot('renderer', 'hall', 'clips')
/** Hertz; speech has nothing above 8 kHz that a ceiling loudspeaker could play. */
const RATE = 16_000
/** Words a minute: slower than conversation, old people listen in a noisy hall. */
const SPEED = 145
/** Samples below this are silence at the ends, and are cut off. */
const SILENCE = 0.012
/** Seconds over which the ends rise and fall, so that nothing clicks. */
const EDGE = 0.006
/** Loudness of every clip as the root mean square of its louder half, and the most any sample may reach. */
const LOUDNESS = 0.2
const PEAK = 0.9

const MANDARIN = 'cmn-latn-pinyin'
const ENGLISH = 'en-us'

/** @type {[name: string, text: string, spoken: string, voice?: string][]} */
const CLIPS = [
  ['digit-0', '零', 'ling2'],
  ['digit-1', '一', 'yi1'],
  ['digit-2', '二', 'er4'],
  ['digit-3', '三', 'san1'],
  ['digit-4', '四', 'si4'],
  ['digit-5', '五', 'wu3'],
  ['digit-6', '六', 'liu4'],
  ['digit-7', '七', 'qi1'],
  ['digit-8', '八', 'ba1'],
  ['digit-9', '九', 'jiu3'],
  .../** @type {[string, string, string, string][]} */ (
    [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => [`letter-${letter.toLowerCase()}`, letter, letter, ENGLISH])
  ),
  ['please', '请', 'qing3'],
  ['number', '号', 'hao4'],
  ['to', '到', 'dao4'],
  ['counter', '号窗口办理', 'hao4 chuang1kou3 ban4li3'],
  ['correction', '更正', 'geng1zheng4'],
  ['wait-on', '号请继续等候', 'hao4 qing3 ji4xu4 deng3hou4'],
  ['ten', '十', 'shi2'],
  ['yao', '幺', 'yao1']
]

/**
 * @param {Buffer} wav 16-bit mono
 * @returns {{ rate: number, samples: Float64Array }}
 */
function read(wav) {
  const at = wav.indexOf('data', 12, 'latin1') + 8
  const samples = new Float64Array((wav.length - at) >> 1)
  for (let i = 0; i < samples.length; i += 1) samples[i] = wav.readInt16LE(at + 2 * i) / 32_768
  return { rate: wav.readUInt32LE(24), samples }
}

/**
 * Another rate, by a windowed sinc that lets nothing through above half the new one.
 *
 * @param {Float64Array} samples @param {number} from @param {number} to
 */
function resample(samples, from, to) {
  const reach = 32
  const cut = Math.min(1, to / from) * 0.95
  const out = new Float64Array(Math.floor((samples.length * to) / from))
  for (let n = 0; n < out.length; n += 1) {
    const centre = (n * from) / to
    let sum = 0
    for (let k = Math.ceil(centre - reach); k <= centre + reach; k += 1) {
      const x = k - centre
      const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / reach)
      const sinc = x === 0 ? cut : Math.sin(Math.PI * cut * x) / (Math.PI * x)
      sum += (samples[k] ?? 0) * sinc * window
    }
    out[n] = sum
  }
  return out
}

/**
 * Without silence at the ends, all equally loud.
 *
 * @param {Float64Array} samples
 */
function trimmed(samples) {
  const loud = (/** @type {number} */ sample) => Math.abs(sample) > SILENCE
  const kept = samples.slice(samples.findIndex(loud), samples.findLastIndex(loud) + 1)
  const squares = [...kept].map((sample) => sample * sample).sort((a, b) => b - a)
  const louder = squares.slice(0, Math.ceil(squares.length / 2))
  const loudness = Math.sqrt(louder.reduce((sum, square) => sum + square, 0) / louder.length)
  const gain = Math.min(LOUDNESS / loudness, PEAK / Math.sqrt(squares[0] ?? 1))
  const edge = Math.round(EDGE * RATE)
  return kept.map((sample, i) => {
    const nearest = Math.min(i + 1, kept.length - i, edge)
    return (sample * gain * nearest) / edge
  })
}

/** @param {Float64Array} samples */
function wavOf(samples) {
  const wav = Buffer.alloc(44 + samples.length * 2)
  wav.write('RIFF', 0, 'latin1')
  wav.writeUInt32LE(wav.length - 8, 4)
  wav.write('WAVEfmt ', 8, 'latin1')
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(RATE, 24)
  wav.writeUInt32LE(RATE * 2, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36, 'latin1')
  wav.writeUInt32LE(samples.length * 2, 40)
  samples.forEach((sample, i) => {
    wav.writeInt16LE(Math.round(sample * 32_767), 44 + 2 * i)
  })
  return wav
}

/** Makes every clip and manifest.json anew. Throws Stop where the engine is missing or fails. */
async function makeClips() {
  const work = mkdtempSync(path.join(tmpdir(), 'voice-'))
  /** @type {Record<string, { file: string, text: string, milliseconds: number }>} */
  const manifest = {}
  try {
    for (const name of readdirSync(folder)) if (name.endsWith('.wav')) rmSync(path.join(folder, name))
    for (const [name, text, spoken, voice = MANDARIN] of CLIPS) {
      const raw = path.join(work, `${name}.wav`)
      const done = await run('espeak-ng', ['-v', voice, '-s', String(SPEED), '-w', raw, spoken], { capture: true })
      if (done.code !== 0) throw new Stop('没有找到 espeak-ng，先安装：apt-get install espeak-ng', 'no espeak-ng')
      const { rate, samples } = read(readFileSync(raw))
      const clip = trimmed(resample(samples, rate, RATE))
      writeFileSync(path.join(folder, `${name}.wav`), wavOf(clip))
      manifest[name] = { file: `${name}.wav`, text, milliseconds: Math.round((clip.length * 1000) / RATE) }
    }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  writeFileSync(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  say(`做好 ${CLIPS.length} 段录音：${path.relative(inRoot(), folder)}`, 'clips made')
}

void runMain(makeClips)
