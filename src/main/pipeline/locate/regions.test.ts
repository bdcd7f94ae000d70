import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LungMask } from '../../../shared/lungs.ts'
import { regions } from './regions.ts'
import { maskOf, runs } from './runs.ts'

/** A row each; # is lung. */
function drawn(lines: readonly string[]): LungMask {
  const inside = Uint8Array.from(lines.join(''), (sign) => (sign === '#' ? 1 : 0))
  return { rows: lines.length, columns: lines[0]!.length, shares: Float32Array.from(inside), inside }
}

test('a run ends where the row does', () => {
  assert.deepEqual(runs(drawn(['#.##', '##..'])), [
    { row: 0, first: 0, end: 1 },
    { row: 0, first: 2, end: 4 },
    { row: 1, first: 0, end: 2 },
  ])
})

test('a share on the threshold is lung', () => {
  const mask = maskOf(Float32Array.of(0.25, 0.5, 0.75, 0), { rows: 2, columns: 2 }, 0.5)
  assert.deepEqual([...mask.inside], [0, 1, 1, 0])
  assert.deepEqual(runs(mask), runs({ ...mask }))
})

const cases: readonly (readonly [name: string, lines: readonly string[], pixels: readonly number[]])[] = [
  ['nothing has no region', ['...', '...'], []],
  ['the largest comes first', ['#..#', '...#'], [2, 1]],
  ['pixels that touch by their corners are apart', ['#.', '.#'], [1, 1]],
  ['an end of a row and the beginning of the next are apart', ['..#', '#..'], [1, 1]],
  ['an empty row divides', ['##', '..', '##'], [2, 2]],
  ['two that meet further down are one', ['#.#', '#.#', '###'], [7]],
  ['many that meet at the end are one', ['#.#.#.#', '#.#.###', '#.###.#', '###...#'], [18]],
  ['one within another’s arms is another', ['#####', '#...#', '#.#.#', '#...#', '#####'], [16, 1]],
]

for (const [name, lines, pixels] of cases) {
  test(name, () => {
    assert.deepEqual(
      regions(drawn(lines)).map((region) => region.pixels),
      pixels,
    )
  })
}

test('a region says how far it reaches, and where its middle is', () => {
  // Columns 1, 1, 2, 3 of rows 0, 1, 1, 1.
  assert.deepEqual(regions(drawn(['.#...', '.###.'])), [
    {
      pixels: 4,
      meanColumn: 1.75,
      meanRow: 0.75,
      firstColumn: 1,
      lastColumn: 3,
      firstRow: 0,
      lastRow: 1,
    },
  ])
})
