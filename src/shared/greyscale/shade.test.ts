import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GreyTransform, LookUpTable } from './grey-transform.ts'
import { shadeAsTold, toldShade, type Shade } from './shade.ts'

const table = (name: string): LookUpTable => ({
  firstMapped: 0,
  bits: 8,
  entries: Uint16Array.of(0, 255),
  name,
})
const voiTables = [table('first'), table('second')]
const window = { centre: 10, width: 20, function: 'LINEAR', name: '' } as const
const grey: GreyTransform = {
  modality: { kind: 'rescale', slope: 1, intercept: 0, unit: '' },
  windows: [],
  voiTables,
  inverted: false,
}

const cases: readonly Shade[] = [
  { voi: { kind: 'window', window }, turned: true },
  { voi: { kind: 'table', table: voiTables[1]! }, turned: false },
]
for (const shade of cases) {
  test(`a shade by a ${shade.voi.kind} is the same to somebody who has the film and was told of it`, () => {
    assert.deepEqual(shadeAsTold(toldShade(shade, grey), { grey, window }), shade)
  })
}

test('where the file has no such table any more, the film is shown as it opens', () => {
  const told = toldShade(cases[1]!, grey)
  assert.deepEqual(shadeAsTold(told, { grey: { ...grey, voiTables: [] }, window }).voi, {
    kind: 'window',
    window,
  })
})
