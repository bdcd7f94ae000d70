import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filmFixture } from '../../src/main/pipeline/film.fixture.ts'
import { parseCsv } from './chest-films.ts'
import { CHANGES } from './hung-otherwise.ts'
import { otherPictures } from './other-pictures.ts'
import { table } from './outcomes.ts'

// 1 2 3
// 4 5 6
const film = filmFixture({
  rows: 2,
  columns: 3,
  pixels: Uint8Array.of(1, 2, 3, 4, 5, 6),
  range: { min: 0, max: 6 },
})

const changes = [
  ['upside down', 2, 3, [6, 5, 4, 3, 2, 1]],
  ['mirrored top to bottom', 2, 3, [4, 5, 6, 1, 2, 3]],
  ['turned to the right by 90°', 3, 2, [4, 1, 5, 2, 6, 3]],
  ['turned to the left by 90°', 3, 2, [3, 6, 2, 5, 1, 4]],
  ['the left half', 2, 1, [1, 4]],
] as const

for (const [name, rows, columns, pixels] of changes) {
  test(`a film ${name}`, () => {
    const changed = CHANGES[name]!(film)
    assert.deepEqual([changed.rows, changed.columns, ...changed.pixels], [rows, columns, ...pixels])
  })
}

test('cells in quotes keep their commas, line breaks and quotes', () => {
  assert.deepEqual(parseCsv('a,b,c\r\n"1,2",,"say ""no""\nnow"\n3,4,5'), [
    ['a', 'b', 'c'],
    ['1,2', '', 'say "no"\nnow'],
    ['3', '4', '5'],
  ])
})

test('the drawn pictures are the same each time, and no two are alike', () => {
  const [once, again] = [otherPictures(2), otherPictures(2)]
  assert.deepEqual(once[3]!.grey, again[3]!.grey)
  assert.equal(new Set(once.map(({ grey }) => Buffer.from(grey).toString('base64'))).size, once.length)
})

test('each kind of picture has a row with what became of it', () => {
  const outcomes = [
    { pictures: 'chests', as: 'passes', warnings: [] },
    { pictures: 'chests', as: 'turned', warnings: ['GATE_INVERTED'] },
    { pictures: 'chests', as: 'GATE_NO_LUNGS', warnings: [] },
  ]
  assert.match(table(outcomes), /\n\| chests \| 3 \| 1 \| 1 \| GATE_NO_LUNGS 1 \| GATE_INVERTED 1 \|$/)
})
