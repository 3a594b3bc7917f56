/**
 * The page docs/performance.md, made of what the benches measured.
 */

/**
 * What a bench leaves behind.
 *
 * @typedef {object} BenchReport
 * @property {string} title such as 取号与叫号（落盘）
 * @property {string} how one or two sentences: what was measured, against what, how often
 * @property {string[]} columns heads of the table
 * @property {(string | number)[][]} rows
 * @property {{ goal: string, reached: boolean, measured: string, reason?: string }[]} goals `reason` for one not reached
 * @property {string} [electron] version, where it ran in Electron
 */

/**
 * @param {BenchReport[]} reports
 * @param {string} machine
 * @returns {string} Markdown
 */
export function performancePage(reports, machine) {
  const head = ['# 性能', '', `由 \`npm run bench\` 测得并写入，不手工修改。机器：${machine}。`]
  return `${[...head, ...reports.flatMap(section)].join('\n')}\n`
}

/** @param {BenchReport} report */
function section({ title, how, columns, rows, goals, electron }) {
  const runtime = electron ? `（Electron ${electron}）` : ''
  return ['', `## ${title}${runtime}`, '', how, '', ...table(columns, rows), ...goalLines(goals)]
}

/**
 * @param {string[]} columns
 * @param {(string | number)[][]} rows
 */
function table(columns, rows) {
  const line = (/** @type {(string | number)[]} */ cells) => `| ${cells.map(cell).join(' | ')} |`
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)]
}

/** @param {string | number} value */
function cell(value) {
  if (typeof value === 'string') return value.replaceAll('|', '\\|')
  if (Number.isInteger(value)) return value.toLocaleString('en-US')
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3)
}

/** @param {BenchReport['goals']} goals */
function goalLines(goals) {
  if (goals.length === 0) return []
  const lines = goals.map(({ goal, reached, measured, reason }) => {
    const why = reason ? `。${reason}` : ''
    return `- ${reached ? '达到' : '**未达到**'}：${goal}（实测 ${measured}）${why}`
  })
  return ['', ...lines]
}
