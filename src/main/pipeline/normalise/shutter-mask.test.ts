import assert from 'node:assert/strict'
import test from 'node:test'

import { shutterMask } from './shutter-mask.ts'
import type { Shutter } from '../film.ts'

const cases: readonly { shutter: Shutter; open: readonly string[] }[] = [
  {
    shutter: { shape: 'RECTANGULAR', left: 1, right: 5, upper: 2, lower: 5 },
    open: ['.....', '.....', '.###.', '.###.', '.....'],
  },
  {
    shutter: { shape: 'CIRCULAR', row: 3, column: 3, radius: 1 },
    open: ['.....', '..#..', '.###.', '..#..', '.....'],
  },
  {
    shutter: {
      shape: 'POLYGONAL',
      vertices: [
        [0, 0],
        [0, 6],
        [6, 0],
      ],
    },
    open: ['####.', '###..', '##...', '#....', '.....'],
  },
]

for (const { shutter, open } of cases) {
  test(`a ${shutter.shape.toLowerCase()} shutter leaves what is inside it`, () => {
    const mask = shutterMask(shutter, { rows: 5, columns: 5 })
    const rows = open.map((_, row) =>
      [...mask.subarray(row * 5, row * 5 + 5)].map((pixel) => (pixel === 1 ? '#' : '.')).join(''),
    )
    assert.deepEqual(rows, open)
  })
}
