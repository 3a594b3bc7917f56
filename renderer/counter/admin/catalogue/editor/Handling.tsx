import { useFormContext, useWatch } from 'react-hook-form'
import { Button } from '../../../../ui/index.ts'
import type { Go } from '../../../desk/state/useGo.ts'
import { type ItemForm, limitForm } from '../model/itemForm.ts'
import { ITEM_FIELD } from '../names.ts'
import { K } from '../texts.ts'
import { CASE_TYPE, DECIDER, PROCEDURE, STAGE } from './choices.ts'
import { Choose, LimitOf, Line, ListWrong, placeOf, Tick, Ticks } from './fields.tsx'
import { RowTools } from './RowTools.tsx'
import { useRows } from './useRows.ts'

/** 办理: who handles it, in which steps, and whether somebody else may come. */
export function Handling({ go }: { readonly go: Go }) {
  const { control } = useFormContext<ItemForm>()
  const caseType = useWatch({ control, name: 'caseType' })
  return (
    <>
      <Choose path="caseType" label={ITEM_FIELD.caseType} options={CASE_TYPE} />
      <Line path="handlingOffice" label={ITEM_FIELD.handlingOffice} required />
      <Choose path="decisionAuthority" label={ITEM_FIELD.decisionAuthority} options={DECIDER} />
      {caseType === 'ESCALATED' && <Line path="upperAuthority" label={ITEM_FIELD.upperAuthority} hint={K.mayBeEmpty} />}
      {caseType === 'JOINT' && <JointOffices go={go} />}
      <Stages go={go} />
      <Ticks
        path="excludedProcedures"
        label={ITEM_FIELD.excludedProcedures}
        hint={K.proceduresHint}
        options={PROCEDURE}
      />
      <LimitOf path="publicity" label={ITEM_FIELD.publicity} hint={K.publicityHint} />
      <Tick path="agentAllowed" label={ITEM_FIELD.agentAllowed} />
      <Line path="mustAppearInPerson" label={ITEM_FIELD.mustAppearInPerson} hint={K.presenceHint} />
      <Tick path="doorToDoorAllowed" label={ITEM_FIELD.doorToDoorAllowed} />
      <Line path="crossRegion" label={ITEM_FIELD.crossRegion} hint={K.mayBeEmpty} />
      <Tick path="fee.charged" label={K.feeCharged} />
      <Line path="fee.note" label={K.feeNote} hint={K.mayBeEmpty} />
    </>
  )
}

function Stages({ go }: { readonly go: Go }) {
  const { ids, add, move, remove } = useRows('stages', go)
  return (
    <fieldset className="catEdit__list">
      <legend>{ITEM_FIELD.stages}</legend>
      <ListWrong path="stages" />
      {ids.map((id, at) => (
        <div key={id} className="catEdit__short" data-row>
          <Choose path={`stages.${at}.code`} label={K.stage(at + 1)} options={STAGE} />
          <RowTools
            row={`stages.${at}`}
            name={K.stage(at + 1)}
            first={at === 0}
            last={at === ids.length - 1}
            onMove={(by) => move(at, at + by, 'code')}
            onRemove={() => remove(at, K.stage(at + 1), 'code')}
          />
        </div>
      ))}
      <Button size="small" data-place={placeOf('stages.add')} onClick={() => add({ code: 'REVIEW' }, 'code')}>
        {K.addStage}
      </Button>
    </fieldset>
  )
}

function JointOffices({ go }: { readonly go: Go }) {
  const { ids, add, move, remove } = useRows('jointOffices', go)
  return (
    <fieldset className="catEdit__list">
      <legend>{ITEM_FIELD.jointOffices}</legend>
      <ListWrong path="jointOffices" />
      {ids.map((id, at) => (
        <div key={id} className="catEdit__short" data-row>
          <Line path={`jointOffices.${at}.office`} label={K.joint(at + 1)} required />
          <LimitOf path={`jointOffices.${at}.limit`} label={K.jointLimit} required />
          <RowTools
            row={`jointOffices.${at}`}
            name={K.joint(at + 1)}
            first={at === 0}
            last={at === ids.length - 1}
            onMove={(by) => move(at, at + by, 'office')}
            onRemove={() => remove(at, K.joint(at + 1), 'office')}
          />
        </div>
      ))}
      <Button
        size="small"
        data-place={placeOf('jointOffices.add')}
        onClick={() => add({ office: '', limit: limitForm() }, 'office')}
      >
        {K.addJoint}
      </Button>
    </fieldset>
  )
}
