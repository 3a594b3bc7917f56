import { useEffect, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { KeptDrafts } from '../../../../shared/contract/draftDoors.ts'
import type { ServiceItem } from '../../../../shared/domain/catalogue/serviceItem.ts'
import { liftItem } from '../../../../shared/domain/catalogue/situations.ts'
import type { Refusal, Reply } from '../../../../shared/kernel/result.ts'
import { ask, listen, send } from '../../../bridge/linchuang.ts'
import { clockTime, dateOf, refusalText } from '../../../texts/index.ts'
import { toast } from '../../../ui/index.ts'
import type { Drafts } from '../model/drafts.ts'
import type { IntakeForm } from '../model/intake.ts'
import { AGAIN_MS, type Keeper, keeper } from '../model/keeper.ts'
import { bringBack, type Changes, itemKey, keptOf, withReturning } from '../model/keptDrafts.ts'
import { isEnquiry } from '../model/returned.ts'
import { T } from '../texts.ts'
import { answered } from './answered.ts'

export interface KeptDesk {
  readonly form: UseFormReturn<IntakeForm>
  /** What is on the desk and beside it, newer than what is drawn; `done`: the form on the desk has come to its paper. */
  readonly now: () => { readonly drafts: Drafts; readonly done: boolean }
  /** Puts these forms on the desk and beside it; `filled` is what the fields hold then, `null` leaves them alone. */
  readonly put: (drafts: Drafts, filled: IntakeForm | null) => void
}

/**
 * Keeps the forms of whoever is signed in, as they are typed, and brings back what that person left unfinished. Each
 * change is kept when the hands rest, and at once when a field is left or when what is `shown` is new: a form was laid
 * aside, taken up, thrown away, or its paper is out. `desk` is used as it was given first.
 */
export function useKeptDrafts(desk: KeptDesk, shown: { readonly drafts: unknown; readonly done: unknown }): Keeper {
  const [kept] = useState(() => keepDesk(desk))
  const { form } = desk

  useEffect(() => {
    const now = (): void => void kept.now()
    kept.start()
    const stops = [
      listen('beat', ({ at }) => kept.setClock(at)),
      form.subscribe({ formState: { values: true }, callback: kept.changed }),
      kept.subscribe(sayOnce(kept))
    ]
    document.addEventListener('focusout', now)
    window.addEventListener('pagehide', now)
    return () => {
      kept.stop()
      document.removeEventListener('focusout', now)
      window.removeEventListener('pagehide', now)
      for (const stop of stops) stop()
    }
  }, [kept, form])

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever something lies elsewhere
  useEffect(() => {
    void kept.now()
  }, [kept, shown.drafts, shown.done])

  return kept
}

function keepDesk({ form, now, put }: KeptDesk): Keeper & { setClock(at: string): void } {
  let changes: Changes = new Map()
  // Until the hall's time is there, which is a second at most.
  let clock = new Date().toISOString()
  let back: Promise<Refusal | null> | null = null
  let gone = false

  const bringAllBack = async (): Promise<Refusal | null> => {
    const mine = await answered(ask('drafts.mine', {}))
    if (!mine.ok) return mine.refusal
    const items = await itemsOf(mine.value)
    if (!items.ok) return items.refusal
    const brought = bringBack(now().drafts, form.getValues(), mine.value, items.value)
    changes = brought.changes
    if (mine.value.drafts.length > 0)
      put(brought.drafts, brought.currentAt === null ? null : brought.drafts.current.form)
    if (brought.currentAt !== null) toast(T.broughtBack(timeOf(brought.currentAt, clock)), 'info')
    const { current, aside } = brought.drafts
    for (const {
      key,
      form: { caseId }
    } of [current, ...aside])
      if (caseId !== null) void fetchCase(key, caseId)
    return null
  }

  const fetchCase = async (key: number, caseId: string): Promise<void> => {
    const detail = await answered(ask('casework.get', { caseId }))
    if (gone) return
    if (detail.ok) put(withReturning(now().drafts, form.getValues(), key, detail.value), null)
    else if (detail.refusal.code === 'history-rebuilding') later(() => void fetchCase(key, caseId), AGAIN_MS)
    else toast(refusalText(detail.refusal), 'warn')
  }

  const kept = keeper<KeptDrafts>({
    async ready() {
      back ??= bringAllBack()
      const refusal = await back
      // Asked again next time; what is on the disk is not written over before it has come back.
      if (refusal) back = null
      return refusal
    },
    take() {
      const { drafts, done } = now()
      const keeping = keptOf(drafts, done ? null : form.getValues(), changes, clock)
      changes = keeping.changes
      return { what: keeping.kept, empty: keeping.kept.drafts.length === 0, left: keeping.left }
    },
    send: (what) => answered(send('drafts.keep', what)),
    later
  })
  return {
    ...kept,
    setClock(at) {
      clock = at
    },
    start() {
      gone = false
      kept.start()
    },
    stop() {
      gone = true
      kept.stop()
    }
  }
}

/** Version of the item under which a case was received; `null`: there is no such case, or it was only asked about. */
async function versionOf(caseId: string | null): Promise<number | null> {
  const reply = caseId === null ? null : await answered(ask('casework.get', { caseId }))
  return reply?.ok && !isEnquiry(reply.value) && reply.value.itemVersion > 0 ? reply.value.itemVersion : null
}

/** Items of the forms. What is not on offer any more is left out: there the clerk chooses again. */
async function itemsOf({ drafts }: KeptDrafts): Promise<Reply<ReadonlyMap<string, ServiceItem>>> {
  const items = new Map<string, ServiceItem>()
  for (const { itemId, caseId } of drafts) {
    if (itemId === null || items.has(itemKey(itemId, caseId))) continue
    const reply = await answered(ask('catalogue.item', { itemId, version: await versionOf(caseId) }))
    if (reply.ok) items.set(itemKey(itemId, caseId), liftItem(reply.value.item))
    else if (reply.refusal.code !== 'item-unknown') return reply
    else toast(refusalText(reply.refusal), 'warn')
  }
  return { ok: true, value: items }
}

function later(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms)
  return () => clearTimeout(timer)
}

/** When a form was left: the time, and that it was yesterday. */
const timeOf = (at: string, now: string): string =>
  dateOf(at) === dateOf(now) ? clockTime(at) : T.yesterdayAt(clockTime(at))

/** Says why nothing can be kept when it begins, not at every try. */
function sayOnce(kept: Keeper): () => void {
  let said = false
  return () => {
    const state = kept.state()
    if (state.kind === 'refused' && !said) toast(refusalText(state.refusal), 'warn')
    if (state.kind !== 'changed') said = state.kind === 'refused'
  }
}
