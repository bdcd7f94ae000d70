import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byteTable, openingVoi, shareTable } from './display-table.ts'
import type { GreyTransform, LookUpTable, Voi, Window } from './grey-transform.ts'

const window = (centre: number, width: number): Voi & { kind: 'window' } => ({
  kind: 'window',
  window: { centre, width, function: 'LINEAR', name: '' } satisfies Window,
})
const grey = (changes: Partial<GreyTransform> = {}): GreyTransform => ({
  modality: { kind: 'rescale', slope: 1, intercept: 0, unit: '' },
  windows: [],
  voiTables: [],
  inverted: false,
  ...changes,
})
const voiTable: LookUpTable = { firstMapped: 0, bits: 8, entries: Uint16Array.from([255, 0]), name: '' }

// what, values from min to max, the transform, the VOI, 8 bits on the screen
const cases: readonly (readonly [string, number, number, GreyTransform, Voi, readonly number[]])[] = [
  ['0 to 3 over the whole range', 0, 3, grey(), window(2, 4), [0, 85, 170, 255]],
  // 255 / 2 = 127.5, and halves go up.
  ['0 to 2: the middle rounds up', 0, 2, grey(), window(1.5, 3), [0, 128, 255]],
  [
    'MONOCHROME1: the smallest value is white',
    0,
    3,
    grey({ inverted: true }),
    window(2, 4),
    [255, 170, 85, 0],
  ],
  ['negative values', -2, 1, grey(), window(0, 4), [0, 85, 170, 255]],
  [
    'the window applies after the rescale',
    0,
    3,
    grey({ modality: { kind: 'rescale', slope: 10, intercept: -1024, unit: 'HU' } }),
    // From -1024 to -994.
    window(-1008.5, 31),
    [0, 85, 170, 255],
  ],
  ['a VOI LUT', 0, 1, grey(), { kind: 'table', table: voiTable }, [255, 0]],
  [
    'a VOI LUT of a MONOCHROME1 film is inverted after it',
    0,
    1,
    grey({ inverted: true }),
    { kind: 'table', table: voiTable },
    [0, 255],
  ],
]

for (const [name, min, max, transform, voi, expected] of cases) {
  test(name, () =>
    assert.deepEqual([...byteTable({ range: { min, max }, grey: transform, padding: null }, voi)], expected),
  )
}

test('shares are what bytes are made of', () => {
  const shares = shareTable({ range: { min: 0, max: 4 }, grey: grey(), padding: null }, window(2.5, 5))
  assert.deepEqual([...shares], [0, 0.25, 0.5, 0.75, 1])
})

// Values -1 to 2, of which the window turns all white; padding from, to.
const paddings = [
  [-1, -1, [0, 255, 255, 255]],
  [1, 9, [255, 255, 0, 0]],
  [-9, -2, [255, 255, 255, 255]],
  [3, 9, [255, 255, 255, 255]],
] as const
for (const [low, high, expected] of paddings) {
  test(`padding from ${low} to ${high} is black in bytes and shares, also when inverted`, () => {
    const padded = { range: { min: -1, max: 2 }, padding: { low, high } }
    const white = { ...padded, grey: grey({ inverted: true }) }
    assert.deepEqual([...byteTable(white, window(100, 1))], expected)
    assert.deepEqual(
      [...shareTable(white, window(100, 1))],
      expected.map((byte) => byte / 255),
    )
  })
}

test('a film opens with its VOI LUT, and without one with its window', () => {
  assert.deepEqual(openingVoi(grey({ voiTables: [voiTable] }), window(1, 2)), {
    kind: 'table',
    table: voiTable,
  })
  assert.deepEqual(openingVoi(grey(), window(1, 2)), window(1, 2))
})
