/**
 * The table that the layer check holds the sources to. A new allowance is a line here, seen in review.
 */

/**
 * @typedef {object} Layer
 * @property {string} folder its files; the longest folder that fits a file is its layer
 * @property {string[]} mayImport folders and files of the repository
 * @property {string[]} [mayNotImport] exceptions within those
 * @property {string[]} packages what may be imported by name; `node:` stands for all of Node's own modules
 */

/** @type {Layer[]} */
export const layers = [
  { folder: 'shared', mayImport: ['shared'], packages: ['zod', 'pinyin-pro'] },
  {
    folder: 'electron',
    mayImport: ['electron', 'shared'],
    mayNotImport: ['electron/store/page'],
    packages: [
      'electron',
      'electron-log',
      'node:',
      'zod',
      'pdfmake',
      'fontkit',
      'bwip-js',
      'pinyin-pro',
      'exceljs',
      'dns-packet',
      'ws'
    ]
  },
  {
    folder: 'electron/phone',
    mayImport: ['electron', 'shared'],
    packages: ['node:', 'fastify', '@fastify/rate-limit']
  },
  {
    folder: 'electron/preload',
    mayImport: ['electron/preload', 'electron/store/protocol.ts', 'shared'],
    packages: ['electron', 'zod']
  },
  {
    folder: 'electron/store/page',
    mayImport: ['electron/store/page', 'electron/store/protocol.ts', 'shared'],
    packages: ['dexie', 'zod']
  },
  {
    folder: 'renderer',
    mayImport: ['renderer', 'shared'],
    packages: [
      'react',
      'react-dom',
      'react-hook-form',
      '@hookform/resolvers',
      '@fontsource-variable/noto-sans-sc',
      'pdfjs-dist',
      'pinyin-pro',
      'zod'
    ]
  }
]

/**
 * A thing with power that only the named files may touch.
 *
 * @typedef {object} Door
 * @property {string} name as shown to the person
 * @property {string[]} within folders in which the rule holds
 * @property {string[]} only files, or folders ending in /, that may use it
 * @property {string} because
 * @property {import('./doorUses.mjs').Use} use
 */

const ambient = 'electron/boot/ambient.ts'
const senders = ['electron/screens/createScreen.ts', 'electron/ipc/publish.ts', 'electron/store/storePage.ts']
const clockReason = 'clock and randomness come in from one place, so that everything else can be replayed and tested'

/** @type {Door[]} */
export const doors = [
  {
    name: 'ipcMain',
    within: ['electron', 'shared', 'renderer'],
    only: ['electron/ipc/bindContract.ts'],
    because: 'sender, role and payload are checked in that one binder',
    use: { kind: 'name', names: ['ipcMain'] }
  },
  {
    name: 'ipcRenderer',
    within: ['electron', 'shared', 'renderer'],
    only: ['electron/preload/'],
    because: 'a screen sees only the doors of its contract',
    use: { kind: 'name', names: ['ipcRenderer'] }
  },
  {
    name: 'window.linchuang',
    within: ['renderer', 'shared'],
    only: ['renderer/bridge/'],
    because: 'the bridge is the only file that touches the preload API',
    use: { kind: 'member', of: ['window', 'globalThis', 'self'], names: ['linchuang'] }
  },
  {
    name: 'webContents.send',
    within: ['electron'],
    only: senders,
    because: 'what is pushed to a page follows from committed events',
    use: {
      kind: 'member',
      of: ['webContents', 'contents', 'sender', 'senderFrame', 'mainFrame'],
      names: ['send', 'sendToFrame', 'postMessage']
    }
  },
  {
    name: 'new BrowserWindow',
    within: ['electron'],
    only: [...senders, 'electron/printing/windows/pressWindow.ts'],
    because: 'every window gets the same hardening',
    use: { kind: 'construct', names: ['BrowserWindow', 'BrowserView', 'WebContentsView'] }
  },
  {
    name: 'a socket that listens',
    within: ['electron', 'shared', 'renderer'],
    only: ['electron/phone/phoneServer.ts'],
    because:
      'nothing on the network reaches the program but the one page for phones, which is off until a hall switches it on',
    use: { kind: 'name', names: ['createServer', 'createSecureServer', 'WebSocketServer', 'fastify'] }
  },
  {
    name: 'Date.now',
    within: ['electron', 'shared'],
    only: [ambient],
    because: clockReason,
    use: { kind: 'member', of: ['Date'], names: ['now'] }
  },
  {
    name: 'new Date()',
    within: ['electron', 'shared'],
    only: [ambient],
    because: `${clockReason}; new Date(text) is fine`,
    use: { kind: 'emptyDate' }
  },
  {
    name: 'Math.random',
    within: ['electron', 'shared'],
    only: [ambient],
    because: clockReason,
    use: { kind: 'member', of: ['Math'], names: ['random'] }
  },
  {
    name: 'random bytes and ids',
    within: ['electron', 'shared'],
    only: [ambient],
    because: clockReason,
    use: {
      kind: 'export',
      module: 'node:crypto',
      alsoOf: ['crypto', 'webcrypto'],
      names: ['randomUUID', 'randomBytes', 'randomInt', 'randomFill', 'randomFillSync', 'getRandomValues']
    }
  },
  {
    name: 'console',
    within: ['electron', 'shared'],
    only: ['electron/boot/logging.ts'],
    because: 'the log holds no personal data, and only that file sees to it',
    use: { kind: 'member', of: ['console'], names: [] }
  }
]
