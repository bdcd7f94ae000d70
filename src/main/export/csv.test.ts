import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvLine, inertPath, inertText } from './csv.ts'

test('cells with commas, quotes and line ends are quoted, as RFC 4180 2.6 and 2.7 have it', () => {
  assert.equal(csvLine(['a', 'b,c', 'say "no"', 'two\nlines', '']), 'a,"b,c","say ""no""","two\nlines",\r\n')
})

// cell, as text, as a path
const cells = [
  ['=1+1', "'=1+1", './=1+1'],
  ['+49', "'+49", './+49'],
  ['-film.dcm', "'-film.dcm", './-film.dcm'],
  ['@film', "'@film", './@film'],
  ['\tfilm', "'\tfilm", './\tfilm'],
  ['film=1.dcm', 'film=1.dcm', 'film=1.dcm'],
  ['ward/=1+1.dcm', 'ward/=1+1.dcm', 'ward/=1+1.dcm'],
  ['', '', ''],
] as const
for (const [cell, text, path] of cells) {
  test(`no spreadsheet runs ${JSON.stringify(cell)}`, () => {
    assert.equal(inertText(cell), text)
    assert.equal(inertPath(cell), path)
  })
}
