import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { type DefaultValues, type FieldValues, get, type Path, type UseFormReturn, useForm } from 'react-hook-form'
import type { CommandName, InputOf, ValueOf } from '../../../../../shared/contract/contract.ts'
import type { Refusal, Reply } from '../../../../../shared/kernel/result.ts'
import type { CaseDetail } from '../../../../../shared/projections/views.ts'
import { refusalText } from '../../../../texts/index.ts'
import { Button, Dialog, enterMoves, Notice, toast } from '../../../../ui/index.ts'
import { placeOfRefusal } from '../../model/caseActs.ts'
import { usePress } from '../../state/usePress.ts'

/** What was typed for an act and not sent, by door: closing a dialog by mistake must not cost a page of reasons. */
export type KeptActs = Map<CommandName, FieldValues>

/** What every act of the case page is given. */
export interface ActProps {
  readonly detail: CaseDetail
  readonly kept: KeptActs
  readonly onClose: () => void
  /** It went through; with the paper that came of it, if one did. */
  readonly onDone: (docId: string | null) => void
}

export interface Wrong<F extends FieldValues> {
  readonly place: Path<F>
  readonly text: string
}

export interface ActDialogProps<K extends CommandName, F extends FieldValues> extends Omit<ActProps, 'detail'> {
  readonly door: K
  readonly title: string
  readonly button: string
  readonly danger?: boolean
  /** What it means, read before it is done. */
  readonly warning?: string
  /** What was said when it went through. */
  readonly said: string | ((value: ValueOf<K>) => string)
  /** What came back, before the dialog goes. */
  readonly onValue?: (value: ValueOf<K>) => void
  readonly start: F
  /** What the screen sees by itself; main checks everything again. */
  readonly check?: (typed: F) => readonly (Wrong<F> | null)[]
  /** A promise, where something has to be asked for first. */
  readonly toInput: (typed: F) => InputOf<K> | Promise<Reply<InputOf<K>>>
  /** Names of fields that the form calls otherwise than the door. */
  readonly places?: Readonly<Record<string, string>>
  readonly children?: (form: UseFormReturn<F>) => ReactNode
}

/**
 * One act on a case: a few fields and one button. A refusal stands beside its field or on top, and nothing that was
 * typed is lost by it.
 */
export function ActDialog<K extends CommandName, F extends FieldValues>(props: ActDialogProps<K, F>) {
  const { door, title, button, warning, start, kept, check, toInput, places, children, onClose, onDone } = props
  const id = useId()
  const element = useRef<HTMLFormElement>(null)
  const press = usePress(door)
  const form = useForm<F>({ defaultValues: { ...start, ...kept.get(door) } as DefaultValues<F> })
  const [onTop, setOnTop] = useState<string | null>(null)
  const [stops, setStops] = useState(0)
  const [preparing, setPreparing] = useState(false)
  const sent = useRef(false)

  useEffect(
    () => () => {
      if (sent.current) kept.delete(door)
      else kept.set(door, withoutPassword(form.getValues()))
    },
    [kept, door, form]
  )
  useEffect(() => {
    if (stops > 0) focusWrong(element.current)
  }, [stops])
  useEffect(() => {
    if (onTop !== null) element.current?.scrollIntoView({ block: 'start' })
  }, [onTop])

  const stop = (wrong: readonly Wrong<F>[]): void => {
    for (const { place, text } of wrong) form.setError(place, { type: 'stop', message: text })
    setStops((before) => before + 1)
  }

  const refuse = (refusal: Refusal): void => {
    const sentence = refusalText(refusal)
    const there = Object.keys(flat(form.getValues()))
    const place = placeOfRefusal(refusal, there, places)
    if (place === null || !isShown(element.current, place)) setOnTop(sentence)
    else stop([{ place: place as Path<F>, text: sentence }])
  }

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (preparing) return
    form.clearErrors()
    setOnTop(null)
    const typed = form.getValues()
    const wrong = (check?.(typed) ?? []).filter((one) => one !== null)
    if (wrong.length > 0) return stop(wrong)
    const input = await prepared(typed)
    if (!input.ok) return refuse(input.refusal)
    const reply = await press.press(input.value)
    if (reply === null) return
    if (!reply.ok) return refuse(reply.refusal)
    sent.current = true
    toast(typeof props.said === 'string' ? props.said : props.said(reply.value))
    props.onValue?.(reply.value)
    onDone(docIdIn(reply.value))
  }

  const prepared = async (typed: F): Promise<Reply<InputOf<K>>> => {
    const input = toInput(typed)
    if (!(input instanceof Promise)) return { ok: true, value: input }
    setPreparing(true)
    const reply = await input
    setPreparing(false)
    return reply
  }

  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <Button
          submit
          form={id}
          tone={props.danger === true ? 'danger' : 'primary'}
          kbd="Ctrl+Enter"
          busy={press.busy || preparing}
        >
          {button}
        </Button>
      }
    >
      <form
        id={id}
        ref={element}
        className="act"
        noValidate
        onKeyDown={enterMoves}
        onSubmit={(event) => void submit(event)}
      >
        {onTop !== null && <Notice tone="warn">{onTop}</Notice>}
        {warning !== undefined && <p className="act__warning">{warning}</p>}
        {children?.(form)}
      </form>
    </Dialog>
  )
}

/** Fields by their whole name: `{ agent: { name } }` has the place `agent.name`. */
function flat(values: FieldValues, at = ''): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([key, value]): [string, unknown][] =>
      typeof value === 'object' && value !== null
        ? Object.entries(flat(value as FieldValues, `${at}${key}.`))
        : [[`${at}${key}`, get(values, key)]]
    )
  )
}

const isShown = (root: HTMLElement | null, place: string): boolean =>
  root?.querySelector(`[name="${CSS.escape(place)}"], [data-field="${CSS.escape(place)}"]`) !== null

/** The first field with a sentence beside it, also one of a group. */
function focusWrong(root: HTMLElement | null): void {
  root?.querySelector<HTMLElement>('[aria-invalid="true"], fieldset[aria-describedby] input:checked')?.focus()
}

/** A lead's password is not kept for the next opening. */
const withoutPassword = (values: FieldValues): FieldValues =>
  'password' in values ? { ...values, password: '' } : values

const docIdIn = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'docId' in value && typeof value.docId === 'string'
    ? value.docId
    : null
