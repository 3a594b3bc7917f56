/** What is wrong with a field and what to do, by the rule of the contract's schema that it breaks. */
export const M = {
  required: '必须填写。',
  choose: '请选择。',
  chooseOne: '请至少选一个。',
  wholeNumber: '请填写整数，例如 5。',
  numberLeast: (least: number) => `最小是 ${least}。`,
  numberMost: (most: number) => `最大是 ${most}。`,
  tooLong: (most: number) => `最多 ${most} 个字，请缩短。`,
  tooMany: (most: number) => `最多 ${most} 个，请减少。`,
  tooFew: (least: number) => `至少要 ${least} 个。`,
  characters: '有不能保存的字符，请重新输入这一处，不要从别处粘贴。',
  itemId: '编号是两个大写字母、短横线、三位数字，例如 MZ-023。',
  idTaken: '这个编号已有事项使用，请换一个。',
  line: (n: number, message: string) => `第 ${n} 行：${message}`,
  conditionMissing: '请写明在什么情形下需要这份材料。',
  presence: '写了须本人到场的原因，就不能代办。请取消“可以代办”，或者删去原因。',
  goneQuestion: '这个问题已经删去，请改选，或者删去这个条件。',
  goneOption: '有的选项已经删去，请取消它，再选一个回答。',
  ruleOptions: '请至少选一个回答。',
  proxyOptions: '看有没有代办人的，选项只能是“是”和“否”。',
  twice: '重复了，请删去一个再加。',
  forbidden: (certificate: string) =>
    `这是“${certificate}”，村（社区）不得出具，也不能向群众要（民发〔2020〕20号）。请删去，或者在“出具机构”写明依法出具它的机关。`,
  invalid: '填写的内容有误，请核对。'
} as const
