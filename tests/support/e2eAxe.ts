import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** What on the page breaks WCAG 2.2 AA; in legacy mode, as Electron's pages cannot open a second one for the analysis. */
export async function violations(page: Page, where: string): Promise<readonly string[]> {
  const found = await new AxeBuilder({ page }).setLegacyMode(true).withTags(RULES).analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${where}: ${id} at ${node.target.join(' ')}`))
}
