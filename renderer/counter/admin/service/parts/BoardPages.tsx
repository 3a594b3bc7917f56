import { useFieldArray, useWatch } from 'react-hook-form'
import { PAGE_MOST } from '../../../../../shared/domain/hall/checkService.ts'
import { codePointLength } from '../../../../../shared/domain/people/codePoints.ts'
import { longDate, weekday } from '../../../../texts/index.ts'
import { Field, Select, TextArea, TextInput } from '../../../../ui/index.ts'
import { dayTyped } from '../../../desk/model/dayTyped.ts'
import { freeId } from '../model/values.ts'
import { PAGE_KIND, S } from '../texts.ts'
import { useAround, useErrorAt, useServiceForm } from '../useServiceForm.ts'
import { PagePreview } from './PagePreview.tsx'
import { Rows } from './Rows.tsx'

/** Notices of the hall screen in the order in which they are shown. */
export function BoardPages() {
  const { control, getValues } = useServiceForm()
  const { fields, append, remove, move } = useFieldArray({ control, name: 'board.pages', keyName: 'key' })
  return (
    <Rows
      rows={fields}
      name={(i) => S.page(i + 1)}
      row={(i) => <OnePage index={i} />}
      adding={[
        {
          text: S.addPage,
          run: () =>
            append(
              { id: freeId('p', getValues('board.pages')), kind: 'notice', title: '', text: '', until: '' },
              { shouldFocus: false }
            )
        }
      ]}
      onRemove={remove}
      onMove={move}
      emptyText={S.noPages}
    />
  )
}

const KINDS = Object.entries(PAGE_KIND).map(([value, label]) => ({ value, label }))

function OnePage({ index }: { readonly index: number }) {
  const { control, register } = useServiceForm()
  const { today } = useAround()
  const at = `board.pages.${index}` as const
  const title = useWatch({ control, name: `${at}.title` })
  const text = useWatch({ control, name: `${at}.text` })
  const until = dayTyped(useWatch({ control, name: `${at}.until` }), today)
  const untilHint =
    until === null ? S.pageUntilHint : `${longDate(until)} ${weekday(until)}${until < today ? S.untilOver : ''}`
  return (
    <div className="service__page">
      <div className="service__pageFields">
        <div className="admin__pair">
          <Field label={S.kind}>
            <Select options={KINDS} {...register(`${at}.kind`)} />
          </Field>
          <Field label={S.pageUntil} hint={untilHint} error={useErrorAt(`${at}.until`)}>
            <TextInput {...register(`${at}.until`)} />
          </Field>
        </div>
        <Field
          label={S.title}
          hint={S.count(codePointLength(title.trim()), PAGE_MOST.title)}
          error={useErrorAt(`${at}.title`)}
          required
        >
          <TextInput {...register(`${at}.title`)} />
        </Field>
        <Field
          label={S.text}
          hint={S.count(codePointLength(text.trim()), PAGE_MOST.text)}
          error={useErrorAt(`${at}.text`)}
          required
        >
          <TextArea {...register(`${at}.text`)} />
        </Field>
      </div>
      <PagePreview kind={useWatch({ control, name: `${at}.kind` })} title={title} text={text} />
    </div>
  )
}
