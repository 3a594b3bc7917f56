import { shortDate } from '../../../../texts/index.ts'
import { C } from '../texts.ts'
import { ActDialog, type ActProps } from './ActDialog.tsx'
import { needed, Options, Words } from './fields.tsx'

/** 部门意见 in joint handling; only those who have not said anything yet are listed. */
export function GiveOpinion(props: ActProps) {
  const silent = props.detail.opinions.filter(({ given }) => given === null)
  return (
    <ActDialog
      {...props}
      door="casework.giveOpinion"
      title={C.opinionTitle}
      button={C.opinionButton}
      said={C.opinionSaid}
      start={{ office: silent[0]?.office ?? '', agrees: 'yes', note: '' }}
      check={({ office, agrees, note }) => [
        needed('office', office, C.choiceMissing),
        agrees === 'yes' ? null : needed('note', note)
      ]}
      toInput={({ office, agrees, note }) => ({
        caseId: props.detail.caseId,
        office,
        agrees: agrees === 'yes',
        note: note.trim()
      })}
    >
      {(form) => {
        const agrees = form.watch('agrees') === 'yes'
        return (
          <>
            <Options
              form={form}
              name="office"
              label={C.opinionOffice}
              column
              options={silent.map(({ office, due }) => ({
                value: office,
                label: office,
                hint: C.until(shortDate(due.date))
              }))}
            />
            <Options
              form={form}
              name="agrees"
              label={C.opinionAgrees}
              options={[
                { value: 'yes', label: C.agrees },
                { value: 'no', label: C.disagrees }
              ]}
            />
            <Words form={form} name="note" label={agrees ? C.noteOptional : C.note} required={!agrees} />
          </>
        )
      }}
    </ActDialog>
  )
}

/** 容缺后补: a piece that followed. */
export function ReceiveDeferred(props: ActProps) {
  const awaited = props.detail.deferred.filter(({ receivedOn }) => receivedOn === null)
  return (
    <ActDialog
      {...props}
      door="casework.receiveDeferred"
      title={C.deferredTitle}
      button={C.deferredButton}
      said={C.deferredSaid}
      start={{ materialId: awaited[0]?.materialId ?? '' }}
      check={({ materialId }) => [needed('materialId', materialId, C.choiceMissing)]}
      toInput={({ materialId }) => ({ caseId: props.detail.caseId, materialId })}
    >
      {(form) => (
        <Options
          form={form}
          name="materialId"
          label={C.deferredWhich}
          column
          options={awaited.map(({ materialId, name, due }) => ({
            value: materialId,
            label: name,
            hint: C.until(shortDate(due.date))
          }))}
        />
      )}
    </ActDialog>
  )
}

/** 核查承诺: what was promised in place of a certificate is looked at (国办发〔2020〕42号). */
export function CheckCommitment(props: ActProps) {
  const unchecked = props.detail.commitments.filter(({ checked }) => checked === null)
  return (
    <ActDialog
      {...props}
      door="casework.checkCommitment"
      title={C.checkTitle}
      button={C.checkButton}
      said={C.checkSaid}
      warning={C.checkWarn}
      start={{ materialId: unchecked[0]?.materialId ?? '', kept: 'yes', note: '' }}
      check={({ materialId, kept, note }) => [
        needed('materialId', materialId, C.choiceMissing),
        kept === 'yes' ? null : needed('note', note)
      ]}
      toInput={({ materialId, kept, note }) => ({
        caseId: props.detail.caseId,
        materialId,
        kept: kept === 'yes',
        note: note.trim()
      })}
    >
      {(form) => (
        <>
          <Options
            form={form}
            name="materialId"
            label={C.checkWhich}
            column
            options={unchecked.map(({ materialId, name, checkBy }) => ({
              value: materialId,
              label: name,
              hint: C.checkBy(shortDate(checkBy.date))
            }))}
          />
          <Options
            form={form}
            name="kept"
            label={C.checkResult}
            options={[
              { value: 'yes', label: C.kept },
              { value: 'no', label: C.broken }
            ]}
          />
          {form.watch('kept') === 'yes' ? (
            <Words form={form} name="note" label={C.checkNote} />
          ) : (
            <Words form={form} name="note" label={C.checkNoteBroken} required />
          )}
        </>
      )}
    </ActDialog>
  )
}
