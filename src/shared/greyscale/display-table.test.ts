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
  test(name, () => assert.deepEqual([...byteTable({ min, max }, transform, voi)], expected))
}

test('shares are what bytes are made of', () => {
  const shares = shareTable({ min: 0, max: 4 }, grey(), window(2.5, 5))
  assert.deepEqual([...shares], [0, 0.25, 0.5, 0.75, 1])
})

test('a film opens with its VOI LUT, and without one with its window', () => {
  assert.deepEqual(openingVoi(grey({ voiTables: [voiTable] }), window(1, 2)), {
    kind: 'table',
    table: voiTable,
  })
  assert.deepEqual(openingVoi(grey(), window(1, 2)), window(1, 2))
})
