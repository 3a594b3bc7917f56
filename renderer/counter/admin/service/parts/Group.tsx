import type { ReactNode } from 'react'
import { get, useWatch } from 'react-hook-form'
import { defaultHallService } from '../../../../../shared/domain/hall/service.ts'
import { Button, toast } from '../../../../ui/index.ts'
import { valuesOf } from '../model/values.ts'
import { S } from '../texts.ts'
import { lettersOf, type ServicePath, useAround, useErrorAt, useServiceForm } from '../useServiceForm.ts'

export interface GroupProps {
  readonly title: string
  readonly note?: string
  /** The settings that 恢复默认 puts back; none: it is not offered. */
  readonly paths?: readonly ServicePath[]
  /** Of the whole list, where the group is one. */
  readonly errorAt?: ServicePath
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A few settings that belong together. */
export function Group({ title, note, paths = [], errorAt, wide, children }: GroupProps) {
  return (
    <fieldset className={wide === true ? 'service__group service__group--wide' : 'service__group'}>
      <legend>{title}</legend>
      {note !== undefined && <p className="admin__quiet">{note}</p>}
      {errorAt !== undefined && <ListError path={errorAt} />}
      {children}
      {paths.length > 0 && <Restore title={title} paths={paths} />}
    </fieldset>
  )
}

function ListError({ path }: { readonly path: ServicePath }) {
  const error = useErrorAt(path)
  return error === undefined ? null : (
    <p className="ui-field__error" role="alert">
      {error}
    </p>
  )
}

/** Types the defaults in; like everything typed they hold when they are saved. */
function Restore({ title, paths }: { readonly title: string; readonly paths: readonly ServicePath[] }) {
  const { control, setValue } = useServiceForm()
  const { hall } = useAround()
  const standard = valuesOf(defaultHallService(), lettersOf(hall))
  const typed = useWatch({ control, name: paths })
  const same = paths.every((path, i) => JSON.stringify(typed[i]) === JSON.stringify(get(standard, path)))
  const restore = (): void => {
    for (const path of paths) setValue(path, get(standard, path), { shouldDirty: true, shouldValidate: true })
    toast(S.restored, 'info')
  }
  return (
    <div className="service__restore">
      <Button size="small" tone="quiet" disabled={same} aria-label={S.restoreOf(title)} onClick={restore}>
        {S.restore}
      </Button>
    </div>
  )
}
