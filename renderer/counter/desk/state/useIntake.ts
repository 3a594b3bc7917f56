import { useRef, useState } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import type { IntakeReply } from '../../../../shared/contract/contract.ts'
import type { ServiceItem } from '../../../../shared/domain/catalogue/serviceItem.ts'
import type { Refusal } from '../../../../shared/kernel/result.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { toast } from '../../../ui/index.ts'
import { begin, type Draft, type Drafts, discard, firstDraft, resume } from '../model/drafts.ts'
import { blankForm, type IntakeForm, isTyped, samePerson } from '../model/intake.ts'
import { returnedForm } from '../model/returned.ts'
import { blankRows, openPlaces, type TickRow } from '../model/ticks.ts'
import { T } from '../texts.ts'
import { answered } from './answered.ts'
import { fullPeople } from './fullPeople.ts'
import type { Go } from './useGo.ts'
import { useLatest } from './useLatest.ts'

/** What came out of the form on the desk. */
export interface Done extends IntakeReply {
  readonly kind: 'acceptanceNotice' | 'oneTimeNotice'
}

export interface Intake {
  readonly form: UseFormReturn<IntakeForm>
  readonly draft: Draft
  readonly aside: readonly Draft[]
  /** Item on its way. */
  readonly itemLoading: boolean
  readonly done: Done | null
  chooseItem(itemId: string): Promise<void>
  /**
   * Takes up a case that waits for supplements: item, people and what was in order are filled in. `sameVisitor`: what is
   * typed already is of this visitor and goes along; otherwise the present form is put aside (`keep`) or dropped.
   */
  continueCase(caseId: string, how: { readonly sameVisitor: boolean; readonly keep: boolean }): Promise<void>
  /** A clean form; `keep` puts the present one aside. */
  startAnew(keep: boolean, ticketNo: string | null): void
  /** The form on the desk is this ticket's after all. */
  adopt(ticketNo: string | null): void
  /** Another matter of the same person. */
  again(): void
  resume(key: number): void
  discard(key: number): void
  finish(done: Done): void
  /** Forms with work in them that no paper has come of: on the desk and beside it. */
  unfinishedCount(): number
}

/** The form on the desk and those beside it. Nothing here is lost by calling, searching or looking at a case. */
export function useIntake(go: Go): Intake {
  const form = useForm<IntakeForm>({ defaultValues: blankForm() })
  const [drafts, setDrafts] = useState<Drafts>(firstDraft)
  const [itemLoading, setItemLoading] = useState(false)
  const [done, setDone] = useState<Done | null>(null)
  const line = useLatest()
  // What was ticked under another item comes back when that item is chosen again.
  const rowsByItem = useRef(new Map<string, TickRow[]>())

  const refuse = (refusal: Refusal): void => {
    toast(refusalText(refusal), 'warn')
  }

  const show = (next: (before: Drafts) => Drafts, filled: IntakeForm): void => {
    rowsByItem.current = new Map()
    setDrafts(next)
    setDone(null)
    form.reset(filled)
  }

  const change = (part: (before: Draft) => Partial<Draft>): void => {
    setDrafts((before) => ({ ...before, current: { ...before.current, ...part(before.current) } }))
  }

  /** What is on the desk and not done with yet. */
  const unfinished = (): IntakeForm => (done ? blankForm() : structuredClone(form.getValues()))

  const fetchItem = async (itemId: string): Promise<ServiceItem | null> => {
    setItemLoading(true)
    const reply = await line.ask(() => answered(ask('catalogue.item', { itemId })))
    if (reply === null) return null
    setItemLoading(false)
    if (reply.ok) return reply.value.item
    refuse(reply.refusal)
    return null
  }

  const chooseItem = async (itemId: string): Promise<void> => {
    const item = await fetchItem(itemId)
    if (item === null) return
    const before = form.getValues()
    if (before.itemId !== '') rowsByItem.current.set(before.itemId, before.ticks)
    if (before.itemId !== itemId) {
      form.setValue('itemId', itemId)
      form.setValue('ticks', rowsByItem.current.get(itemId) ?? blankRows(item))
      form.clearErrors()
      // Another item is another case: the one that was being supplemented is not touched.
      if (before.caseId !== null) form.setValue('caseId', null)
    }
    change(({ returning }) => ({ item, returning: before.itemId === itemId ? returning : null }))
    go('applicant.name')
  }

  const continueCase: Intake['continueCase'] = async (caseId, { sameVisitor, keep }) => {
    const detail = await answered(ask('casework.get', { caseId }))
    if (!detail.ok) return refuse(detail.refusal)
    const item = await fetchItem(detail.value.itemId)
    if (item === null) return
    const people = await fullPeople(detail.value)
    if (!people.ok) return refuse(people.refusal)
    const typed = unfinished()
    const filled = returnedForm(detail.value, item, people.value, sameVisitor ? typed : null)
    show(
      (before) =>
        begin(before, typed, keep && !sameVisitor, {
          ticketNo: before.current.ticketNo,
          item,
          returning: detail.value
        }),
      filled
    )
    toast(T.revealedForContinuing, 'info')
    go(...openPlaces(filled.ticks), 'ticks.0', 'outcome')
  }

  return {
    form,
    draft: drafts.current,
    aside: drafts.aside,
    itemLoading,
    done,
    chooseItem,
    continueCase,
    startAnew(keep, ticketNo) {
      const left = unfinished()
      show((before) => begin(before, left, keep, { ticketNo }), blankForm())
    },
    adopt(ticketNo) {
      change(() => ({ ticketNo }))
    },
    again() {
      const { ticketNo } = drafts.current
      show((before) => begin(before, blankForm(), false, { ticketNo }), samePerson(form.getValues()))
      go('itemId')
    },
    resume(key) {
      const wanted = drafts.aside.find((draft) => draft.key === key)
      if (!wanted) return
      const left = unfinished()
      show((before) => resume(before, left, key), wanted.form)
      go('itemId', 'applicant.name')
    },
    discard(key) {
      setDrafts((before) => discard(before, key))
    },
    finish: setDone,
    unfinishedCount: () => drafts.aside.length + (isTyped(unfinished()) ? 1 : 0)
  }
}
