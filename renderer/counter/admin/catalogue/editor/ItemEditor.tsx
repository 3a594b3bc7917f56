import { toNestErrors } from '@hookform/resolvers'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { FormProvider, type Resolver, useForm } from 'react-hook-form'
import type { ItemProblem } from '../../../../../shared/domain/catalogue/itemCheck.ts'
import type { Refusal } from '../../../../../shared/kernel/result.ts'
import { refusalText } from '../../../../texts/index.ts'
import { Button, Dialog, enterMoves, focusFirstInvalid, Notice, toast, useShortcuts } from '../../../../ui/index.ts'
import type { Go } from '../../../desk/state/useGo.ts'
import { usePress } from '../../../desk/state/usePress.ts'
import { freeKey, type TakenKeys } from '../model/blanks.ts'
import { problemShown, refusedPath } from '../model/contentProblems.ts'
import { checkForm } from '../model/fieldErrors.ts'
import type { ItemForm } from '../model/itemForm.ts'
import { K } from '../texts.ts'
import { Basics } from './Basics.tsx'
import { type Path, placeOf } from './fields.tsx'
import { Handling } from './Handling.tsx'
import { Limits } from './Limits.tsx'
import { Materials } from './Materials.tsx'
import { pressInRow } from './RowTools.tsx'
import { Situations } from './Situations.tsx'

export interface ItemEditorProps {
  /** What is typed on from: the draft, the newest version, or a blank. */
  readonly start: ItemForm
  /** Version whose words are in force; a promise whose words differ from it is a new one. */
  readonly inForce: ItemForm
  /** The version it changes; `null`: none. */
  readonly basedOn: number | null
  /** Nobody has saved it yet. */
  readonly fresh: boolean
  readonly problems: readonly ItemProblem[]
  /** Numbers of other items, for a new one. */
  readonly itemIds: readonly string[]
  readonly taken: TakenKeys
  readonly go: Go
  readonly onLeave: () => void
  readonly onSaved: (itemId: string) => void
}

const GROUPS = ['basics', 'limits', 'handling', 'situations', 'materials'] as const
type Group = (typeof GROUPS)[number]

/**
 * One item in one form. What is wrong stands beside its field; rules of content that the draft does not keep yet are
 * listed on top, each a way to its field. Nothing typed is lost by a refusal, and leaving asks.
 */
