import assert from 'node:assert/strict'
import test from 'node:test'

import { overlayPlane } from './overlay-plane.ts'

const dot = { rows: 1, columns: 1, bits: Uint8Array.of(1), label: '' }
const square = { rows: 2, columns: 2, bits: Uint8Array.of(1, 1, 1, 0), label: '' }

// overlays, the plane on a film of three rows of four
const cases = [
  ['an overlay at the origin 1\\1', [{ ...square, originRow: 1, originColumn: 1 }], ['##..', '#...', '....']],
  ['an overlay at row 2, column 3', [{ ...square, originRow: 2, originColumn: 3 }], ['....', '..##', '..#.']],
  [
    'one that reaches beyond the upper left',
    [{ ...square, originRow: 0, originColumn: 1 }],
    ['#...', '....', '....'],
  ],
  [
    'one that reaches beyond the lower right',
    [{ ...square, originRow: 3, originColumn: 4 }],
    ['....', '....', '...#'],
  ],
  [
    'several',
    [
      { ...square, originRow: 1, originColumn: 1 },
      { ...dot, originRow: 3, originColumn: 4 },
    ],
    ['##..', '#...', '...#'],
  ],
] as const

for (const [name, overlays, expected] of cases) {
  test(`${name} lies where the standard has it`, () => {
    const plane = overlayPlane({ overlays, rows: 3, columns: 4 })
    const lines = expected.map((_, row) =>
      Array.from(plane!.subarray(row * 4, row * 4 + 4), (value) => (value === 1 ? '#' : '.')).join(''),
    )
    assert.deepEqual(lines, expected)
  })
}

const nothing = [
  ['no overlay', []],
  ['an empty overlay', [{ ...dot, bits: Uint8Array.of(0), originRow: 1, originColumn: 1 }]],
  ['an overlay beside the film', [{ ...dot, originRow: 1, originColumn: 9 }]],
] as const
for (const [name, overlays] of nothing) {
  test(`${name} makes no plane`, () => {
    assert.equal(overlayPlane({ overlays, rows: 3, columns: 4 }), null)
  })
}
