import path from 'node:path'
import type { InputOf } from '../../shared/contract/contract.ts'
import type { ListPreview } from '../../shared/contract/outreachDoors.ts'
import type { HallConfig } from '../../shared/domain/hall/hall.ts'
import { printerName } from '../../shared/domain/hall/printers.ts'
import { type BatchOrigin, type BatchPart, cardsPerSheet } from '../../shared/domain/outreach/batch.ts'
import { cardFacts, versionToday } from '../../shared/domain/outreach/cardFacts.ts'
import { cardTooFull, contactCardPaper, gridForCards } from '../../shared/domain/outreach/cardPaper.ts'
import { cardNumber, type Household, registerStream } from '../../shared/domain/outreach/cards.ts'
import type { GridCommand } from '../../shared/domain/outreach/decideGrid.ts'
import { type NamedGrid, type ReadHouseholds, readHouseholds } from '../../shared/domain/outreach/households.ts'
import { glyphsFor } from '../../shared/domain/printing/glyphs.ts'
import { TEMPLATE } from '../../shared/domain/printing/printing.ts'
import { type Reply, refuse } from '../../shared/kernel/result.ts'
import {
  batchesShown,
  cardsRegistered,
  gridShown,
  gridsListed,
  outdatedHolders
} from '../../shared/projections/outreachViews.ts'
import { excelInThread } from '../catalogue/excel.ts'
import type { Caller, Handlers } from '../ipc/bindContract.ts'
import { runBatch, runGrid } from '../outreach/cardRun.ts'
import { saveListTemplate } from '../outreach/templateFile.ts'
import { hallOf, metaOf, type Terminal } from './terminal.ts'

type Door = Extract<keyof Handlers, `grid.${string}` | `cards.${string}`>

/** Main and its threads are bundled into one folder. */
const LISTS = excelInThread(path.join(__dirname, 'households.worker.cjs'))

/** What a batch is to be made of. */
interface Wanted {
  readonly origin: BatchOrigin
  readonly parts: readonly BatchPart[]
  /** In the order of printing; empty for stock. */
  readonly households: readonly Household[]
}

