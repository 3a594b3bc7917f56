import { useFormContext } from 'react-hook-form'
import { DEMO_PASSWORD } from '../../../shared/domain/hall/demo.ts'
import { Notice } from '../../ui/index.ts'
import type { SetupForm, SetupKind } from './form.ts'

/** Step 6: everything once more before it is founded. */
export function StepSummary({ kind }: { readonly kind: SetupKind }) {
  const { config, administrator } = useFormContext<SetupForm>().getValues()
  const rows: readonly (readonly [string, string])[] = [
    ['大厅', config.name],
    ['机关', `${config.authorityName}（简称“${config.authorityShort}”）`],
    ['行政区划代码', config.regionCode],
    ['终端号', config.terminal],
    ['地址', config.address],
    ['办公时间', config.hours],
    ['咨询电话', config.enquiryPhone],
    ['监督电话', config.supervisionPhone],
    ['业务分类', config.groups.map((group) => `${group.code} ${group.name}`).join('、')],
    ['窗口', `${config.counters.length} 个：${config.counters.map((one) => `${one.no} 号${one.name}`).join('、')}`],
    ['村（社区）', config.sites.length === 0 ? '' : `${config.sites.length} 个`],
    ['网格', config.grids.length === 0 ? '' : `${config.grids.length} 个`],
    ['首位管理员', `${administrator.name}，登录名 ${administrator.login}`]
  ]
  return (
    <div className="setup__summary">
      {kind === 'demo' && (
        <Notice title="这是演示大厅">
          完成后会自动建好几位演示人员（姓名后标“演示”），登录页上可以直接点选，密码都是{' '}
          <strong>{DEMO_PASSWORD}</strong>
          。请不要在演示大厅里录入真实的个人信息。
        </Notice>
      )}
      <dl className="setup__facts" tabIndex={0} aria-label="已填写的内容">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value === '' ? <span className="setup__blank">未填</span> : value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
