import type { ExchangeErrorCode } from '../../../../shared/domain/catalogue/exchange.ts'

/** What is wrong in a file and what to do about it; a new code does not compile until it has its sentence. */
export const EXCHANGE_ERROR: Readonly<Record<ExchangeErrorCode, string>> = {
  'file-shape': '这不是事项库的文件。请用导出的文件来改。',
  'sheet-missing': '缺这张表，请照导出的文件补上。',
  'column-missing': '缺这一列，请照导出的文件补上。',
  'column-unknown': '不认识这一列，请删去或者改对列名。',
  'column-twice': '这一列出现了两次，请删去一列。',
  'too-many-rows': '行数太多，请分成几个文件。',
  'no-items': '表里没有事项。',
  'cell-formula': '这里是公式，请改成文字或数字。',
  'cell-error': '这里是出错的值，或者数字丢了位数，请按文本重填。',
  'cell-required': '必须填写。',
  'cell-number': '请填写整数。',
  'cell-limit': '请写成“5个工作日”或“15个自然日”。',
  'cell-choice': '没有这个选项，请照导出的文件填写。',
  'cell-yes-no': '请填写“是”或“否”。',
  'cell-list': '列表写得不对，请照导出的文件分行填写。',
  'cell-too-long': '太长，请缩短。',
  'cell-invalid': '写得不对，请照导出的文件填写。',
  'cell-conflict': '与这一行别的列不相符，请一起核对。',
  'item-unknown': '事项表里没有这个编号。',
  'item-twice': '这个事项编号出现了两次。',
  'material-twice': '这个材料编号出现了两次。',
  'situation-twice': '这个情形编号出现了两次。',
  'forbidden-certificate':
    '村（社区）不得出具、也不能向群众要的证明（民发〔2020〕20号）。请删去，或者写明依法出具它的机关。'
}
