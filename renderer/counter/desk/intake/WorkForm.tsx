import { useDesk } from '../DeskContext.tsx'
import type { Intake } from '../state/useIntake.ts'
import { useIssue } from '../state/useIssue.ts'
import { T } from '../texts.ts'
import { ItemHead } from './ItemHead.tsx'
import { ItemPicker } from './ItemPicker.tsx'
import { Materials } from './Materials.tsx'
import { OutcomeBar } from './OutcomeBar.tsx'
import { People } from './People.tsx'
import { SecondNotice } from './SecondNotice.tsx'

export interface WorkFormProps {
  readonly intake: Intake
  readonly today: string
  readonly onContinue: (caseId: string) => void
}

/** The form of one visitor, from the item to the paper, all in sight at once. */
export function WorkForm({ intake, today, onContinue }: WorkFormProps) {
  const { go } = useDesk()
  const issue = useIssue(intake, today, go)
  const { form, draft } = intake
  return (
    <section className="workForm" aria-label={T.work} data-home="itemId">
      <ItemPicker
        chosen={draft.item?.name ?? null}
        error={form.formState.errors.itemId?.message}
        onChoose={(itemId) => void intake.chooseItem(itemId)}
      />
      {draft.item && <ItemHead item={draft.item} returning={draft.returning} />}
      <div className="workForm__scroll">
        <People key={draft.key} form={form} item={draft.item} today={today} onContinue={onContinue} />
        {draft.item ? (
          <Materials form={form} item={draft.item} returning={draft.returning} />
        ) : (
          <p className="workForm__empty">{intake.itemLoading ? T.itemLoading : T.chooseItemFirst}</p>
        )}
        {issue.second && <SecondNotice form={form} />}
      </div>
      <OutcomeBar form={form} busy={issue.busy} refused={issue.refused} onIssue={() => void issue.issue()} />
    </section>
  )
}
