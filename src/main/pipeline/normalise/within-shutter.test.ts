import assert from 'node:assert/strict'
import test from 'node:test'

import { openingVoi, shareTable } from '../../../shared/greyscale/display-table.ts'
import { rasterFilm } from '../decode/raster/raster-film.ts'
import type { DecodedFilm, Film, Shutter, StoredPixels } from '../film.ts'
import { inputTensor } from '../input-tensor.ts'
import { normalise } from '../normalise.ts'
import { picture } from '../picture.ts'
import { cardFixture } from '../../../shared/card.fixture.ts'

const SIDE = 5
const FILE = { path: '/films/film.dcm', name: 'film.dcm', bytes: Buffer.alloc(1), sha256: 'ab' }
const white = { centre: -1000, width: 1, function: 'LINEAR', name: '' } as const

function decoded(changes: Partial<DecodedFilm>): DecodedFilm {
  const { grey, ...plain } = rasterFilm(FILE, 'png', 0, {
    rows: SIDE,
    columns: SIDE,
    samplesPerPixel: 1,
    bits: 8,
    pixels: Uint8Array.from({ length: SIDE * SIDE }, (_, i) => i),
    frames: 1,
    warnings: [],
  })
  return { ...plain, grey: { ...grey, windows: [white] }, ...changes }
}

/** '#' where the film is lit, '.' where it is black. */
function lit(film: Film): string[] {
  const { grey } = picture(film, SIDE)
  return Array.from({ length: SIDE }, (_, row) =>
    Array.from(grey.subarray(row * SIDE, (row + 1) * SIDE), (value) => (value === 255 ? '#' : '.')).join(''),
  )
}

const middle: Shutter = { shape: 'RECTANGULAR', left: 1, right: 5, upper: 2, lower: 5 }
const shutters: readonly [shutter: Shutter, open: readonly string[]][] = [
  [middle, ['.....', '.....', '.###.', '.###.', '.....']],
  [{ shape: 'CIRCULAR', row: 3, column: 3, radius: 1 }, ['.....', '..#..', '.###.', '..#..', '.....']],
  [
    {
      shape: 'POLYGONAL',
      vertices: [
        [0, 0],
        [0, 6],
        [6, 0],
      ],
    },
    ['####.', '###..', '##...', '#....', '.....'],
  ],
]

for (const [shutter, open] of shutters) {
  test(`outside a ${shutter.shape.toLowerCase()} shutter the picture is black`, () => {
    assert.deepEqual(lit(normalise(decoded({ shutters: [shutter] }))), open)
  })

  test(`outside a ${shutter.shape.toLowerCase()} shutter an inverted film is black too`, () => {
    const black = { centre: 1000, width: 1, function: 'LINEAR', name: '' } as const
    const grey = { ...decoded({}).grey, windows: [black], inverted: true }
    assert.deepEqual(lit(normalise(decoded({ shutters: [shutter], grey }))), open)
  })

  test(`outside a ${shutter.shape.toLowerCase()} shutter the tensor is 0`, () => {
    const input = { ...cardFixture().input, width: SIDE, height: SIDE }
    const tensor = inputTensor(normalise(decoded({ shutters: [shutter] })), null, input)
    assert.deepEqual(
      [...tensor],
      [...open.join('')].map((sign) => (sign === '#' ? 1 : 0)),
    )
  })
}

test('of two shutters only what lies within both is shown', () => {
  const circle = { shape: 'CIRCULAR', row: 3, column: 3, radius: 1 } as const
  const film = normalise(decoded({ shutters: [circle, middle] }))
  assert.deepEqual(lit(film), ['.....', '.....', '.###.', '..#..', '.....'])
})

// what, pixels of a row of three, the middle one open; padding; the row and the padding after it
const rows: readonly (readonly [
  string,
  StoredPixels,
  Film['padding'],
  StoredPixels,
  NonNullable<Film['padding']>,
])[] = [
  ['a value above the picture', Uint8Array.of(9, 7, 200), null, Uint8Array.of(8, 7, 8), { low: 8, high: 8 }],
  [
    'a value below where the picture reaches the top',
    Int16Array.of(9, 32_767, 200),
    null,
    Int16Array.of(32_766, 32_767, 32_766),
    { low: 32_766, high: 32_766 },
  ],
  [
    'the padding that the file has',
    Uint16Array.of(9, 7, 200),
    { low: 65_000, high: 65_535 },
    Uint16Array.of(65_000, 7, 65_000),
    { low: 65_000, high: 65_535 },
  ],
  [
    'a value of its own where no pixel can have the padding',
    Uint16Array.of(9, 7, 200),
    { low: -2000, high: -2000 },
    Uint16Array.of(8, 7, 8),
    { low: 8, high: 8 },
  ],
]
for (const [what, pixels, padding, after, paddingAfter] of rows) {
  test(`what the shutter covers becomes ${what}`, () => {
    const shutter = { shape: 'RECTANGULAR', left: 1, right: 3, upper: 0, lower: 2 } as const
    const film = normalise(decoded({ rows: 1, columns: 3, pixels, padding, shutters: [shutter] }))
    assert.deepEqual(film.pixels, after)
    assert.deepEqual(film.padding, paddingAfter)
  })
}

const open256 = { shape: 'RECTANGULAR', left: 0, right: 257, upper: 0, lower: 2 } as const

test('8 bits of which the picture uses every value are widened to have one more', () => {
  const pixels = Uint8Array.from({ length: 257 }, (_, i) => i)
  const film = normalise(decoded({ rows: 1, columns: 257, pixels, shutters: [open256] }))
  assert.deepEqual(
    film.pixels,
    Uint16Array.from({ length: 257 }, (_, i) => i),
  )
  assert.deepEqual(film.padding, { low: 256, high: 256 })
})

test('16 bits of which the picture uses both ends lose their brightest value', () => {
  const pixels = new Uint16Array(257).fill(9)
  pixels.set([0, 65_535])
  const film = normalise(decoded({ rows: 1, columns: 257, pixels, shutters: [open256] }))
  assert.deepEqual([film.pixels[0], film.pixels[1], film.pixels[256]], [0, 65_534, 65_535])
  assert.deepEqual(film.padding, { low: 65_535, high: 65_535 })
})

test('the colours of a colour film are transparent outside', () => {
  const film = normalise(
    decoded({
      samplesPerPixel: 3,
      photometricInterpretation: 'RGB',
      rows: 1,
      columns: 2,
      pixels: Uint8Array.of(255, 0, 0, 10, 20, 30),
      shutters: [{ shape: 'RECTANGULAR', left: 1, right: 3, upper: 0, lower: 2 }],
    }),
  )
  assert.deepEqual(film.colour, Uint8ClampedArray.of(255, 0, 0, 0, 10, 20, 30, 255))
  const shares = shareTable(film, openingVoi(film.grey, { kind: 'window', window: film.window }))
  assert.equal(shares[film.pixels[0]! - film.range.min], 0)
})

test('a shutter that leaves nothing open is left aside, with a warning', () => {
  const shutter = { shape: 'CIRCULAR', row: 900, column: 900, radius: 1 } as const
  const film = normalise(decoded({ shutters: [shutter] }))
  assert.equal(film.pixels[7], 7)
  assert.deepEqual(
    film.warnings.map(({ code }) => code),
    ['NORMALISE_SHUTTER_CLOSED'],
  )
})