export function outreachHandlers(terminal: Terminal, excel = LISTS): Pick<Handlers, Door> {
  const { desk, ambient, cardLists } = terminal

  const onGrid = async (
    gridId: string,
    caller: Caller,
    commandId: string,
    command: () => GridCommand
  ): Promise<Reply<null>> => {
    const reply = await runGrid(terminal, gridId, commandId, metaOf(terminal, caller), command)
    return reply.ok ? { ok: true, value: null } : reply
  }

  /** Active grids by the names that lists give them. */
  const namedGrids = (hall: HallConfig): readonly NamedGrid[] =>
    gridsListed(desk, hall, ambient.today()).filter(({ status }) => status === 'active')

  async function readList(hall: HallConfig, bytes: Uint8Array): Promise<ReadHouseholds | null> {
    const sheets = await excel.read(bytes).catch(() => null)
    return sheets && readHouseholds(sheets, namedGrids(hall))
  }

  async function wanted(
    hall: HallConfig,
    source: InputOf<'cards.start'>['source']
  ): Promise<{ readonly ok: true; readonly value: Wanted } | ReturnType<typeof refuse>> {
    switch (source.from) {
      case 'stock':
        return { ok: true, value: { origin: 'stock', parts: source.parts, households: [] } }
      case 'outdated': {
        const today = ambient.today()
        const due = [...new Set(source.gridIds)].flatMap((gridId) => {
          const grid = desk.grids.get(gridId)
          if (grid?.status !== 'active') return []
          // Stock is printed anew as stock, not one card for one.
          return outdatedHolders(desk, hall, grid, today).flatMap(({ household }) =>
            household === null ? [] : [{ gridId, household }]
          )
        })
        return { ok: true, value: ofHouseholds('outdated', due) }
      }
      case 'list': {
        const read = await readList(hall, source.bytes)
        if (!read) return refuse('list-unreadable')
        if (read.errors.length > 0) return refuse('list-errors', { count: read.errors.length })
        return { ok: true, value: ofHouseholds('households', read.households) }
      }
    }
  }

  return {
    'grid.list'() {
      const hall = hallOf(terminal)
      return Promise.resolve(hall.ok ? { ok: true, value: gridsListed(desk, hall.value, ambient.today()) } : hall)
    },

    'grid.get'({ gridId }) {
      const hall = hallOf(terminal)
      if (!hall.ok) return Promise.resolve(hall)
      const value = gridShown(desk, hall.value, gridId, ambient.today())
      return Promise.resolve(value ? { ok: true, value } : refuse('grid-unknown'))
    },

    async 'grid.register'({ gridId: named, ...described }, caller, commandId) {
      const hall = hallOf(terminal)
      if (!hall.ok) return hall
      if (named !== null && !hall.value.grids.some(({ id }) => id === named)) return refuse('grid-unknown')
      // Made from the press: pressed again it is the same grid.
      const gridId = named ?? commandId
      const reply = await runGrid(terminal, gridId, commandId, metaOf(terminal, caller), () => ({
        type: 'registerGrid',
        ...described,
        gridId,
        today: ambient.today(),
        hall: hall.value,
        taken: [...desk.grids.values()].flatMap((grid) => (grid.status === 'none' ? [] : [grid.code]))
      }))
      return reply as Reply<{ gridId: string; code: string }>
    },

    async 'grid.change'({ gridId, ...described }, caller, commandId) {
      const hall = hallOf(terminal)
      if (!hall.ok) return hall
      return onGrid(gridId, caller, commandId, () => ({ type: 'changeGrid', ...described, hall: hall.value }))
    },

    'grid.close': ({ gridId, on }, caller, commandId) =>
      onGrid(gridId, caller, commandId, () => ({ type: 'closeGrid', on })),

    async 'grid.assign'({ gridId, ...assigned }, caller, commandId) {
      const reply = await runGrid(terminal, gridId, commandId, metaOf(terminal, caller), () => ({
        type: 'assignStaff',
        ...assigned,
        assignmentId: commandId
      }))
      return reply as Reply<{ assignmentId: string }>
    },

    async 'grid.changeStaff'({ gridId, assignmentId, everywhere, ...person }, caller, commandId) {
      const here = desk.grids.get(gridId)
      const was = here && here.status !== 'none' && here.assignments.find((one) => one.assignmentId === assignmentId)
      const reply = await onGrid(gridId, caller, commandId, () => ({ type: 'changeStaff', assignmentId, ...person }))
      if (!reply.ok) return reply
      if (!everywhere || !was) return { ok: true, value: { grids: 1 } }
      const others = [...desk.grids.values()].flatMap((grid) =>
        grid.status === 'active'
          ? grid.assignments
              .filter((one) => one.assignmentId !== assignmentId && one.until === null)
              .filter(({ name, phone }) => name === was.name && phone === was.phone)
              .map((one) => ({ gridId: grid.gridId, one }))
          : []
      )
      const replies = await Promise.all(
        others.map(({ gridId: other, one }) =>
          // The duty is another one in another grid; name and phone are the person's.
          onGrid(other, caller, `${commandId}:${one.assignmentId}`, () => ({
            type: 'changeStaff',
            assignmentId: one.assignmentId,
            name: person.name,
            phone: person.phone,
            duty: one.duty
          }))
        )
      )
      const refused = replies.find((each) => !each.ok)
      if (refused && !refused.ok) return refused
      return { ok: true, value: { grids: new Set([gridId, ...others.map((each) => each.gridId)]).size } }
    },

    'grid.endStaff': ({ gridId, assignmentId, on }, caller, commandId) =>
      onGrid(gridId, caller, commandId, () => ({ type: 'endStaff', assignmentId, on })),

    'grid.choosePrimary': ({ gridId, assignmentId, from }, caller, commandId) =>
      onGrid(gridId, caller, commandId, () => ({ type: 'choosePrimary', assignmentId, from })),

    async 'cards.preview'({ gridId, format, bleed }) {
      const hall = hallOf(terminal)
      if (!hall.ok) return hall
      const grid = desk.grids.get(gridId)
      if (!grid || grid.status === 'none') return refuse('grid-unknown')
      const today = ambient.today()
      const facts = cardFacts(hall.value, grid, today)
      const year = today.slice(0, 4)
      const next = (desk.cardSerials.get(year) ?? 0) + 1
      const cards = Array.from({ length: cardsPerSheet(format) }, (_, i) => ({
        cardNo: cardNumber(year, hall.value.terminal, next + i),
        household: null
      }))
      const { version } = versionToday(grid, facts)
      const paper = contactCardPaper({ facts, version, format, bleed, cards, issuedOn: today })
      const tooFull = cardTooFull(paper)
      if (tooFull) return { ok: false, refusal: tooFull }
      const glyphs = glyphsFor(desk.glyphs, null, paper)
      const rendered = await terminal.renderPdf(paper, { reprint: 0, template: TEMPLATE, glyphs })
      if (rendered.ok) return { ok: true, value: rendered.document }
      return rendered.failure === 'missing-glyph'
        ? refuse('missing-glyph', { characters: rendered.characters ?? [] })
        : refuse('pdf-failed')
    },

    async 'cards.readList'({ bytes }) {
      const hall = hallOf(terminal)
      if (!hall.ok) return hall
      const read = await readList(hall.value, bytes)
      if (!read) return refuse('list-unreadable')
      const names = new Map(namedGrids(hall.value).map((grid) => [grid.gridId, `${grid.siteName} ${grid.name}`]))
      const grids = partsOf(read.households).map(({ gridId, cards }) => ({
        name: names.get(gridId) ?? '',
        households: cards
      }))
      const value: ListPreview = { households: read.households.length, grids, errors: read.errors }
      return { ok: true, value }
    },

    'cards.listTemplate': () => saveListTemplate(terminal.paperFolder, excel),

    async 'cards.start'({ format, bleed, source }, caller, commandId) {
      const hall = hallOf(terminal)
      if (!hall.ok) return hall
      const batchId = commandId
      if (desk.batches.has(batchId)) return { ok: true, value: { batchId } }
      const made = await wanted(hall.value, source)
      if (!made.ok) return made
      const { origin, parts, households } = made.value
      for (const { gridId } of parts) {
        const found = gridForCards(desk.grids.get(gridId), ambient.today())
        if (!found.ok) return found
      }
      if (households.length > 0) {
        const kept = await cardLists.keep(batchId, households)
        if (!kept.ok) return kept
      }
      const reply = await runBatch(terminal, batchId, commandId, metaOf(terminal, caller), {
        type: 'startBatch',
        batchId,
        format,
        bleed,
        printer: printerName(desk.printers.card),
        origin,
        parts,
        by: caller.session?.name ?? ''
      })
      // An answer that was lost may be a batch that has begun.
      if (!reply.ok && reply.refusal.code !== 'log-unknown') cardLists.remove(batchId)
      return reply as Reply<{ batchId: string }>
    },

    async 'cards.pause'({ batchId }, caller, commandId) {
      const command = { type: 'pauseBatch', reason: 'asked' } as const
      const reply = await runBatch(terminal, batchId, commandId, metaOf(terminal, caller), command)
      return reply.ok ? { ok: true, value: null } : reply
    },

    async 'cards.resume'({ batchId }, caller, commandId) {
      const reply = await runBatch(terminal, batchId, commandId, metaOf(terminal, caller), { type: 'resumeBatch' })
      return reply.ok ? { ok: true, value: null } : reply
    },

    async 'cards.cancel'({ batchId }, caller, commandId) {
      const reply = await runBatch(terminal, batchId, commandId, metaOf(terminal, caller), { type: 'cancelBatch' })
      return reply.ok ? { ok: true, value: null } : reply
    },

    'cards.batches': () => Promise.resolve({ ok: true, value: batchesShown(desk) }),

    async 'cards.register'({ gridId, year }) {
      const records = await terminal.store.eventsOf(registerStream(gridId, year))
      return { ok: true, value: cardsRegistered(records) }
    }
  }
}

interface OfGrid {
  readonly gridId: string
  readonly household: Household
}

/** Grid after grid, as the list has them. */
function partsOf(households: readonly OfGrid[]): readonly BatchPart[] {
  const parts = new Map<string, number>()
  for (const { gridId } of households) parts.set(gridId, (parts.get(gridId) ?? 0) + 1)
  return [...parts].map(([gridId, cards]) => ({ gridId, cards }))
}

function ofHouseholds(origin: BatchOrigin, all: readonly OfGrid[]): Wanted {
  const parts = partsOf(all)
  const households = parts.flatMap(({ gridId }) =>
    all.filter((one) => one.gridId === gridId).map(({ household }) => household)
  )
  return { origin, parts, households }
}
