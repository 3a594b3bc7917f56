import { useFieldArray } from 'react-hook-form'
import { BoardPages } from '../parts/BoardPages.tsx'
import { Group } from '../parts/Group.tsx'
import { Rows } from '../parts/Rows.tsx'
import { ChoiceSetting, NumberSetting, TextSetting, TickSetting } from '../parts/settings.tsx'
import { ONE, S, THEME, VOICE } from '../texts.ts'
import { useServiceForm } from '../useServiceForm.ts'

/** 大厅屏与语音: what is said and shown in the hall. */
export const HallPage = () => (
  <>
    <Group
      title={S.voice}
      paths={[
        'voice.on',
        'voice.chime',
        'voice.voice',
        'voice.one',
        'voice.times',
        'voice.gapSeconds',
        'voice.volume',
        'voice.mute'
      ]}
    >
      <TickSetting path="voice.on" label={S.voiceOn} hint={S.voiceOnHint} place="admin.hall" />
      <TickSetting path="voice.chime" label={S.chime} hint={S.chimeHint} />
      <ChoiceSetting path="voice.voice" label={S.voiceKind} choices={VOICE} />
      <ChoiceSetting path="voice.one" label={S.one} choices={ONE} />
      <NumberSetting path="voice.times" />
      <NumberSetting path="voice.gapSeconds" />
      <TextSetting path="voice.volume" label={S.volume} hint={S.volumeHint} unit={S.percent} required short />
      <p className="admin__quiet">{S.tryVoice}</p>
      <Mute />
    </Group>
    <Group title={S.look} paths={['board.theme', 'board.pageSeconds', 'board.hotline']}>
      <ChoiceSetting path="board.theme" label={S.theme} choices={THEME} />
      <NumberSetting path="board.pageSeconds" />
      <TextSetting path="board.hotline" label={S.hotline} hint={S.hotlineHint} />
    </Group>
    <Group title={S.pages} note={S.pagesHint} errorAt="board.pages" wide>
      <BoardPages />
    </Group>
  </>
)

/** The times of day without voice. */
function Mute() {
  const { control } = useServiceForm()
  const { fields, append, remove } = useFieldArray({ control, name: 'voice.mute', keyName: 'key' })
  return (
    <fieldset className="ui-field">
      <legend className="ui-choices__legend">{S.mute}</legend>
      <p className="ui-field__hint">{S.muteHint}</p>
      <Rows
        rows={fields}
        name={(i) => S.muteSpan(i + 1)}
        row={(i) => (
          <div className="service__span">
            <TextSetting path={`voice.mute.${i}.from`} label={S.muteFrom(i + 1)} labelHidden short />
            <span className="service__to">{S.to}</span>
            <TextSetting path={`voice.mute.${i}.until`} label={S.muteUntil(i + 1)} labelHidden short />
          </div>
        )}
        adding={[{ text: S.addMute, run: () => append({ from: '12:00', until: '14:00' }, { shouldFocus: false }) }]}
        onRemove={remove}
        emptyText={S.noMute}
      />
    </fieldset>
  )
}
