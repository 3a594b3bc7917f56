import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import {
  emptyShelf,
  type ItemShelf,
  itemAtVersion,
  itemOn,
  itemStream
} from '../../shared/domain/catalogue/catalogue.ts'
import { decideItem, type ItemCommand } from '../../shared/domain/catalogue/decideItem.ts'
import { differenceTo, previewImport } from '../../shared/domain/catalogue/exchangePreview.ts'
import type { Json } from '../../shared/kernel/messages.ts'
import { type Reply, refuse } from '../../shared/kernel/result.ts'
import { draftProblems, itemListed, itemShelfView, type Looking } from '../../shared/projections/catalogueViews.ts'
import { excelInThread } from '../catalogue/excel.ts'
import { type ExchangeFormat, readItemsFile, writeItemsFile } from '../catalogue/exchangeFiles.ts'
import type { Caller, Handlers } from '../ipc/bindContract.ts'
import { itemLookup } from './itemLookup.ts'
import { metaOf, type Terminal } from './terminal.ts'

type Door = Extract<keyof Handlers, `catalogue.${string}`>

/** Main and its threads are bundled into one folder. */
const EXCEL = excelInThread(path.join(__dirname, 'excel.worker.cjs'))

export function catalogueHandlers(terminal: Terminal, excel = EXCEL): Pick<Handlers, Door> {
  const { desk, executor } = terminal
  const find = itemLookup(terminal)

  const fileOfItems = (format: ExchangeFormat): Promise<Uint8Array | null> =>
    writeItemsFile(
      excel,
      format,
      offeredToday().map(({ item }) => item)
    ).catch(() => null)

  const shelfOf = (itemId: string): ItemShelf => desk.items.get(itemId) ?? emptyShelf(itemId)

  const offeredToday = () => {
    const today = terminal.ambient.today()
    return [...desk.items.values()].flatMap((shelf) => itemOn(shelf, today) ?? [])
  }

  const looking = (caller: Caller): Looking => ({
    today: terminal.ambient.today(),
    calendar: terminal.calendar,
    personId: caller.session?.personId ?? '',
    fourEyes: desk.rules.fourEyes
  })

  function run(itemId: string, caller: Caller, commandId: string, command: ItemCommand): Promise<Reply<Json>> {
    const stream = itemStream(itemId)
    return executor.run({
      lane: stream,
      stream,
      commandId,
      meta: metaOf(terminal, caller),
      decide: () => decideItem(shelfOf(itemId), command),
      expected: () => desk.versionOf(stream) ?? 0
    })
  }

  const personOf = ({ session }: Caller) => ({
    personId: session?.personId ?? '',
    name: session?.name ?? '',
    roles: session?.roles ?? []
  })
  const authorOf = (caller: Caller) => {
    const { personId, name } = personOf(caller)
    return { personId, name }
  }

  async function approve(itemId: string, effectiveFrom: string, caller: Caller, commandId: string) {
    const { today, calendar, fourEyes } = looking(caller)
    const by = personOf(caller)
    const command: ItemCommand = { type: 'approveDraft', effectiveFrom, today, by, fourEyes, calendar }
    return (await run(itemId, caller, commandId, command)) as Reply<{ version: number }>
  }

  return {
    'catalogue.search'(input) {
      const value = find(input.text, input.limit).map(({ shown }) => shown)
      return Promise.resolve({ ok: true, value })
    },

    'catalogue.item'(input) {
      const { itemId, version } = input
      const shelf = shelfOf(itemId)
      const item = version === null ? null : itemAtVersion(shelf, version)
      const kept = version !== null && item ? { version, item } : itemOn(shelf, terminal.ambient.today())
      return Promise.resolve(kept ? { ok: true, value: kept } : refuse('item-unknown'))
    },

    'catalogue.list'(_input, caller) {
      const value = [...desk.items.values()].flatMap((shelf) => itemListed(shelf, looking(caller)) ?? [])
      value.sort((a, b) => (a.itemId < b.itemId ? -1 : 1))
      return Promise.resolve({ ok: true, value })
    },

    'catalogue.get'(input, caller) {
      const shelf = desk.items.get(input.itemId)
      const value = shelf ? itemShelfView(shelf, looking(caller)) : null
      return Promise.resolve(value ? { ok: true, value } : refuse('item-unknown'))
    },

    async 'catalogue.saveDraft'({ item }, caller, commandId) {
      const command = { type: 'saveDraft', item, by: authorOf(caller), source: 'editor' } as const
      const saved = await run(item.id, caller, commandId, command)
      return saved.ok ? { ok: true, value: { problems: draftProblems(shelfOf(item.id), looking(caller)) } } : saved
    },

    async 'catalogue.discardDraft'({ itemId }, caller, commandId) {
      const reply = await run(itemId, caller, commandId, { type: 'discardDraft' })
      return reply.ok ? { ok: true, value: null } : reply
    },

    'catalogue.approve': ({ itemId, effectiveFrom }, caller, commandId) =>
      approve(itemId, effectiveFrom, caller, commandId),

    async 'catalogue.approveMany'({ itemIds, effectiveFrom }, caller, commandId) {
      const distinct = [...new Set(itemIds)]
      const replies = await Promise.all(
        distinct.map(async (itemId) => {
          const reply = await approve(itemId, effectiveFrom, caller, `${commandId}:${itemId}`)
          return { itemId, reply }
        })
      )
      const approved = replies.flatMap(({ itemId, reply }) => (reply.ok ? [{ itemId, ...reply.value }] : []))
      const refused = replies.flatMap(({ itemId, reply }) => (reply.ok ? [] : [{ itemId, refusal: reply.refusal }]))
      return { ok: true, value: { approved, refused } }
    },

    async 'catalogue.withdraw'({ itemId, effectiveTo, reason }, caller, commandId) {
      const today = terminal.ambient.today()
      const reply = await run(itemId, caller, commandId, { type: 'withdrawItem', effectiveTo, today, reason })
      return reply.ok ? { ok: true, value: null } : reply
    },

    async 'catalogue.preview'({ format, bytes }) {
      const read = await readItemsFile(excel, format, bytes).catch(() => null)
      return read ? { ok: true, value: previewImport(desk.items, read) } : refuse('exchange-failed')
    },

    async 'catalogue.import'({ format, bytes }, caller, commandId) {
      const read = await readItemsFile(excel, format, bytes).catch(() => null)
      if (!read) return refuse('exchange-failed')
      if (read.errors.length > 0) return refuse('import-errors', { count: read.errors.length })
      const differing = read.items.filter((item) => differenceTo(desk.items.get(item.id), item) !== null)
      if (differing.length === 0) return refuse('import-nothing')
      const { added, changed, unchanged } = previewImport(desk.items, read)
      const by = authorOf(caller)
      const replies = await Promise.all(
        differing.map((item) =>
          run(item.id, caller, `${commandId}:${item.id}`, { type: 'saveDraft', item, by, source: 'import' })
        )
      )
      const refused = replies.find((reply) => !reply.ok)
      if (refused && !refused.ok) return refused
      return { ok: true, value: { added: added.length, changed: changed.length, unchanged } }
    },

    async 'catalogue.export'({ format }) {
      const value = await fileOfItems(format)
      return value ? { ok: true, value } : refuse('exchange-failed')
    },

    async 'catalogue.exportFile'({ format }) {
      const bytes = await fileOfItems(format)
      if (!bytes) return refuse('exchange-failed')
      const file = path.join(terminal.paperFolder, `事项库-${terminal.ambient.today()}.${format}`)
      try {
        await mkdir(terminal.paperFolder, { recursive: true })
        await writeFile(file, bytes)
      } catch {
        return refuse('export-not-saved')
      }
      return { ok: true, value: { path: file } }
    }
  }
}
