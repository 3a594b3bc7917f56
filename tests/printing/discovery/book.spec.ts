import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Book } from '../../../electron/printing/discovery/book.ts'
import { readTxt, tidy } from '../../../electron/printing/discovery/txt.ts'
import { contract } from '../../../shared/contract/contract.ts'
import { type Announced, announcement, recordsOf, writeAnswer } from '../../support/dnsResponder.ts'

const OFFICE: Announced = {
  service: '_ipp._tcp.local',
  label: '前台 "A3" 打印机 v1.2',
  port: 631,
  txt: [
    'txtvers=1',
    'rp=ipp/print',
    'ty=Muster MX 3000',
    'note=一楼 大厅',
    'pdl=application/pdf,image/urf',
    'RP=other',
    '=x'
  ],
  addresses: ['fe80::1', '2001:db8::7', '192.168.1.20']
}

const heard = (...messages: readonly Uint8Array[]): Book => {
  const book = new Book()
  for (const message of messages) book.take(message, '192.168.1.20')
  return book
}

const found = (...printers: readonly Announced[]) => heard(...printers.map(announcement)).printers()

describe('what a printer says of itself', () => {
  it('becomes an address that papers can be sent to, IPv4 before IPv6', () => {
    expect(found(OFFICE)).toEqual([
      {
        kind: 'ipp',
        name: '前台 "A3" 打印机 v1.2',
        address: 'ipp://192.168.1.20/ipp/print',
        host: '192.168.1.20',
        port: 631,
        model: 'Muster MX 3000',
        location: '一楼 大厅',
        pdf: true
      }
    ])
  })

  it.each([
    ['printers/前台 1', 'ipp://192.168.1.20:8631/printers/%E5%89%8D%E5%8F%B0%201'],
    ['/ipp/print', 'ipp://192.168.1.20:8631/ipp/print'],
    ['a?b#c', 'ipp://192.168.1.20:8631/a%3Fb%23c'],
    ['', 'ipp://192.168.1.20:8631/ipp/print'],
    ['//elsewhere.test/x', 'ipp://192.168.1.20:8631/elsewhere.test/x'],
    ['@elsewhere.test', 'ipp://192.168.1.20:8631/@elsewhere.test']
  ])('its path “%s” leads to itself and is written as the door takes it', (rp, address) => {
    const [one] = found({ ...OFFICE, port: 8631, txt: [`rp=${rp}`] })
    expect(one?.address).toBe(address)
    const target = { kind: 'ipp', uri: one?.address, name: '前台' }
    expect(contract['printers.check'].input.safeParse({ target }).success).toBe(true)
  })

  it('a printer that only has a global or local IPv6 address is written in brackets', () => {
    const at = (address: string) => found({ ...OFFICE, addresses: [address] })[0]?.address
    expect(at('2001:db8::7')).toBe('ipp://[2001:db8::7]/ipp/print')
    expect(at('fd00::7')).toBe('ipp://[fd00::7]/ipp/print')
  })

  it.each([['fe80::1'], ['ff02::fb'], ['::1'], ['0.0.0.0'], ['127.0.0.1'], ['224.0.0.251'], ['255.255.255.255']])(
    'nothing is ever sent to %s because another computer says so',
    (address) => expect(found({ ...OFFICE, addresses: [address] })).toEqual([])
  )

  it('what it does not say is left open', () => {
    expect(found({ ...OFFICE, txt: ['rp=ipp/print'] })[0]).toMatchObject({ model: '', location: '', pdf: null })
    expect(found({ ...OFFICE, txt: ['pdl=image/urf,application/PDFX'] })[0]).toMatchObject({ pdf: false })
  })

  it('the plain port is for receipt printers: one that speaks IPP is not listed with it', () => {
    const plain: Announced = { ...OFFICE, service: '_pdl-datastream._tcp.local', port: 9100 }
    expect(found(OFFICE, plain).map(({ kind }) => kind)).toEqual(['ipp'])
    const receipts = { ...plain, label: '取号机', host: 'ticket.local', addresses: ['192.168.1.30'] }
    expect(found(OFFICE, receipts)).toMatchObject([
      { kind: 'ipp' },
      { kind: 'raw', name: '取号机', host: '192.168.1.30', port: 9100, address: '192.168.1.30:9100' }
    ])
  })

  it('is listed once, however often and by whatever spelling it answers, and in the order of names', () => {
    const loud = { ...OFFICE, label: OFFICE.label.replace('v', 'V') }
    const other = { ...OFFICE, label: 'b', host: 'b.local', addresses: ['192.168.1.9'] }
    const first = { ...OFFICE, label: 'a', host: 'a.local', addresses: ['192.168.1.21'] }
    expect(found(other, OFFICE, OFFICE, loud, first).map(({ host }) => host)).toEqual([
      '192.168.1.20',
      '192.168.1.21',
      '192.168.1.9'
    ])
  })

  it('a printer that says goodbye is not listed (RFC 6762 §10.1)', () => {
    const { ptr, srv, text, found: addresses } = recordsOf(OFFICE)
    expect(heard(writeAnswer([{ ...ptr, ttl: 0 } as typeof ptr, srv, text, ...addresses])).printers()).toEqual([])
  })

  it('the order in which its records come does not matter, and what is missing is asked for', () => {
    const { ptr, srv, text, found: addresses } = recordsOf(OFFICE)
    const types = (book: Book) => book.missing().map(({ type }) => type)
    expect(types(heard(writeAnswer([ptr])))).toEqual(['SRV', 'TXT'])
    expect(heard(writeAnswer([ptr])).missing()[0]?.labels).toEqual([OFFICE.label, '_ipp', '_tcp', 'local'])
    expect(types(heard(writeAnswer([srv]), writeAnswer([ptr])))).toEqual(['TXT', 'A'])
    const backwards = heard(writeAnswer(addresses), writeAnswer([text]), writeAnswer([srv]), writeAnswer([ptr]))
    expect(types(backwards)).toEqual([])
    expect(backwards.printers()).toEqual(found(OFFICE))
  })
})

