import { useFormContext, useWatch } from 'react-hook-form'
import { Button } from '../../../../ui/index.ts'
import type { Go } from '../../../desk/state/useGo.ts'
import { blankMaterial } from '../model/blanks.ts'
import type { ItemForm } from '../model/itemForm.ts'
import { COMMITMENT_FIELD, MATERIAL_FIELD } from '../names.ts'
import { K } from '../texts.ts'
import { FORM, NECESSITY, SOURCE, WAIVER } from './choices.ts'
import { Choose, LimitOf, Line, ListWrong, placeOf, Tick, Words } from './fields.tsx'
import { RowTools } from './RowTools.tsx'
import { useRows } from './useRows.ts'
import { WhenRules } from './WhenRules.tsx'

export interface MaterialsProps {
  readonly go: Go
  /** A number that no material of this item has had. */
  readonly newKey: () => string
}

/** 材料, in the order of the notice. */
export function Materials({ go, newKey }: MaterialsProps) {
  const { getValues } = useFormContext<ItemForm>()
  const { ids, add, move, remove } = useRows('materials', go)
  return (
    <>
      <ListWrong path="materials" />
      {ids.map((id, at) => (
        <fieldset key={id} className="catEdit__row" data-row>
          <legend>
            <RowName at={at} />
          </legend>
          <RowTools
            row={`materials.${at}`}
            name={K.material(at + 1, '')}
            first={at === 0}
            last={at === ids.length - 1}
            onMove={(by) => move(at, at + by, 'name')}
            onRemove={() => remove(at, K.material(at + 1, getValues(`materials.${at}.name`)), 'name')}
          />
          <Material at={at} go={go} />
        </fieldset>
      ))}
      <Button
        kbd="Alt+M"
        kbdGroup={K.title}
        data-place={placeOf('materials.add')}
        onClick={() => add(blankMaterial(newKey()), 'name')}
      >
        {K.addMaterial}
      </Button>
    </>
  )
}

function RowName({ at }: { readonly at: number }) {
  const { control } = useFormContext<ItemForm>()
  return K.material(at + 1, useWatch({ control, name: `materials.${at}.name` }) ?? '')
}

/** What depends on the necessity or on how the material may be left out is there only then. */
function Material({ at, go }: { readonly at: number; readonly go: Go }) {
  const { control } = useFormContext<ItemForm>()
  const necessity = useWatch({ control, name: `materials.${at}.necessity` })
  const waiver = useWatch({ control, name: `materials.${at}.waiver` })
  const row = `materials.${at}` as const
  return (
    <div className="catEdit__fields">
      <div className="catEdit__wide">
        <Line path={`${row}.name`} label={MATERIAL_FIELD.name} required />
      </div>
      <Line path={`${row}.originalCount`} label={MATERIAL_FIELD.originalCount} numeric required />
      <Line path={`${row}.copyCount`} label={MATERIAL_FIELD.copyCount} numeric required />
      <Choose path={`${row}.necessity`} label={MATERIAL_FIELD.necessity} options={NECESSITY} />
      <Choose path={`${row}.form`} label={MATERIAL_FIELD.form} options={FORM} />
      <Choose path={`${row}.source`} label={MATERIAL_FIELD.source} options={SOURCE} />
      <Choose path={`${row}.waiver`} label={MATERIAL_FIELD.waiver} options={WAIVER} />
      <div className="catEdit__wide">
        <Line path={`${row}.issuer`} label={MATERIAL_FIELD.issuer} hint={K.issuerHint} />
      </div>
      <Tick path={`${row}.originalReturned`} label={MATERIAL_FIELD.originalReturned} />
      {necessity === 'CONDITIONAL' && (
        <div className="catEdit__wide catEdit__part">
          <Line path={`${row}.condition`} label={MATERIAL_FIELD.condition} hint={K.conditionHint} required />
          <WhenRules at={at} go={go} />
        </div>
      )}
      {necessity === 'DEFERRABLE' && (
        <LimitOf path={`${row}.deferLimit`} label={MATERIAL_FIELD.deferLimit} hint={K.deferHint} />
      )}
      {waiver === 'COMMITMENT' && <CommitmentWords at={at} />}
      <div className="catEdit__wide">
        <Line path={`${row}.note`} label={MATERIAL_FIELD.note} hint={K.mayBeEmpty} />
      </div>
    </div>
  )
}

/** 告知承诺 (国办发〔2020〕42号): all three parts, or none. */
function CommitmentWords({ at }: { readonly at: number }) {
  const { control } = useFormContext<ItemForm>()
  const version = useWatch({ control, name: `materials.${at}.commitment.version` })
  const row = `materials.${at}.commitment` as const
  return (
    <fieldset className="catEdit__wide catEdit__list">
      <legend>{MATERIAL_FIELD.commitment}</legend>
      {version > 0 && <p className="admin__quiet">{K.commitmentVersion(version)}</p>}
      <Words path={`${row}.duty`} label={COMMITMENT_FIELD.duty} rows={2} />
      <Words path={`${row}.content`} label={COMMITMENT_FIELD.content} />
      <Words path={`${row}.consequence`} label={COMMITMENT_FIELD.consequence} />
      <LimitOf path={`${row}.checkLimit`} label={COMMITMENT_FIELD.checkLimit} hint={K.checkHint} />
    </fieldset>
  )
}
