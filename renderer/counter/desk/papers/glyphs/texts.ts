import { codePointName } from '../../../../../shared/domain/printing/glyphs.ts'
import type { Way } from './actGlyphs.ts'
import type { Shade } from './dots.ts'

/** Sentences about characters that no font has. */

const named = (codePoints: readonly number[]): string => codePoints.map(codePointName).join('、')

export const WAY: Readonly<Record<Way, { readonly label: string; readonly hint: string }>> = {
  system: { label: '用本机字体画成图', hint: '以后遇到这个字都用这张图。' },
  hand: { label: '留手写格', hint: '只管这份文书：印出虚线框，由工作人员手写。' },
  file: { label: '选一张图片', hint: '这个字的照片或扫描件，PNG、JPEG、BMP。以后遇到这个字都用它。' },
  drawn: { label: '在屏幕上写', hint: '用鼠标、触控笔或手指。以后遇到这个字都用它。' }
}

export const SHADE: Readonly<Record<Shade, string>> = { thin: '细一些', plain: '适中', thick: '粗一些' }

export const G = {
  fill: '补字',
  change: '改补字的办法',
  lacking: (codePoints: readonly number[]) =>
    `字库里没有 ${named(codePoints)}，为避免打错没有打印。请按“补字”：用图片，或者留手写格。`,
  ready: (codePoints: readonly number[]) => `${named(codePoints)} 已经补好，可以打印了。`,
  previewLacks: '预览没有生成。',
  title: (at: number, of: number) => (of > 1 ? `补字：第 ${at} 个，共 ${of} 个` : '补字'),
  code: '统一码',
  around: '文书里写着',
  how: '怎么补',
  noSystem: '本机的字体里也没有这个字。',
  oldCode:
    '这是旧系统自己编的码位，在别的证件上可能是另一个字，不能存成图片。请核对证件，留手写格，或者改用正式的字后重新出具。',
  noRoom: '联系卡上没有写明手写内容的位置，不能留手写格。',
  nothing: '联系卡上不能留手写格，这个码位又不能存成图片。请改用正式的字后重新出具。',
  file: '图片文件',
  fileBad: '这个文件不是能看的图片。请换一张 PNG、JPEG 或 BMP 图片。',
  shade: '笔画',
  pad: '手写板：请用鼠标、触控笔或手指写满方框。只用键盘时请改选“选一张图片”。',
  pen: '笔的粗细',
  undo: '退一笔',
  clear: '重写',
  preview: '印出来的样子',
  previewNone: '选好或写好以后，这里显示印出来的样子。',
  picture: (codePoint: number) => `${codePointName(codePoint)} 的图片`,
  square: '手写格',
  none: '请先选好图片或写好字。',
  use: '就用这个',
  leave: '留手写格',
  done: '补好了，请打印。'
} as const
