import type { NewEvent } from '../../kernel/messages.ts'
import type { HallRules } from './rules.ts'
import type { HallService } from './service.ts'

/** A group of matters that share one letter of ticket numbers (domain: number = group letter + three digits). */
export interface TicketGroup {
  /** One capital letter. */
  readonly code: string
  /** What the ticket, the kiosk and the hall screen call it; must not reveal need (民政, never 低保). */
  readonly name: string
}

/** A service window (窗口) of the hall. */
export interface Counter {
  /** 1…99, spoken as a whole number. */
  readonly no: number
  readonly name: string
  /** Letters of the groups it serves; whoever came first is called first, whatever the group. */
  readonly groups: readonly string[]
  /** Items it may serve, by id; missing or empty: every one. */
  readonly items?: readonly string[]
}

/** A village or community (村居) under the street. */
export interface Site {
  readonly id: string
  readonly name: string
  readonly kind: 'village' | 'community'
  /** 便民服务站 (with a building) or 便民服务点. */
  readonly service: 'station' | 'point'
  readonly gridId: string
}

export interface Grid {
  readonly id: string
  readonly name: string
}

/** Everything the hall says of itself; papers and screens print it. */
export interface HallConfig {
  readonly name: string
  /** Full name of the authority that seals papers. */
  readonly authorityName: string
  /** 机关简称 in document numbers, e.g. 云溪街办. */
  readonly authorityShort: string
  /** GB/T 2260, six digits; first part of case numbers. */
  readonly regionCode: string
  /** Two digits; makes case numbers unique without a server. */
  readonly terminal: string
  readonly address: string
  readonly hours: string
  readonly enquiryPhone: string
  readonly supervisionPhone: string
  readonly groups: readonly TicketGroup[]
  readonly counters: readonly Counter[]
  readonly sites: readonly Site[]
  readonly grids: readonly Grid[]
  /** An invented hall to try things out; every screen and paper says 演示. */
  readonly demo: boolean
}

/**
 * Where papers go. `folder` writes PDFs into a folder, `ipp` speaks to a printer, `raw` to a receipt printer on its own
 * port, `spooler` hands over to a queue of this PC's print service. `name` is what people call it.
 */
export type PrinterTarget =
  | ({ readonly kind: 'folder' } & OnRoll)
  | ({ readonly kind: 'ipp'; readonly uri: string; readonly name: string } & OnRoll)
  | {
      readonly kind: 'raw'
      readonly host: string
      readonly port: number
      /** Width of the roll in millimetres. */
      readonly paper: '80' | '58'
      /** Does it answer questions about its state? Many behind a print server cannot. */
      readonly status: boolean
      readonly name: string
    }
  | ({ readonly kind: 'spooler'; readonly queue: string; readonly name: string } & OnRoll)

/** Of a printer that takes PDF tickets. */
interface OnRoll {
  /** Width of its roll in millimetres; 80 when left out. Says nothing of other papers. */
  readonly ticketWidth?: '80' | '58'
}

/** What papers are for; each may have a printer of its own. */
export type PrinterUse = 'ticket' | 'paper' | 'card'

export type HallEvent =
  | NewEvent<'HallFounded', { readonly config: HallConfig }>
  | NewEvent<'HallChanged', { readonly config: HallConfig }>
  /** What the hall sets for itself, whole. Rules that came later than the record take their defaults. */
  | NewEvent<'HallRulesSet', { readonly rules: HallRules }>
  /** How queue, screens and voice are run, whole; what came later than the record takes its default. */
  | NewEvent<'HallServiceSet', { readonly service: HallService }>
  /** One printer for tickets and papers; from before each use had its own. */
  | NewEvent<'PrinterChosen', { readonly target: PrinterTarget }>
  | NewEvent<'PrinterAssigned', { readonly use: PrinterUse; readonly target: PrinterTarget }>
  | NewEvent<'LogTailRepaired', { readonly file: string; readonly cutBytes: number; readonly keptCopy: string | null }>

/** The one stream that holds the hall's own description. */
export const HALL_STREAM = 'hall'
