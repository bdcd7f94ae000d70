import assert from 'node:assert/strict'
import test from 'node:test'

import type { DecodedFilm } from './film.ts'
import { rasterFilm } from './decode/raster/raster-film.ts'
import { normalise } from './normalise.ts'

const FILE = { path: '/films/film.dcm', name: 'film.dcm', bytes: Buffer.alloc(1), sha256: 'ab' }

/** A grey film of four pixels, changed as a case asks. */
function decoded(changes: Partial<DecodedFilm>): DecodedFilm {
  const plain = rasterFilm(FILE, 'png', 0, {
    rows: 2,
    columns: 2,
    samplesPerPixel: 1,
    bits: 8,
    pixels: Uint8Array.of(10, 20, 30, 40),
    frames: 1,
    warnings: [],
  })
  return { ...plain, ...changes }
}

const noWindow = (slope = 1, intercept = 0) =>
  ({
    modality: { kind: 'rescale', slope, intercept, unit: '' },
    windows: [],
    voiTables: [],
    inverted: false,
  }) as const

test('grey pixels are passed on without a copy, whatever their type', () => {
  for (const pixels of [Uint8Array.of(1, 2, 3, 4), Int16Array.of(-1, 2, 3, 4), Uint16Array.of(1, 2, 3, 4)]) {
    const film = normalise(decoded({ pixels }))
    assert.equal(film.pixels, pixels)
    assert.equal(film.colour, null)
  }
})

test('the range spans every stored value, padding included', () => {
  const film = normalise(
    decoded({ pixels: Int16Array.of(-2000, 5, 900, 7), padding: { low: -2000, high: -2000 } }),
  )
  assert.deepEqual(film.range, { min: -2000, max: 900 })
})

test("the file's first window opens the film", () => {
  const windows = [
    { centre: 40, width: 80, function: 'SIGMOID', name: 'SOFT' },
    { centre: 1, width: 2, function: 'LINEAR', name: 'BONE' },
  ] as const
  assert.equal(normalise(decoded({ grey: { ...noWindow(), windows } })).window, windows[0])
})

test('a film that brings no window opens from its 1st to its 99th percentile, after the modality transform', () => {
  // 1 to 1000, each once: 1 % of the pixels lie at or below 10, 99 % at or below 990.
  const pixels = Uint16Array.from({ length: 1000 }, (_, i) => i + 1)
  const film = normalise(decoded({ pixels, rows: 10, columns: 100, grey: noWindow(2, -100) }))
  assert.deepEqual(film.window, {
    centre: (2 * 10 - 100 + (2 * 990 - 100)) / 2,
    width: 2 * 980,
    function: 'LINEAR_EXACT',
    name: '1st to 99th percentile',
  })
})

test('padding and what lies under the shutter have no part in that window', () => {
  const pixels = Uint16Array.from({ length: 100 }, (_, i) => i)
  // Rows 1 to 10 of ten pixels: row r holds 10 (r - 1) to 10 r - 1. Open are rows 3 to 8, 20 to 79; 20 to 29 is padding.
  const film = normalise(
    decoded({
      pixels,
      rows: 10,
      columns: 10,
      grey: noWindow(),
      padding: { low: 20, high: 29 },
      shutters: [{ shape: 'RECTANGULAR', left: 0, right: 11, upper: 2, lower: 9 }],
    }),
  )
  assert.equal(film.window.centre, (30 + 79) / 2)
  assert.equal(film.window.width, 79 - 30)
})

test('a film of one value opens with a window of width 1, not 0', () => {
  const film = normalise(decoded({ pixels: Uint8Array.of(7, 7, 7, 7), grey: noWindow() }))
  assert.deepEqual([film.window.centre, film.window.width], [7, 1])
})

test('a film that is padding and nothing else still opens', () => {
  const film = normalise(
    decoded({ pixels: Uint8Array.of(7, 7, 7, 7), grey: noWindow(), padding: { low: 7, high: 7 } }),
  )
  assert.equal(film.window.width, 1)
})

test('32 bits that need 16 are moved to start at 0 and nothing is lost', () => {
  const film = normalise(
    decoded({
      pixels: Int32Array.of(70_000, 70_001, 135_535, 70_100),
      bitsStored: 32,
      grey: noWindow(3, -5),
    }),
  )
  assert.deepEqual(film.pixels, Uint16Array.of(0, 1, 65_535, 100))
  assert.deepEqual(film.grey.modality, { kind: 'rescale', slope: 3, intercept: 3 * 70_000 - 5, unit: '' })
  assert.deepEqual(film.warnings, [])
})

