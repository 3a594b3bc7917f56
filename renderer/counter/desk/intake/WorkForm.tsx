import { useWatch } from 'react-hook-form'
import { useDesk } from '../DeskContext.tsx'
import type { Intake } from '../state/useIntake.ts'
import { useIssue } from '../state/useIssue.ts'
import { useNumber, useOpenCases } from '../state/useOpenCases.ts'
import { T } from '../texts.ts'
import { AskCard } from './AskCard.tsx'
import { FormField } from './FormField.tsx'
import { ItemHead } from './ItemHead.tsx'
import { ItemPicker } from './ItemPicker.tsx'
import { Materials } from './Materials.tsx'
import { OtherDialog } from './OtherDialog.tsx'
import { OutcomeBar } from './OutcomeBar.tsx'
import { People } from './People.tsx'
import { SecondNotice } from './SecondNotice.tsx'
import { Situations } from './Situations.tsx'
import { I } from './texts.ts'

export interface WorkFormProps {
  readonly intake: Intake
  readonly today: string
  readonly onContinue: (caseId: string) => void
}

/** The form of one visitor, from the item to the paper, all in sight at once. */
export function WorkForm({ intake, today, onContinue }: WorkFormProps) {
  const { go } = useDesk()
  const { form, draft } = intake
  const { item } = draft
  const [caseId, asking, topic, answerText, answers, hasProxy, ticks] = useWatch({
    control: form.control,
    name: ['caseId', 'asking', 'topic', 'answerText', 'answers', 'hasProxy', 'ticks']
  })
  const issue = useIssue(intake, { caseId, asking, answerText, answers, hasProxy, ticks }, today, go)
  const number = useNumber(form, today)
  const open = useOpenCases(form, number)
  const { outcome } = issue
  return (
    <section className="workForm" aria-label={T.work} data-home="itemId">
      <ItemPicker
        chosen={item?.name ?? (asking ? I.asking(topic) : null)}
        error={form.formState.errors.itemId?.message}
        onChoose={(itemId) => void intake.chooseItem(itemId)}
        onAsk={intake.askAbout}
      />
      {item && <ItemHead item={item} returning={draft.returning} />}
      <div className="workForm__scroll">
        {item && <Situations key={`${draft.key}-${item.id}`} form={form} item={item} />}
        <People key={draft.key} form={form} item={item} today={today} open={open} onContinue={onContinue} />
        {item ? (
          <Materials form={form} item={item} returning={draft.returning} number={number} />
        ) : asking ? (
          <AskCard form={form} />
        ) : (
          <p className="workForm__empty">{intake.itemLoading ? T.itemLoading : T.chooseItemFirst}</p>
        )}
        {outcome.kind === 'accept' && outcome.decide && (
          <div className="decideNow">
            <FormField
              control={form.control}
              clearErrors={form.clearErrors}
              path="certificateNo"
              label={I.certificateNo}
            />
          </div>
        )}
        {issue.second && <SecondNotice form={form} approval={issue.approval} />}
      </div>
      <OutcomeBar
        outcome={outcome}
        others={issue.others}
        busy={issue.busy}
        refused={issue.question === null ? issue.refused : null}
        warning={open.sameItem && caseId === null ? I.sameItemShort : null}
        onIssue={() => void issue.issue()}
        onOther={(act) => void issue.other(act)}
      />
      {issue.question !== null && (
        <OtherDialog
          form={form}
          question={issue.question}
          busy={issue.busy}
          refused={issue.refused}
          onDo={() => void issue.goThrough()}
          onClose={issue.closeQuestion}
        />
      )}
    </section>
  )
}
