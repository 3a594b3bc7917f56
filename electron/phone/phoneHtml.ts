import { timeInShanghai } from '../../shared/domain/calendar/civilDate.ts'
import type { PhonePage } from '../../shared/projections/phonePage.ts'
import { PHONE_STYLE } from './phoneStyle.ts'
import { stateWords, TEXTS } from './phoneTexts.ts'

/** Seconds until an open page asks again: a call is on it before anybody has crossed a hall. */
export const REFRESH_SECONDS = 15
/** After too many requests from behind one address: by then it may ask again. */
const REFRESH_LATER_SECONDS = 60

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/** Text as it stands in an element or in a quoted attribute; what a browser would take for a command is gone. */
export const escaped = (text: string): string =>
  text.replace(/\p{Cc}/gu, ' ').replace(/[&<>"']/g, (char) => ENTITIES[char] ?? '')

/** Digits and their separators only: anything else is no number to be dialled. */
const telephone = (phone: string): string =>
  /^\+?[\d\s()-]{3,30}$/.test(phone)
    ? `<a href="tel:${phone.replace(/[^\d+]/g, '')}">${escaped(phone)}</a>`
    : escaped(phone)

function htmlPage(title: string, refresh: number | null, body: string): string {
  return [
    '<!doctype html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="format-detection" content="telephone=no">',
    // Nothing is fetched for it.
    '<link rel="icon" href="data:,">',
    ...(refresh === null ? [] : [`<meta http-equiv="refresh" content="${refresh}">`]),
    `<title>${escaped(title)}</title>`,
    `<style>${PHONE_STYLE}</style>`,
    '</head>',
    `<body>${body}</body>`,
    '</html>',
    ''
  ].join('\n')
}

const paragraphs = (lines: readonly string[]): string => lines.map((line) => `<p>${escaped(line)}</p>`).join('')

/** A page that says one thing: not found, too many, not now. It knows nothing of any ticket. */
export function plainHtml(kind: 'notFound' | 'tooMany' | 'notNow'): string {
  const { title, lines } = TEXTS[kind]
  const refresh = kind === 'tooMany' ? REFRESH_LATER_SECONDS : null
  return htmlPage(title, refresh, `<main><h1 class="plain">${escaped(title)}</h1>${paragraphs(lines)}</main>`)
}

/** Is there anything left that could change by itself? A missed number may be taken up again at a counter. */
const isOver = ({ state }: PhonePage): boolean =>
  state.kind === 'finished' || state.kind === 'cancelled' || state.kind === 'expired'

/**
 * The page of one number. It loads itself anew; somebody who reads slowly or has it read out can stop that (WCAG 2.2.1):
 * `still` is the page without it. `check` is that of the address, so that its links lead back to it.
 */
export function ticketHtml(
  page: PhonePage,
  { check, still }: { readonly check: string; readonly still: boolean }
): string {
  const { headline, lines } = stateWords(page.state)
  const over = isOver(page)
  const here = `?c=${encodeURIComponent(check)}`
  const link = (href: string, text: string): string => `<a href="${escaped(href)}">${text}</a>`
  const refreshing = still
    ? `${TEXTS.stopped}${link(`${here}&still=1`, TEXTS.again)}${link(here, TEXTS.resume)}`
    : `${TEXTS.refreshes}${link(`${here}&still=1`, TEXTS.stop)}`
  const seconds = new Date(page.at).toISOString().slice(17, 19)
  const time = `<time datetime="${escaped(page.at)}">${timeInShanghai(page.at)}:${seconds}</time>`
  const body = [
    `<header><p>${escaped(page.hallName)}${page.demo ? `<strong>${TEXTS.demo}</strong>` : ''}</p></header>`,
    '<main>',
    `<h1><small>${TEXTS.yourNumber}</small><b>${escaped(page.no)}</b><small>${escaped(page.groupName)}</small></h1>`,
    `<section class="state ${page.state.kind}"><h2>${escaped(headline)}</h2>${paragraphs(lines)}</section>`,
    `<p class="asOf">${TEXTS.asOf} ${time}。${TEXTS.screenRules}</p>`,
    over ? '' : `<p class="refresh">${refreshing}</p>`,
    '</main>',
    `<footer><p>${TEXTS.hours}：${escaped(page.hours)}</p>`,
    `<p>${TEXTS.enquiry}：${telephone(page.enquiryPhone)}</p></footer>`
  ].join('')
  return htmlPage(`${page.no} ${headline}`, still || over ? null : REFRESH_SECONDS, body)
}