test('32 bits that need more are divided, with values after the modality transform as before, and a warning', () => {
  const film = normalise(
    decoded({
      pixels: Uint32Array.of(0, 4, 262_143, 1000),
      bitsStored: 32,
      grey: noWindow(0.5, 1),
      padding: { low: 262_143, high: 262_143 },
    }),
  )
  // 262,144 values are 18 bits, so steps of 4.
  assert.deepEqual(film.pixels, Uint16Array.of(0, 1, 65_535, 250))
  assert.deepEqual(film.grey.modality, { kind: 'rescale', slope: 2, intercept: 1, unit: '' })
  assert.deepEqual(film.padding, { low: 65_535, high: 65_535 })
  assert.deepEqual(
    film.warnings.map(({ code }) => code),
    ['NORMALISE_REDUCED_TO_16_BITS'],
  )
})

test('32 bits under a modality LUT are cut to its table, beyond which it is constant', () => {
  const table = { firstMapped: 100, bits: 16, entries: Uint16Array.of(5, 6, 7), name: '' }
  const film = normalise(
    decoded({
      pixels: Uint32Array.of(0, 100, 101, 4_000_000_000),
      bitsStored: 32,
      grey: { ...noWindow(), modality: { kind: 'table', table } },
    }),
  )
  assert.deepEqual(film.pixels, Uint16Array.of(0, 0, 1, 2))
  assert.deepEqual(film.grey.modality, { kind: 'table', table: { ...table, firstMapped: 0 } })
})

test('a colour film is analysed as luma and shown in its colours', () => {
  const film = normalise(
    decoded({
      samplesPerPixel: 3,
      photometricInterpretation: 'RGB',
      rows: 1,
      columns: 2,
      pixels: Uint8Array.of(255, 0, 0, 10, 20, 30),
    }),
  )
  // 0.299 × 255 = 76.2; 2.99 + 11.74 + 3.42 = 18.15
  assert.deepEqual(film.pixels, Uint8Array.of(76, 18))
  assert.deepEqual(film.colour, Uint8ClampedArray.of(255, 0, 0, 255, 10, 20, 30, 255))
  assert.deepEqual(film.window, { centre: 128, width: 256, function: 'LINEAR', name: 'Full range' })
})

test('a film stored in colour that has none is a grey film', () => {
  const film = normalise(
    decoded({
      samplesPerPixel: 3,
      photometricInterpretation: 'RGB',
      rows: 1,
      columns: 2,
      pixels: Uint16Array.of(900, 900, 900, 7, 7, 7),
      bitsStored: 10,
    }),
  )
  assert.deepEqual(film.pixels, Uint16Array.of(900, 7))
  assert.equal(film.colour, null)
  assert.equal(film.bitsStored, 10)
})

test('palette indices become the colours that they stand for', () => {
  const film = normalise(
    decoded({
      photometricInterpretation: 'PALETTE COLOR',
      rows: 1,
      columns: 3,
      pixels: Uint8Array.of(0, 6, 200),
      palette: {
        firstMapped: 5,
        bits: 16,
        red: Uint16Array.of(65_535, 0, 257),
        green: Uint16Array.of(0, 65_535, 257),
        blue: Uint16Array.of(0, 0, 514),
      },
    }),
  )
  // Below the first entry is the first, beyond the last is the last.
  assert.deepEqual(film.colour, Uint8ClampedArray.of(255, 0, 0, 255, 0, 255, 0, 255, 1, 1, 2, 255))
  // 0.299 × 65,535 = 19,595; 0.587 × 65,535 = 38,469; 0.299 × 257 + 0.587 × 257 + 0.114 × 514 = 286.3
  assert.deepEqual(film.pixels, Uint16Array.of(19_595, 38_469, 286))
})

test('shutters cover the film unless they are switched off, and the film says so', () => {
  // Edges count from 1 and are covered themselves: what is open is the second column.
  const shutters = [{ shape: 'RECTANGULAR', left: 1, right: 3, upper: 0, lower: 3 }] as const
  const shuttered = decoded({ shutters })
  const [on, off] = [normalise(shuttered), normalise(shuttered, { shutters: 'off' })]
  assert.equal(on.shutters, 'on')
  assert.deepEqual(on.padding, { low: 41, high: 41 })
  assert.deepEqual([...on.pixels], [41, 20, 41, 40])
  assert.equal(off.shutters, 'off')
  assert.equal(off.pixels, shuttered.pixels)
  assert.equal(off.padding, null)
  assert.equal(normalise(decoded({})).shutters, null)
})
