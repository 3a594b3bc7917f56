import { contextBridge, ipcRenderer } from 'electron'

/**
 * Puts `window.linchuang` on a screen: only the doors of its role, named by main from the contract. Nothing of
 * Electron itself gets through. Main checks everything again.
 */

const FLAG = '--linchuang-doors='
const doors = (process.argv.find((arg) => arg.startsWith(FLAG)) ?? FLAG).slice(FLAG.length).split(',')

const call = (name: string, input: unknown, commandId: string | null): Promise<unknown> =>
  doors.includes(name)
    ? ipcRenderer.invoke('door', { name, commandId, input })
    : Promise.resolve({ ok: false, refusal: { code: 'unknown-door' } })

const listeners = new Map<string, Set<(value: unknown) => void>>()
const newest = new Map<string, unknown>()

ipcRenderer.on('push', (_event, topic: string, value: unknown) => {
  newest.set(topic, value)
  for (const listener of listeners.get(topic) ?? []) listener(value)
})

function listen(topic: string, onValue: (value: unknown) => void): () => void {
  if (!doors.includes(topic)) return () => undefined
  const set = listeners.get(topic) ?? new Set()
  listeners.set(topic, set)
  set.add(onValue)
  if (newest.has(topic)) onValue(newest.get(topic))
  else void ipcRenderer.invoke('listen', topic)
  return () => {
    set.delete(onValue)
  }
}

contextBridge.exposeInMainWorld('linchuang', {
  doors,
  command: (name: string, commandId: string, input: unknown) => call(name, input, commandId),
  query: (name: string, input: unknown) => call(name, input, null),
  listen
})
