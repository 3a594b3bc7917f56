import type { Handing } from '../../../electron/printing/windows/windowsPrinter.ts'

/** What a test wants of the harness; one JSON in its environment. */
export interface PressPlan {
  readonly profile: string
  readonly dist: string
  readonly queue: string
  readonly jobs: readonly { readonly pdf: string; readonly title: string }[]
  readonly print: boolean
}

export interface DrawnPage {
  readonly width: number
  readonly height: number
  /** 0 white to 1 black. */
  readonly ink: number
}

/** What the harness says, one JSON a line. */
export type PressReport =
  | { readonly say: 'log'; readonly what: string }
  | {
      readonly say: 'drawn'
      readonly title: string
      readonly pages: readonly DrawnPage[]
      readonly network: boolean
      readonly node: boolean
    }
  | { readonly say: 'printed'; readonly handing: Handing }
  | { readonly say: 'refused'; readonly title: string; readonly error: string }
  | { readonly say: 'windows'; readonly left: number }
