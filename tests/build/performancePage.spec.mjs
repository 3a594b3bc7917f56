import { expect, it } from 'vitest'
import { performancePage } from '../../build/runtime/performancePage.mjs'

it('a report becomes a section with its table and its goals, reached or not', () => {
  const page = performancePage(
    [
      {
        title: '取号',
        how: '五千次。',
        electron: '45.4.1',
        columns: ['做法', 'p50 毫秒'],
        rows: [
          ['取号|叫号', 0.18234],
          ['次数', 1000000],
          ['占用', 195.6]
        ],
        goals: [
          { goal: 'p50 在 1.5 倍以内', reached: true, measured: '1.3 倍' },
          { goal: 'p99 在 3 倍以内', reached: false, measured: '3.4 倍', reason: '磁盘抖动' }
        ]
      }
    ],
    '某机'
  )
  expect(page).toContain('## 取号（Electron 45.4.1）\n\n五千次。\n\n| 做法 | p50 毫秒 |\n| --- | --- |\n')
  expect(page).toContain('| 取号\\|叫号 | 0.182 |\n| 次数 | 1,000,000 |\n| 占用 | 196 |\n')
  expect(page).toContain(
    '- 达到：p50 在 1.5 倍以内（实测 1.3 倍）\n- **未达到**：p99 在 3 倍以内（实测 3.4 倍）。磁盘抖动\n'
  )
})
