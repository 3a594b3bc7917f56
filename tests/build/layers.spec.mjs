import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkFile, checkLayers } from '../../build/checks/layers.mjs'

/** @param {string} file @param {string} source */
const messages = (file, source) => checkFile(file, source).map((violation) => violation.message)

describe('imports point one way', () => {
  it.each([
    ['shared/domain/a.ts', "import { app } from 'electron'"],
    ['shared/domain/a.ts', "import type { App } from 'electron'"],
    ['shared/domain/a.ts', "import { readFileSync } from 'node:fs'"],
    ['shared/domain/a.ts', "import { openLog } from '../../electron/log/openLog.ts'"],
    ['shared/domain/a.ts', "export * from '../../renderer/ui/text.ts'"],
    ['shared/domain/a.ts', "type T = import('../../electron/log/log.ts').Log"],
    ['renderer/counter/a.tsx', "import { ipcRenderer as bus } from 'electron'"],
    ['renderer/counter/a.tsx', "const log = await import('../../electron/log/openLog.ts')"],
    ['renderer/counter/a.tsx', "import Dexie from 'dexie'"],
    ['electron/views/a.ts', "import { useState } from 'react'"],
    ['electron/views/a.ts', "import { Desk } from '../../renderer/counter/Desk.tsx'"],
    ['electron/views/a.ts', "import { tables } from '../store/page/tables.ts'"],
    ['electron/views/a.ts', "const fs = require('fs')"],
    ['electron/store/page/a.ts', "import { openLog } from '../../log/openLog.ts'"],
    ['electron/store/page/a.ts', "import fs from 'node:fs'"],
    ['electron/preload/screen.preload.ts', "import { readFileSync } from 'node:fs'"]
  ])('%s may not contain: %s', (file, source) => {
    expect(checkFile(file, `// a comment above\n${source}\n`).map(({ line }) => line)).toContain(2)
  })

  it.each([
    ['shared/domain/a.ts', "import { z } from 'zod'\nimport type { Day } from '../kernel/day.ts'"],
    ['renderer/counter/a.tsx', "import { evolve } from '../../shared/domain/queue/evolve.ts'\nimport './style.css'"],
    ['renderer/counter/a.tsx', "import { createRoot } from 'react-dom/client'"],
    ['electron/views/a.ts', "import { app } from 'electron'\nimport { join } from 'node:path'"],
    ['electron/views/a.ts', "import type { Ask } from '../store/protocol.ts'"],
    ['electron/store/page/a.ts', "import type { Ask } from '../protocol.ts'\nimport Dexie from 'dexie'"],
    ['electron/preload/screen.preload.ts', "import { contextBridge, ipcRenderer } from 'electron'"]
  ])('%s may contain: %s', (file, source) => {
    expect(messages(file, source)).toEqual([])
  })

  it('a package whose name only begins like an allowed one is refused', () => {
    expect(messages('shared/domain/a.ts', "import { z } from 'zod-extra'")).toHaveLength(1)
  })
})

describe('what has power is touched in one named file', () => {
  it.each([
    ['electron/screens/a.ts', "import { ipcMain } from 'electron'"],
    ['electron/screens/a.ts', "import * as electron from 'electron'\nelectron.ipcMain.handle('x', f)"],
    ['renderer/counter/a.tsx', 'const api = window.linchuang'],
    ['renderer/counter/a.tsx', 'const { linchuang } = window'],
    ['electron/views/a.ts', "win!.webContents?.send('topic', 1)"],
    ['electron/views/a.ts', "event.sender['send']('topic', 1)"],
    ['electron/views/a.ts', 'const win = new electron.BrowserWindow({})'],
    ['electron/views/a.ts', "import { createServer } from 'node:http'"],
    ['electron/phone/a.ts', "import net from 'node:net'\nnet.createServer(f).listen(1)"],
    ['electron/readers/a.ts', "import { WebSocketServer } from 'ws'"],
    ['electron/phone/a.ts', "import fastify from 'fastify'"],
    ['electron/views/a.ts', 'const at = Date.now()'],
    ['electron/views/a.ts', 'const { now } = Date'],
    ['electron/views/a.ts', 'const at = new Date()'],
    ['shared/domain/a.ts', 'const text = Date()'],
    ['shared/domain/a.ts', 'items.sort(() => Math.random() - 0.5)'],
    ['electron/views/a.ts', "import { randomUUID as id } from 'node:crypto'"],
    ['electron/views/a.ts', "import crypto from 'node:crypto'\ncrypto.randomBytes(16)"],
    ['electron/views/a.ts', "import * as c from 'crypto'\nc.randomInt(5)"],
    ['electron/store/page/a.ts', 'const id = crypto.randomUUID()'],
    ['electron/views/a.ts', "console.log('x')"]
  ])('%s may not contain: %s', (file, source) => {
    expect(messages(file, source).filter((message) => message.includes('只能用在'))).not.toHaveLength(0)
  })

  it.each([
    ['electron/ipc/bindContract.ts', "import { ipcMain } from 'electron'"],
    ['electron/preload/store.preload.ts', "import { ipcRenderer } from 'electron'"],
    ['renderer/bridge/linchuang.ts', 'const api = window.linchuang'],
    ['electron/store/storePage.ts', "page.webContents.postMessage('port', null, [port])"],
    ['electron/screens/createScreen.ts', 'const win = new BrowserWindow({})'],
    ['electron/boot/ambient.ts', 'const at = Date.now()\nconst today = new Date()\nconst x = Math.random()'],
    ['electron/boot/ambient.ts', "import { randomBytes } from 'node:crypto'"],
    ['electron/boot/logging.ts', "console.error('x')"],
    ['electron/phone/phoneServer.ts', "import fastify from 'fastify'\nconst app = fastify()"],
    ['shared/domain/a.ts', "const day = new Date('2025-01-01')\nconst ms = Date.UTC(2025, 0, 1) + Date.parse(day)"],
    ['electron/views/a.ts', 'const salt = ambient.randomBytes(16)'],
    ['electron/views/a.ts', "// Date.now() reads the clock\nconst text = 'Math.random() and console.log'"]
  ])('%s may contain: %s', (file, source) => {
    expect(messages(file, source)).toEqual([])
  })
})

describe('the tree as a whole', () => {
  /** @type {string} */
  let root
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'layers-'))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  /** @param {string} file @param {string} source */
  const plant = (file, source) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), source)
  }

  it('a violation deep in a folder is found, with file and line', () => {
    plant('shared/domain/queue/good.ts', 'export const one = 1\n')
    plant('shared/domain/queue/deep/bad.ts', '\n\nexport const at = Date.now()\n')
    plant('renderer/counter/view.tsx', "export const View = () => <p>it's fine</p>\n")
    expect(checkLayers(root)).toMatchObject([{ file: 'shared/domain/queue/deep/bad.ts', line: 3 }])
  })

  it('a file that cannot be parsed is a violation, not a file without uses', () => {
    plant('electron/broken.ts', 'export const = Date.now(\n')
    expect(checkLayers(root)).toMatchObject([{ file: 'electron/broken.ts' }])
  })
})
