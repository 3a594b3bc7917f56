import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attribute, decodeResponse, encodeRequest, GROUP, TAG } from '../../electron/printing/ipp/message.ts'
import { httpUrl } from '../../electron/printing/ipp/transport.ts'

describe('IPP messages', () => {
  test('the shortest request is the one of RFC 8010', () => {
    const bytes = encodeRequest({
      operation: 0x000b,
      requestId: 1,
      groups: [{ tag: GROUP.operation, attributes: [attribute(TAG.charset, 'attributes-charset', 'utf-8')] }]
    })
    const expected = `0101000b00000001 01 47 0012 ${Buffer.from('attributes-charset').toString('hex')} 0005 ${Buffer.from('utf-8').toString('hex')} 03`
    expect(bytes.toString('hex')).toBe(expected.replaceAll(' ', ''))
  })

  test('what was put in comes out again, sets and Chinese included', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 20 })
    const attributes = fc.uniqueArray(
      fc.oneof(
        fc.record({
          tag: fc.constant(TAG.name),
          name: fc.stringMatching(/^[a-z-]{1,20}$/),
          values: fc.array(text, { minLength: 1, maxLength: 4 })
        }),
        fc.record({
          tag: fc.constant(TAG.integer),
          name: fc.stringMatching(/^[a-z-]{1,20}$/),
          values: fc.array(fc.integer(), { minLength: 1, maxLength: 4 })
        }),
        fc.record({
          tag: fc.constant(TAG.boolean),
          name: fc.stringMatching(/^[a-z-]{1,20}$/),
          values: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 })
        })
      ),
      { maxLength: 6, selector: (one) => one.name }
    )
    fc.assert(
      fc.property(attributes, fc.uint8Array(), (list, data) => {
        // A request and a response have one form; the operation stands where the status does.
        const decoded = decodeResponse(
          encodeRequest({ operation: 0x0002, requestId: 7, groups: [{ tag: GROUP.job, attributes: list }], data })
        )
        expect(decoded).toMatchObject({ status: 2, requestId: 7 })
        for (const { name, values } of list) expect(decoded.groups[0]?.attributes.get(name)).toEqual(values)
      })
    )
  })

  test('anything cut off or foreign is refused, and nothing else happens', () => {
    const whole = encodeRequest({
      operation: 0,
      requestId: 1,
      groups: [
        {
          tag: GROUP.printer,
          attributes: [attribute(TAG.keyword, 'printer-state-reasons', 'media-empty-error', 'paused')]
        }
      ]
    })
    for (let length = 0; length < whole.length; length++) {
      expect(() => decodeResponse(whole.subarray(0, length)), `${length} bytes`).toThrow(RangeError)
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        try {
          decodeResponse(Buffer.from(bytes))
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError)
        }
      })
    )
  })

  test('an address is a printer only with ipp or ipps, and 631 is where it lives', () => {
    expect(httpUrl('ipp://printer.example/ipp/print').href).toBe('http://printer.example:631/ipp/print')
    expect(httpUrl('ipps://10.0.0.9:8443/p').href).toBe('https://10.0.0.9:8443/p')
    for (const other of ['http://printer/', 'file:///etc/passwd', 'folder'])
      expect(() => httpUrl(other)).toThrow(TypeError)
  })
})