export function ItemEditor(props: ItemEditorProps) {
  const { start, inForce, basedOn, fresh, itemIds, taken, go, onLeave, onSaved } = props
  const resolver = useMemo<Resolver<ItemForm>>(
    () => (values, _context, options) => {
      const checked = checkForm(values, inForce, fresh ? itemIds : [])
      if (checked.ok) return { values, errors: {} }
      const flat = Object.fromEntries(checked.errors.map(({ path, message }) => [path, { type: 'schema', message }]))
      return { values: {}, errors: toNestErrors(flat, options) }
    },
    [inForce, fresh, itemIds]
  )
  const form = useForm<ItemForm>({ resolver, mode: 'onTouched', shouldFocusError: false, defaultValues: start })
  const { isDirty } = form.formState
  const root = useRef<HTMLFormElement>(null)
  const [problems, setProblems] = useState(props.problems)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [wrong, setWrong] = useState<{ readonly count: number } | null>(null)
  const [leaving, setLeaving] = useState(false)
  const saving = usePress('catalogue.saveDraft')

  useEffect(() => go(placeOf(fresh ? 'id' : 'name')), [go, fresh])
  // The sentences are drawn first, then the hands go to the first of them.
  useEffect(() => {
    if (wrong) focusFirstInvalid(root.current)
  }, [wrong])

  const save = async (): Promise<void> => {
    const checked = checkForm(form.getValues(), inForce, fresh ? itemIds : [])
    if (!checked.ok) return setWrong({ count: checked.errors.length })
    setWrong(null)
    const reply = await saving.press({ item: checked.item })
    if (reply === null) return
    if (!reply.ok) {
      const path = refusedPath(reply.refusal)
      setRefusal(path === null ? reply.refusal : null)
      if (path === null) return
      form.setError(path as Path, { type: 'refused', message: refusalText(reply.refusal) })
      return setWrong({ count: 1 })
    }
    setRefusal(null)
    form.reset(form.getValues())
    setProblems(reply.value.problems)
    const fine = reply.value.problems.length === 0
    toast(fine ? K.saved : K.savedWithProblems, fine ? 'success' : 'warn')
    // A new item has its number now; what is still wrong with it is said on its page too.
    if (fine || fresh) onSaved(checked.item.id)
    else go('item.problem')
  }

  const used = useRef({ materials: [...taken.materials], situations: [...taken.situations] })
  const newKey = (kind: 'materials' | 'situations'): string => {
    const now = form.getValues(kind).map(({ key }) => key)
    const key = freeKey(kind === 'materials' ? 'm' : 's', [...used.current[kind], ...now])
    used.current[kind].push(key)
    return key
  }
  const newOption = (situation: string, options: readonly string[]): string =>
    freeKey('o', [...(taken.options[situation] ?? []), ...options])

  const goToGroup = (group: Group): void =>
    root.current
      ?.querySelector<HTMLElement>(`[data-group="${group}"] :is(input, select, textarea, button:not([data-act]))`)
      ?.focus()
  useShortcuts(K.title, [
    { keys: 'Alt+ArrowUp', label: K.up, run: () => pressInRow('up') },
    { keys: 'Alt+ArrowDown', label: K.down, run: () => pressInRow('down') },
    { keys: 'Alt+Delete', label: K.remove, run: () => pressInRow('remove') }
  ])

  const parts: Readonly<Record<Group, ReactNode>> = {
    basics: <Basics fresh={fresh} />,
    limits: <Limits />,
    handling: <Handling go={go} />,
    situations: <Situations go={go} newKey={() => newKey('situations')} newOption={newOption} />,
    materials: <Materials go={go} newKey={() => newKey('materials')} />
  }
  return (
    <FormProvider {...form}>
      <form
        ref={root}
        className="catEdit"
        aria-label={fresh ? K.writing : K.editing(start.name)}
        onSubmit={form.handleSubmit(save, save)}
        onKeyDown={enterMoves}
        noValidate
      >
        <header className="catEdit__head">
          <h3>{fresh ? K.writing : K.editing(start.name)}</h3>
          {basedOn !== null && <span className="admin__quiet">{K.base(basedOn)}</span>}
          <nav className="catEdit__nav" aria-label={K.toGroup}>
            {GROUPS.map((group, at) => (
              <Button
                key={group}
                size="small"
                tone="quiet"
                kbd={`Ctrl+${at + 1}`}
                kbdGroup={K.toGroup}
                onClick={() => goToGroup(group)}
              >
                {K.groups[group]}
              </Button>
            ))}
          </nav>
        </header>
        {refusal && <Notice tone="danger">{refusalText(refusal)}</Notice>}
        {problems.length > 0 && <Problems problems={problems} start={form.getValues()} go={go} />}
        {GROUPS.map((group) => (
          <section key={group} className={`catEdit__group catEdit__group--${group} ui-panel`} data-group={group}>
            <h4>{K.groups[group]}</h4>
            {group === 'materials' && <p className="admin__quiet">{K.rowKeys}</p>}
            {parts[group]}
          </section>
        ))}
        <footer className="catEdit__foot">
          {wrong && <p role="status">{K.invalid(wrong.count)}</p>}
          <Button
            tone="quiet"
            kbd="Alt+ArrowLeft"
            kbdGroup={K.title}
            onClick={() => (isDirty ? setLeaving(true) : onLeave())}
          >
            {K.leave}
          </Button>
          <Button submit tone="primary" kbd="Ctrl+Enter" kbdGroup={K.title} busy={saving.busy}>
            {K.save}
          </Button>
        </footer>
      </form>
      {leaving && (
        <Dialog
          title={K.leaveTitle}
          onClose={() => setLeaving(false)}
          foot={
            <>
              <Button tone="danger" kbd="2" onClick={onLeave}>
                {K.leaveSure}
              </Button>
              <Button tone="primary" kbd="1" onClick={() => setLeaving(false)}>
                {K.leaveStay}
              </Button>
            </>
          }
        >
          <p>{K.leaveText}</p>
        </Dialog>
      )}
    </FormProvider>
  )
}

interface ProblemsProps {
  readonly problems: readonly ItemProblem[]
  readonly start: ItemForm
  readonly go: Go
}

const Problems = ({ problems, start, go }: ProblemsProps) => (
  <Notice tone="warn" title={K.mustFix}>
    <ul className="catEdit__problems">
      {problems.map((problem, at) => {
        const { sentence, path } = problemShown(problem, start)
        return (
          <li key={`${path} ${sentence}`}>
            <button
              type="button"
              className="catEdit__link"
              data-place={at === 0 ? 'item.problem' : undefined}
              onClick={() => go(placeOf(path))}
            >
              {sentence}
            </button>
          </li>
        )
      })}
    </ul>
  </Notice>
)
