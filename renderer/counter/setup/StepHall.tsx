import { TextField } from './fields.tsx'
import { tidyHalf } from './tidy.ts'

/** Step 2: what the hall says of itself. */
export function StepHall() {
  return (
    <div className="setup__grid">
      <TextField
        path="config.name"
        label="大厅名称"
        required
        hint="大厅屏和号单上的名称，例如“某某街道便民服务中心”。"
      />
      <TextField
        path="config.authorityName"
        label="机关全称"
        required
        hint="落款和盖章的单位，例如“某某街道办事处”。"
      />
      <TextField path="config.authorityShort" label="机关简称" required hint="用在文书编号里，例如“某街办”。" />
      <div className="setup__pair">
        <TextField
          path="config.regionCode"
          label="行政区划代码"
          required
          inputMode="numeric"
          tidy={tidyHalf}
          hint="所在区县的 6 位国标代码，办件编号以它开头。"
        />
        <TextField
          path="config.terminal"
          label="终端号"
          required
          inputMode="numeric"
          tidy={tidyHalf}
          hint="两位数字，同一大厅每台电脑各用一个。"
        />
      </div>
      <TextField path="config.address" label="地址" hint="印在告知书上，方便群众再来。" />
      <TextField path="config.hours" label="办公时间" hint="例如“工作日 9:00–17:00”。" />
      <TextField
        path="config.enquiryPhone"
        label="咨询电话"
        inputMode="tel"
        tidy={tidyHalf}
        hint="印在文书上，也显示在大厅屏。"
      />
      <TextField
        path="config.supervisionPhone"
        label="监督电话"
        inputMode="tel"
        tidy={tidyHalf}
        hint="印在文书上，也显示在大厅屏。"
      />
    </div>
  )
}
