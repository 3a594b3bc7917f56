'use strict'
const { contextBridge, ipcRenderer } = require('electron')

contextBridge.exposeInMainWorld('bare', {
  /** @param {{ id: string, durably: boolean }} call */
  call: (call) => ipcRenderer.invoke('call', call),
  /** @param {(id: string) => void} onCall */
  listen: (onCall) => ipcRenderer.on('called', (_event, id) => onCall(id))
})
