'use strict'
/**
 * What our program is compared with: an Electron that has nothing in it. `--bare=empty:<n>` opens n empty windows (the
 * third one hidden and in a session of its own, as our store page is). `--bare=relay` has a button in one window, and
 * shows the number of each click in another; with `durably` in the click, main writes and syncs it first.
 */
const { app, BrowserWindow, ipcMain, screen } = require('electron')
const fs = require('node:fs')
const path = require('node:path')

// As in our program: no connections to the system's message bus.
process.env.DBUS_SYSTEM_BUS_ADDRESS = 'disabled:'
process.env.DBUS_SESSION_BUS_ADDRESS = 'disabled:'

/** About the length of the record of a call. */
const RECORD = Buffer.alloc(800, 'x')

const mode = process.argv.find((arg) => arg.startsWith('--bare='))?.slice('--bare='.length) ?? 'empty:1'
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
app.on('window-all-closed', () => app.quit())

/**
 * @param {string} page
 * @param {Electron.BrowserWindowConstructorOptions} options
 */
function open(page, options) {
  const window = new BrowserWindow({
    show: false,
    autoHideMenuBar: true,
    ...options,
    webPreferences: {
      preload: path.join(__dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      spellcheck: false,
      backgroundThrottling: false,
      ...options.webPreferences
    }
  })
  window.removeMenu()
  void window.loadFile(path.join(__dirname, page))
  return window
}

const HALL = { x: 60, y: 60, width: 1280, height: 720 }

function empty(count) {
  const first = open('empty.html', screen.getPrimaryDisplay().workArea)
  first.once('ready-to-show', () => first.show())
  if (count < 2) return
  const second = open('empty2.html', HALL)
  second.once('ready-to-show', () => second.showInactive())
  if (count > 2) open('empty.html', { width: 200, height: 100, webPreferences: { partition: 'persist:store' } })
}

function relay() {
  const counter = open('counter.html', screen.getPrimaryDisplay().workArea)
  counter.once('ready-to-show', () => counter.show())
  const hall = open('hall.html', HALL)
  hall.once('ready-to-show', () => hall.showInactive())
  const file = fs.openSync(path.join(app.getPath('userData'), 'records'), 'a')
  ipcMain.handle('call', (_event, { id, durably }) => {
    if (durably) {
      fs.writeSync(file, RECORD)
      fs.fdatasyncSync(file)
    }
    hall.webContents.send('called', id)
    return id
  })
}

app.whenReady().then(() => (mode === 'relay' ? relay() : empty(Number(mode.slice('empty:'.length)))))
