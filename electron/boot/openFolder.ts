import { mkdir } from 'node:fs/promises'
import { shell } from 'electron'

/** Opens a folder in the system's file manager. Before the first file in it there is none: it is made then. */
export async function openFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await shell.openPath(folder)
}
