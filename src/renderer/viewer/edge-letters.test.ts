import assert from 'node:assert/strict'
import { test } from 'node:test'
import { edgeLetters } from './edge-letters.ts'

// (0020,0020), left, right, upper and lower edge
const cases = [
  // A frontal film as it is hung: the patient's left at the reader's right.
  [['L', 'F'], 'R', 'L', 'H', 'F'],
  [['R', 'F'], 'L', 'R', 'H', 'F'],
  [['P', 'F'], 'A', 'P', 'H', 'F'],
  [['LF', 'FR'], 'RH', 'LF', 'HL', 'FR'],
  // Of animals (PS3.3 C.7.6.1.1.1) only what is written is known.
  [['LE', 'CD'], '', 'LE', '', 'CD'],
] as const

for (const [orientation, left, right, upper, lower] of cases) {
  test(`${orientation.join('\\')} puts "${left}" left and "${upper}" above`, () => {
    assert.deepEqual(edgeLetters(orientation), { left, right, upper, lower })
  })
}

for (const orientation of [[], ['L'], ['', 'F']]) {
  test(`[${orientation.join(', ')}] puts no letters anywhere`, () =>
    assert.equal(edgeLetters(orientation), null))
}
