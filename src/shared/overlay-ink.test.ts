import assert from 'node:assert/strict'
import { test } from 'node:test'
import { overlayInk } from './overlay-ink.ts'

/** '#' marks ink, '+' its edge. */
function drawn(marks: readonly string[], rows: number, columns: number): string[] {
  const from = { rows: marks.length, columns: marks[0]!.length }
  const plane = Uint8Array.from(marks.join(''), (sign) => (sign === '#' ? 1 : 0))
  const ink = overlayInk(plane, from, { rows, columns })
  return Array.from({ length: rows }, (_, row) =>
    Array.from(ink.subarray(row * columns, (row + 1) * columns), (value) => '.+#'[value]).join(''),
  )
}

const cases = [
  [
    'ink has an edge of one pixel',
    ['.....', '..#..', '.....', '.....'],
    ['.+++.', '.+#+.', '.+++.', '.....'],
  ],
  ['at the border the edge is cut off', ['#...', '....', '....'], ['#+..', '++..', '....']],
  // Columns 0 and 1 of a line one pixel wide become one.
  ['a thin line stays whole at half the size', ['.#......', '.#......'], ['#+..']],
  ['any mark in a block of three is ink', ['........#', '.........', '.........'], ['.+#']],
  // Five columns on three: middles 0.3, 0.9, 1.5, 2.1, 2.7.
  ['sizes need not divide', ['..#..'], ['+#+']],
] as const
for (const [name, marks, expected] of cases) {
  test(name, () => assert.deepEqual(drawn(marks, expected.length, expected[0].length), expected))
}
