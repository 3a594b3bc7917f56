/**
 * Draws the program's icon, build/icons/icon.png: two neighbouring windows above a sill, one of them lit.
 * Run it after changing a shape: `node build/icons/draw.mjs`. The picture is committed, so that packaging needs no
 * drawing program.
 */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { crc32, deflateSync } from 'node:zlib'

const size = 512

/** Samples a pixel and axis, for smooth edges. */
const samples = 4

/** @typedef {{ x: number, y: number, w: number, h: number, r: number, colour: number[] }} Box a rounded rectangle */

const wall = [0x1d, 0x4f, 0x91]
const frame = [0xff, 0xff, 0xff]
const glass = [0x9c, 0xc3, 0xec]
const lit = [0xff, 0xc9, 0x4d]

/** Painted in this order. @type {Box[]} */
const shapes = [
  { x: 16, y: 16, w: 480, h: 480, r: 104, colour: wall },
  { x: 96, y: 104, w: 152, h: 248, r: 20, colour: frame },
  { x: 264, y: 104, w: 152, h: 248, r: 20, colour: frame },
  { x: 120, y: 128, w: 104, h: 92, r: 8, colour: glass },
  { x: 120, y: 236, w: 104, h: 92, r: 8, colour: glass },
  { x: 288, y: 128, w: 104, h: 92, r: 8, colour: lit },
  { x: 288, y: 236, w: 104, h: 92, r: 8, colour: lit },
  { x: 72, y: 376, w: 368, h: 36, r: 18, colour: frame }
]

/**
 * @param {Box} box
 * @param {number} px
 * @param {number} py
 */
function covers({ x, y, w, h, r }, px, py) {
  const dx = Math.max(x + r - px, px - (x + w - r), 0)
  const dy = Math.max(y + r - py, py - (y + h - r), 0)
  return dx * dx + dy * dy <= r * r
}

/**
 * @param {number} px
 * @param {number} py
 * @returns {number[]} red, green, blue, alpha
 */
function pixel(px, py) {
  const total = [0, 0, 0]
  let hits = 0
  for (let i = 0; i < samples * samples; i += 1) {
    const sx = px + ((i % samples) + 0.5) / samples
    const sy = py + (Math.floor(i / samples) + 0.5) / samples
    const top = shapes.findLast((shape) => covers(shape, sx, sy))
    if (!top) continue
    hits += 1
    for (let c = 0; c < 3; c += 1) total[c] = (total[c] ?? 0) + (top.colour[c] ?? 0)
  }
  return [...total.map((sum) => Math.round(sum / Math.max(hits, 1))), Math.round((255 * hits) / samples ** 2)]
}

/**
 * @param {string} type four letters
 * @param {Buffer} data
 */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** PNG (ISO/IEC 15948): signature, header, one block of image data, end. */
function png() {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  // Eight bits a channel; colour type 6 is red, green, blue, alpha.
  header.set([8, 6, 0, 0, 0], 8)
  const rows = Array.from({ length: size }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: size }, (_pixel, x) => pixel(x, y)).flat()])
  )
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = deflateSync(Buffer.concat(rows), { level: 9 })
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

writeFileSync(path.join(path.dirname(fileURLToPath(import.meta.url)), 'icon.png'), png())
