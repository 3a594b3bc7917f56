import { describe, expect, it, vi } from 'vitest'
import { printOptions } from '../../../electron/printing/windows/pressOptions.ts'
import { PRESS_URL, pressFileOfUrl } from '../../../electron/printing/windows/pressProtocol.ts'

vi.mock('electron', () => ({ protocol: {} }))

describe('the hidden window that hands papers to Windows', () => {
  const job = { queue: '前台 "1"', title: 'doc-1.x', pdf: Uint8Array.of(), copies: 2, twoSided: true }

  it('asks nobody, and prints the sheet as large as it is, without margins', () => {
    const options = printOptions(job, { pages: 1, widthMm: 209.97, heightMm: 297 })
    expect(options).toMatchObject({
      silent: true,
      deviceName: '前台 "1"',
      copies: 2,
      duplexMode: 'longEdge',
      margins: { marginType: 'none' },
      scaleFactor: 100,
      pageSize: { width: 209_970, height: 297_000 }
    })
    expect(printOptions({ ...job, twoSided: false }, { pages: 1, widthMm: 80, heightMm: 120 }).duplexMode).toBe(
      'simplex'
    )
  })

  it('loads its own page, scripts and styles, and nothing else', () => {
    const file = (url: string) => pressFileOfUrl('/app/press', url)
    expect(file(PRESS_URL)).toBe('/app/press/index.html')
    expect(file('linchuang://press/assets/main.js')).toBe('/app/press/assets/main.js')
    const others = [
      'linchuang://counter/index.html',
      'linchuang://press/%2e%2e/counter/index.html',
      'linchuang://press/..%2fcounter/index.html',
      'linchuang://press/a.png',
      'linchuang://press/',
      'https://press/index.html',
      'file:///app/press/index.html',
      'linchuang://press/%00.html',
      'nonsense'
    ]
    expect(others.map(file).filter((found) => found !== null && !found.startsWith('/app/press/'))).toEqual([])
    expect(['linchuang://counter/index.html', 'https://press/index.html', 'linchuang://press/a.png'].map(file)).toEqual(
      [null, null, null]
    )
  })
})
