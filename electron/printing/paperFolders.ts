import { existsSync } from 'node:fs'
import path from 'node:path'

/**
 * Where fonts for paper lie, and the folder PDFs are saved to: 邻窗 in the user's documents. With a data folder given by
 * hand (a trial, a test) papers stay inside that, so that nothing of it is left in anybody's documents.
 */
export function paperFolders(
  distFolder: string,
  documents: string,
  dataFolder: string,
  ownProfile: boolean
): { readonly fonts: string; readonly papers: string } {
  const papers =
    ownProfile && existsSync(documents) ? path.join(documents, '邻窗文书') : path.join(dataFolder, 'papers')
  return { fonts: path.join(distFolder, 'fonts'), papers }
}
