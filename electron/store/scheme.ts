/**
 * The store page has a scheme, an origin and a session of its own, so that no screen can open its database. Data
 * belongs to the origin: none of these names may ever change, or every PC rebuilds its working copy from the log.
 */
export const STORE_SCHEME = 'linchuang-store'
export const STORE_HOST = 'page'
export const STORE_ORIGIN = `${STORE_SCHEME}://${STORE_HOST}`
export const STORE_PAGE_URL = `${STORE_ORIGIN}/index.html`
export const STORE_PARTITION = 'persist:store'
/** Folder of that partition inside `userData`, as Electron lays it out. */
export const STORE_PARTITION_FOLDER = ['Partitions', 'store'] as const

/** `standard` gives it an origin, without which there is no IndexedDB; `secure` gives it `crypto.subtle`. */
export const STORE_SCHEME_PRIVILEGES = {
  scheme: STORE_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: false, corsEnabled: false }
} as const
