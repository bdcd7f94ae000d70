import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardFixture } from '../../shared/card.fixture.ts'
import { filmFixture } from './film.fixture.ts'
import { inputTensor } from './input-tensor.ts'

const input = { ...cardFixture().input, width: 4, height: 4 }
const white = filmFixture({ rows: 2, columns: 4, pixels: new Uint8Array(8).fill(255) })

test('a letterboxed film has black bars above and below', () => {
  const tensor = inputTensor(white, null, { ...input, fit: 'letterbox' })
  assert.deepEqual([...tensor], [0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0])
})

test('a squished film fills the input', () => {
  assert.deepEqual(
    [...inputTensor(white, null, input)],
    Array.from({ length: 16 }, () => 1),
  )
})

test('a view of the lungs is cut from the film, and is the whole film where none were found', () => {
  // Column 2 of 4 is white; the lungs are columns 2 and 3.
  const pixels = Uint8Array.of(0, 0, 255, 0, 0, 0, 255, 0)
  const film = filmFixture({ rows: 2, columns: 4, pixels })
  const view = { ...input, width: 2, height: 1, view: 'lungs' } as const
  const mask = { rows: 1, columns: 2, shares: Float32Array.of(0, 1), inside: Uint8Array.of(0, 1) }
  const found = { mask, box: { left: 2, top: 0, right: 4, bottom: 2 }, area: 0.5 }
  assert.deepEqual([...inputTensor(film, found, view)], [1, 0])
  const nothing = { ...found, box: null, area: 0 }
  assert.deepEqual(inputTensor(film, nothing, view), inputTensor(film, null, view))
  assert.deepEqual(inputTensor(film, null, view), inputTensor(film, null, { ...view, view: 'film' }))
})

test('MONOCHROME1 reaches the model with bright bone', () => {
  const inverted = { ...white, grey: { ...white.grey, inverted: true } }
  assert.deepEqual(
    [...inputTensor(inverted, null, input)],
    Array.from({ length: 16 }, () => 0),
  )
})

test('8 bits become shares of 255', () => {
  const film = filmFixture({ rows: 4, columns: 4, pixels: new Uint8Array(16).fill(51) })
  assert.equal(inputTensor(film, null, input)[0], Math.fround(51 / 255))
})

test('padding reaches the model as 0, also on an inverted film', () => {
  const film = filmFixture({
    rows: 2,
    columns: 2,
    pixels: Uint8Array.of(0, 255, 0, 255),
    padding: { low: 0, high: 0 },
    grey: { ...white.grey, inverted: true },
    window: { centre: 1000, width: 1, function: 'LINEAR', name: '' },
  })
  assert.deepEqual([...inputTensor(film, null, { ...input, width: 2, height: 2 })], [0, 1, 0, 1])
})
