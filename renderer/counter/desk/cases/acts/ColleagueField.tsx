import { useEffect, useId, useState } from 'react'
import type { Reply } from '../../../../../shared/kernel/result.ts'
import type { Colleague } from '../../../../../shared/projections/views.ts'
import { ask } from '../../../../bridge/linchuang.ts'
import { ROLE, refusalText } from '../../../../texts/index.ts'
import { colleaguesFor } from '../../model/colleagues.ts'
import { Combobox } from '../../parts/Combobox.tsx'
import { answered } from '../../state/answered.ts'
import { C } from '../texts.ts'

export interface ColleagueFieldProps {
  /** Has the matter now and is not offered. */
  readonly ownerId: string
  /** Person id; empty: nobody yet. */
  readonly chosen: string
  readonly error: string | undefined
  /** With an empty id when what was chosen is typed over. */
  readonly onChoose: (personId: string) => void
}

/** Who takes it over: by name, initials or pinyin, with the arrows. */
export function ColleagueField({ ownerId, chosen, error, onChoose }: ColleagueFieldProps) {
  const id = useId()
  const [reply, setReply] = useState<Reply<readonly Colleague[]> | null>(null)
  const [text, setText] = useState('')
  useEffect(() => {
    let gone = false
    const load = async (): Promise<void> => {
      const said = await answered(ask('staff.colleagues', {}))
      if (!gone) setReply(said)
    }
    void load()
    return () => {
      gone = true
    }
  }, [])
  const colleagues = (reply?.ok ? reply.value : []).filter(({ personId }) => personId !== ownerId)
  const there = colleagues.find(({ personId }) => personId === chosen)
  const sentence = reply !== null && !reply.ok ? refusalText(reply.refusal) : error
  const wrong = sentence !== undefined && sentence !== ''
  return (
    <div className="ui-field" data-field="to">
      <span className="ui-field__label">{C.handOverWho}</span>
      <Combobox<Colleague>
        label={C.handOverWho}
        place="act.colleague"
        text={there ? there.name : text}
        onText={(typed) => {
          setText(typed)
          if (chosen !== '') onChoose('')
        }}
        options={colleaguesFor(there ? '' : text, colleagues)}
        keyOf={({ personId }) => personId}
        show={({ name, roles }) => (
          <span className="act__colleague">
            <strong>{name}</strong>
            <span>{roles.map((role) => ROLE[role]).join('、')}</span>
          </span>
        )}
        onChoose={({ personId, name }) => {
          setText(name)
          onChoose(personId)
        }}
        firstIsActive={text.trim() !== '' && !there}
        placeholder={C.handOverHint}
        empty={reply === null ? null : C.handOverNone}
        describedBy={wrong ? `${id}-wrong` : undefined}
        invalid={wrong}
      />
      {wrong && (
        <p className="ui-field__error" id={`${id}-wrong`} aria-live="polite">
          {sentence}
        </p>
      )}
    </div>
  )
}