describe('TXT records (RFC 6763 §6)', () => {
  const read = (...strings: readonly (string | Buffer)[]) => [...readTxt(strings.map((part) => Buffer.from(part)))]

  it('the first of a key counts, in any spelling; a key without a name is none; a value may hold “=”', () => {
    expect(read('A=1', 'a=2', '=3', '', 'b', 'c=', 'd=x=y')).toEqual([
      ['a', '1'],
      ['b', ''],
      ['c', ''],
      ['d', 'x=y']
    ])
  })

  it('Chinese in UTF-8 and in GB 18030 is read', () => {
    const gb = Buffer.from([0x6e, 0x6f, 0x74, 0x65, 0x3d, 0xb4, 0xf3, 0xcc, 0xfc])
    expect(read('note=大厅')).toEqual([['note', '大厅']])
    expect(read(gb)).toEqual([['note', '大厅']])
  })

  it('what people read has no invisible characters and is not cut inside one', () => {
    expect(tidy('  a\u202e\u0000\n b\u200b ', 80)).toBe('a b')
    expect(tidy('𠮷'.repeat(50), 79)).toBe('𠮷'.repeat(39))
  })
})

describe('what somebody else on the network sends', () => {
  const good = announcement(OFFICE)
  const quiet = (bytes: Uint8Array): void => {
    const book = new Book()
    book.take(bytes, '192.168.1.66')
    book.missing()
    book.printers()
  }

  it('cut off anywhere, it throws nothing', () => {
    for (let length = 0; length < good.length; length++) quiet(good.subarray(0, length))
  })

  it('any bytes at all, and ours with any bytes changed, throw nothing', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 600 }), quiet))
    const spoilt = fc.tuple(fc.nat(good.length - 1), fc.nat(255))
    fc.assert(
      fc.property(fc.array(spoilt, { minLength: 1, maxLength: 12 }), (changes) => {
        const bytes = Uint8Array.from(good)
        for (const [at, value] of changes) bytes[at] = value
        quiet(bytes)
      }),
      { numRuns: 500 }
    )
  })

  it('names that point at themselves, counts without records and messages beyond 9,000 bytes say nothing', () => {
    const head = (answers: number) => Buffer.from([0, 0, 0x84, 0, 0, 0, answers >> 8, answers & 255, 0, 0, 0, 0])
    const loop = Buffer.concat([head(1), Buffer.from([0xc0, 12, 0, 12, 0, 1, 0, 0, 0, 9, 0, 2, 0xc0, 12])])
    const long = Buffer.concat([good, Buffer.alloc(9_000)])
    for (const bytes of [loop, head(65_535), long]) expect(heard(bytes).printers()).toEqual([])
  })

  it('a thousand made-up printers fill neither the list nor what is asked', () => {
    const book = new Book()
    for (let index = 0; index < 1_000; index++) {
      const { ptr } = recordsOf({ ...OFFICE, label: `p${index}` })
      book.take(writeAnswer([ptr]), '192.168.1.66')
    }
    expect(book.missing()).toHaveLength(400)
  })

  it('whatever it announces, the doors take it or it is not listed', () => {
    const bytes = fc.uint8Array({ maxLength: 200 }).map((part) => Buffer.from(part))
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }), bytes, (label, rp) => {
        const txt = [Buffer.concat([Buffer.from('rp='), rp])]
        for (const one of found({ ...OFFICE, label: label.replaceAll('.', 'x'), txt })) {
          const target = { kind: 'ipp', uri: one.address, name: one.name }
          expect(contract['printers.assign'].input.safeParse({ use: 'paper', target }).success).toBe(true)
        }
      })
    )
  })
})
