import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { lineWords, markText } from './mark-words.ts'
import { angleBetween, lengthOf, scaleOf } from './measure.ts'
import type { Line, MarkKind } from './measured.ts'
import type { Shaped } from './pixel-shape.ts'

const line = (x1: number, y1: number, x2: number, y2: number): Line => {
  return { from: { x: x1, y: y1 }, to: { x: x2, y: y2 } }
}
const film = (pixel: [number, number] | null, imager: [number, number] | null) =>
  ({ spacing: { pixel, imager }, pixelAspectRatio: [1, 1] }) satisfies Shaped

describe('the millimetres of a film', () => {
  const cases = [
    ['neither spacing', null, null, 'pixels'],
    ['the detector’s alone', null, [0.2, 0.2], 'detector'],
    ['both, and alike', [0.2, 0.2], [0.2, 0.2], 'detector'],
    ['both, and not alike', [0.18, 0.18], [0.2, 0.2], 'calibrated'],
    ['the pixels’ alone', [0.2, 0.2], null, 'file'],
    ['spacings of nothing', [0, 0], null, 'pixels'],
  ] as const
  for (const [name, pixel, imager, basis] of cases) {
    test(`with ${name}: ${basis}`, () => {
      assert.equal(scaleOf(film(pixel && [...pixel], imager && [...imager])).basis, basis)
    })
  }

  test('count rows by the first spacing and columns by the second', () => {
    // PS3.3 10.7.1.3: 0.5 mm between rows, 0.1 between columns: 30 mm across, 40 down.
    const scale = scaleOf(film([0.5, 0.1], null))
    assert.equal(lengthOf(line(0, 0, 300, 80), scale), 50)
    // Steeper than 45 degrees on the film, 45 degrees in the body.
    assert.ok(Math.abs(angleBetween(line(0, 0, 5, 1), line(0, 0, 1, 0), scale) - 45) < 1e-9)
  })
})

test('an angle is the smaller one, whichever way the lines were drawn', () => {
  const scale = scaleOf(film(null, null))
  const [level, rising, falling] = [line(0, 0, 10, 0), line(0, 10, 10, 0), line(10, 0, 0, 10)]
  for (const other of [rising, falling]) assert.ok(Math.abs(angleBetween(level, other, scale) - 45) < 1e-9)
  assert.ok(Math.abs(angleBetween(line(5, 0, 5, 9), level, scale) - 90) < 1e-9)
})

describe('the words beside a line', () => {
  const words = (kind: MarkKind, lines: readonly Line[], of = film([0.5, 0.5], null)) =>
    lineWords({ kind, lines }, scaleOf(of))
  const [short, long] = [line(0, 0, 100, 0), line(0, 0, 400, 0)]
  const cases = [
    ['length', [short], film([0.5, 0.5], null), ['50.0 mm (by the file)']],
    ['length', [long], film(null, [0.5, 0.5]), ['200 mm (at the detector)']],
    ['length', [long], film([0.25, 0.25], [0.5, 0.5]), ['100 mm (calibrated)']],
    ['length', [short], film(null, null), ['100 px']],
    ['ratio', [short], film(null, null), ['Heart 100 px']],
    ['ratio', [short, long], film(null, null), ['Heart 100 px', 'chest 400 px, CTR 0.25']],
    ['angle', [short, line(0, 0, 10, 10)], film(null, null), ['', 'Angle 45.0°']],
  ] as const
  for (const [kind, lines, of, expected] of cases) {
    test(expected.join(' and '), () => assert.deepEqual(words(kind, lines, of), expected))
  }
})

test('a list has room for the ratio’s whole name', () => {
  const mark = { kind: 'ratio', lines: [line(0, 0, 100, 0), line(0, 0, 400, 0)] } as const
  assert.equal(
    markText(mark, scaleOf(film(null, null))),
    'Heart 100 px; chest 400 px, cardiothoracic ratio 0.25',
  )
})
