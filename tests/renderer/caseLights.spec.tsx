import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { CaseLight } from '../../renderer/counter/desk/cases/CaseLight.tsx'
import { type LightSeen, lightWords } from '../../renderer/counter/desk/model/lightText.ts'
import { LIGHT_SIGNS, type Light } from '../../shared/domain/calendar/lights.ts'

const LIGHTS = Object.keys(LIGHT_SIGNS) as Light[]

const seen = (more: Partial<LightSeen>): LightSeen => ({
  light: 'green',
  remaining: null,
  unit: 'WORKING_DAY',
  due: null,
  watching: 'decide',
  stoppedDays: null,
  ...more
})

const words = (more: Partial<LightSeen>): string => {
  const { word, rest } = lightWords(seen(more))
  return [word, rest].join('|')
}

describe('the words of a light', () => {
  test('a running clock says what is left, in the unit of its limit', () => {
    expect(words({ light: 'green', remaining: 3 })).toBe('正常|还剩3个工作日')
    expect(words({ light: 'yellow', remaining: 0 })).toBe('将到期|今天到期')
    expect(words({ light: 'red', remaining: -2, unit: 'CALENDAR_DAY' })).toBe('超承诺时限|已超2个自然日')
    expect(words({ light: 'redStatutory', remaining: -5 })).toBe('超法定时限|已超5个工作日')
  })

  test('a clock that stands counts the days for which it has stood, never days left', () => {
    expect(words({ light: 'grey', watching: 'stopped', remaining: null, stoppedDays: 8 })).toBe(
      '特别程序|已停8个工作日'
    )
    expect(words({ light: 'grey', watching: 'stopped', stoppedDays: 0 })).toBe('特别程序|今天起暂停')
  })

  test('waiting for the applicant names their last day, and says when it is over', () => {
    expect(words({ light: 'blue', watching: 'supplement', due: '2027-02-22', remaining: 91 })).toBe(
      '待补正|2月22日前补齐'
    )
    expect(words({ light: 'blue', watching: 'supplement', due: '2026-11-20', remaining: -3 })).toBe(
      '待补正|11月20日前未补齐'
    )
    expect(words({ light: 'blue', watching: 'supplement' })).toBe('待补正|')
  })

  test('days of a part of the way are told as that part, so that nobody takes them for the whole', () => {
    expect(words({ watching: 'local', remaining: 4 })).toBe('正常|本级还剩4个工作日')
    expect(words({ watching: 'upper', remaining: -1 })).toBe('等上级|上级已超1个工作日')
    expect(words({ light: 'red', watching: 'notify', remaining: -1 })).toBe('告知超期|告知已超1个工作日')
    expect(words({ light: 'yellow', watching: 'answer' })).toBe('待答复|')
  })
})

describe('the picture of a light', () => {
  test('every light has its own shape and its word, so that no colour has to be seen', () => {
    const pictures = LIGHTS.map((light) => renderToStaticMarkup(<CaseLight shown={seen({ light })} />))
    const shapes = pictures.map((picture) => /<svg.*<\/svg>/.exec(picture)?.[0])
    expect(new Set(shapes).size).toBe(LIGHTS.length)
    expect(shapes).not.toContain(undefined)
    pictures.forEach((picture, index) => {
      expect(picture).toContain(LIGHT_SIGNS[LIGHTS[index] as Light].text)
    })
  })

  test('a narrow row shows the countdown alone; the word stays for readers', () => {
    const brief = renderToStaticMarkup(<CaseLight shown={seen({ remaining: 3 })} size="brief" />)
    expect(brief).toContain('<span class="ui-hidden">正常</span>')
    expect(brief).toContain('还剩3个工作日')
    const uncounted = renderToStaticMarkup(<CaseLight shown={seen({ light: 'blue' })} size="brief" />)
    expect(uncounted).not.toContain('ui-hidden')
  })
})
