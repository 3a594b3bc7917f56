import { useRef, useState } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import type { IntakeReply } from '../../../../shared/contract/contract.ts'
import type { ServiceItem } from '../../../../shared/domain/catalogue/serviceItem.ts'
import { liftItem } from '../../../../shared/domain/catalogue/situations.ts'
import type { Refusal } from '../../../../shared/kernel/result.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { toast } from '../../../ui/index.ts'
import { begin, type Draft, type Drafts, discard, firstDraft, resume } from '../model/drafts.ts'
import { blankForm, type IntakeForm, isTyped, samePerson } from '../model/intake.ts'
import type { Keeper } from '../model/keeper.ts'
import { placesAfterItem } from '../model/places.ts'
import { isEnquiry, returnedForm } from '../model/returned.ts'
import { blankRows } from '../model/ticks.ts'
import { T } from '../texts.ts'
import { answered } from './answered.ts'
import { fullPeople } from './fullPeople.ts'
import type { Go } from './useGo.ts'
import { useKeptDrafts } from './useKeptDrafts.ts'
import { useLatest } from './useLatest.ts'
import { useLive } from './useLive.ts'

/** What came out of the form on the desk. */
export type Done = IntakeReply

export interface Intake {
  readonly form: UseFormReturn<IntakeForm>
  readonly draft: Draft
  readonly aside: readonly Draft[]
  /** Item on its way. */
  readonly itemLoading: boolean
  readonly done: Done | null
  chooseItem(itemId: string): Promise<void>
  /** Somebody asks about a matter in no catalogue. */
  askAbout(topic: string): void
  /**
   * Takes up an enquiry, or a case that is not accepted yet: item, answers, people and what was in order are filled in.
   * `sameVisitor`: what is typed already is of this visitor and goes along; otherwise the present form is put aside
   * (`keep`) or dropped.
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
  /** Keeps those forms on the disk as they are typed. */
  readonly keeper: Keeper
}

/** The form on the desk and those beside it. Nothing here is lost by calling, searching or looking at a case. */
export function useIntake(go: Go): Intake {
  const form = useForm<IntakeForm>({ defaultValues: blankForm() })
  const [drafts, setDrafts, draftsNow] = useLive<Drafts>(firstDraft)
  const [itemLoading, setItemLoading] = useState(false)
  const [done, setDone, doneNow] = useLive<Done | null>(null)
  const line = useLatest()
  // What was answered and ticked under another item comes back when that item is chosen again.
  const marksByItem = useRef(new Map<string, Pick<IntakeForm, 'answers' | 'ticks'>>())

  const refuse = (refusal: Refusal): void => {
    toast(refusalText(refusal), 'warn')
  }

  const show = (next: (before: Drafts) => Drafts, filled: IntakeForm): void => {
    marksByItem.current = new Map()
    setDrafts(next)
    setDone(() => null)
    form.reset(filled)
  }

  const keeper = useKeptDrafts(
    {
      form,
      now: () => ({ drafts: draftsNow(), done: doneNow() !== null }),
      put(next, filled) {
        if (filled) show(() => next, filled)
        else setDrafts(() => next)
      }
    },
    { drafts, done }
  )

  const change = (part: (before: Draft) => Partial<Draft>): void => {
    setDrafts((before) => ({ ...before, current: { ...before.current, ...part(before.current) } }))
  }

  /** What is on the desk and not done with yet. */
  const unfinished = (): IntakeForm => (done ? blankForm() : structuredClone(form.getValues()))

  /** `version`: the one a case was received under. */
  const fetchItem = async (itemId: string, version: number | null = null): Promise<ServiceItem | null> => {
    setItemLoading(true)
    const reply = await line.ask(() => answered(ask('catalogue.item', { itemId, version })))
    if (reply === null) return null
    setItemLoading(false)
    if (reply.ok) return liftItem(reply.value.item)
    refuse(reply.refusal)
    return null
  }

  const chooseItem = async (itemId: string): Promise<void> => {
    const item = await fetchItem(itemId)
    if (item === null) return
    const before = form.getValues()
    if (before.itemId !== '') leaveItem(before)
    if (before.itemId !== itemId) {
      const marks = marksByItem.current.get(itemId) ?? { answers: {}, ticks: blankRows(item) }
      form.setValue('itemId', itemId)
      form.setValue('answers', marks.answers)
      form.setValue('ticks', marks.ticks)
      form.clearErrors()
      // Another item is another case: the one that was being supplemented is not touched. What was asked about before
      // any item was known is the same matter still.
      if (before.caseId !== null && !before.asking) form.setValue('caseId', null)
      form.setValue('asking', false)
    }
    const same = before.itemId === itemId || before.asking
    change(({ returning }) => ({ item, returning: same ? returning : null }))
    go(...placesAfterItem(item, form.getValues()))
  }

  const leaveItem = ({ itemId, answers, ticks }: IntakeForm): void => {
    marksByItem.current.set(itemId, { answers, ticks })
  }

  const askAbout = (topic: string): void => {
    line.cancel()
    setItemLoading(false)
    const before = form.getValues()
    if (before.itemId !== '') {
      leaveItem(before)
      form.setValue('caseId', null)
    }
    form.setValue('itemId', '')
    form.setValue('answers', {})
    form.setValue('ticks', [])
    form.setValue('asking', true)
    form.setValue('topic', topic)
    form.clearErrors()
    change(({ returning }) => ({ item: null, returning: before.itemId === '' ? returning : null }))
    go('applicant.name')
  }

  const continueCase: Intake['continueCase'] = async (caseId, { sameVisitor, keep }) => {
    const detail = await answered(ask('casework.get', { caseId }))
    if (!detail.ok) return refuse(detail.refusal)
    // Of a matter in no catalogue only what was asked is known.
    const { itemId } = detail.value
    // A question becomes a case under today's list; a case that was received keeps its own.
    const version = isEnquiry(detail.value) ? null : detail.value.itemVersion
    const item = itemId === '' ? null : await fetchItem(itemId, version)
    if (item === null && itemId !== '') return
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
    if (people.value.looked) toast(T.revealedForContinuing, 'info')
    go(...(item ? placesAfterItem(item, filled) : ['itemId']))
  }

  return {
    form,
    draft: drafts.current,
    aside: drafts.aside,
    itemLoading,
    done,
    chooseItem,
    askAbout,
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
    finish: (paper) => setDone(() => paper),
    keeper,
    unfinishedCount: () => drafts.aside.length + (isTyped(unfinished()) ? 1 : 0)
  }
}
