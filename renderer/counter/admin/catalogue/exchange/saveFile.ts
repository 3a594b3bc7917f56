/** How long the system may take to fetch what is to be saved. */
const KEPT_MS = 60_000

/** Hands bytes to the system under that name, to be saved. */
export function saveFile(name: string, type: string, bytes: Uint8Array): void {
  const href = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }))
  const link = Object.assign(document.createElement('a'), { href, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(href), KEPT_MS)
}
