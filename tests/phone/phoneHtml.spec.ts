import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { escaped, plainHtml, ticketHtml } from '../../electron/phone/phoneHtml.ts'
import type { PhonePage, PhoneTicketState } from '../../shared/projections/phonePage.ts'

const PAGE: PhonePage = {
  hallName: '云溪街道便民服务中心',
  demo: false,
  hours: '工作日 9:00–17:30',
  enquiryPhone: '023-00001000',
  no: 'A007',
  groupName: '民政',
  state: { kind: 'waiting', ahead: 5, estimate: { low: 10, high: 15 }, counters: [1, 3] },
  at: '2026-11-23T01:05:09.000Z'
}
const html = (change: Partial<PhonePage> = {}, still = false) =>
  ticketHtml({ ...PAGE, ...change }, { check: 'abc-_123', still })
const saying = (state: PhoneTicketState): string => html({ state }).replace(/<[^>]+>/g, ' ')

/** Tags that are opened and never closed, or closed and never opened. */
function unbalanced(page: string): readonly string[] {
  const open: string[] = []
  for (const [, slash, name = ''] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^>]*>/g)) {
    if (['meta', 'link'].includes(name)) continue
    if (slash === '') open.push(name)
    else if (open.pop() !== name) return [`</${name}>`]
  }
  return open
}

const REFRESH = '<meta http-equiv="refresh"'

describe('what a phone shows', () => {
  it.each<readonly [PhoneTicketState, readonly string[]]>([
    [PAGE.state, ['等候中', '前面还有 5 人', '预计约 10–15 分钟', '请留意 1、3 号窗口']],
    [{ kind: 'waiting', ahead: 0, estimate: null, counters: [] }, ['前面没有人了', '以现场叫号为准', '请留意大厅屏']],
    [{ kind: 'waiting', ahead: 0, estimate: { low: 0, high: 0 }, counters: [3] }, ['预计很快叫到']],
    [{ kind: 'called', counter: 3 }, ['请到 3 号窗口']],
    [{ kind: 'serving', counter: 3 }, ['办理中', '3 号窗口']],
    [{ kind: 'held', counter: 3 }, ['办理暂停', '请回到 3 号窗口']],
    [{ kind: 'missed', rejoins: 1 }, ['已过号', '可到窗口恢复排队一次']],
    [{ kind: 'missed', rejoins: 0 }, ['已过号', '请到窗口说明']],
    [{ kind: 'finished' }, ['已办完']],
    [{ kind: 'cancelled' }, ['已作废']],
    [{ kind: 'expired' }, ['已过期']]
  ])('%j in words', (state, words) => {
    for (const word of words) expect(saying(state)).toContain(word)
    expect(unbalanced(html({ state }))).toEqual([])
  })

  it('says number, group, hall, time of the data in Shanghai, hours and whom to ask', () => {
    const text = html().replace(/<[^>]+>/g, ' ')
    for (const word of ['A007', '民政', PAGE.hallName, '09:05:09', PAGE.hours, PAGE.enquiryPhone]) {
      expect(text).toContain(word)
    }
    expect(html()).toContain('<a href="tel:02300001000">')
    expect(html()).not.toContain('演示')
    expect(html({ demo: true })).toContain('演示')
  })

  it('comes anew every 15 seconds until there is nothing more to come; a reader can stop that (WCAG 2.2.1)', () => {
    expect(html()).toContain(`${REFRESH} content="15">`)
    expect(html()).toContain('href="?c=abc-_123&amp;still=1"')
    expect(html({}, true)).not.toContain(REFRESH)
    expect(html({}, true)).toContain('href="?c=abc-_123"')
    for (const kind of ['finished', 'cancelled', 'expired'] as const) {
      expect(html({ state: { kind } })).not.toContain(REFRESH)
    }
    expect(html({ state: { kind: 'missed', rejoins: 0 } })).toContain(REFRESH)
  })

  it('has no script, no form, nothing that is fetched', () => {
    for (const page of [html(), plainHtml('notFound'), plainHtml('tooMany'), plainHtml('notNow')]) {
      expect(page).not.toMatch(/<script|<form|<img|<iframe|\bon[a-z]+=|\bsrc=|@import|url\(|https?:/i)
      expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/)
      expect(page.match(/<h1/g)).toHaveLength(1)
      expect(unbalanced(page)).toEqual([])
    }
  })

  it('shows whatever a hall calls itself as text, never as markup', () => {
    const nasty = `<script>alert('x')</script>"&amp;\u0000`
    const page = html({ hallName: nasty, groupName: nasty, hours: nasty, enquiryPhone: nasty, no: nasty })
    expect(page).not.toContain('<script')
    expect(page).toContain('&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;amp; ')
    expect(page).not.toContain('tel:')
    expect(unbalanced(page)).toEqual([])
  })

  it('no text can leave its place in the page', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const safe = escaped(text)
        expect(safe).not.toMatch(/[<>"']/)
        expect(safe).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/)
      })
    )
  })
})
