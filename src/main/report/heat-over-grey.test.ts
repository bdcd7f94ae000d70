import assert from 'node:assert/strict'
import { test } from 'node:test'
import { colourOverGrey, heatOverGrey } from './heat-over-grey.ts'

/** One cell in four is hot; cells are two pixels wide and lie on a picture of four by four. */
const heat = {
  label: 'X',
  method: 'gradcam',
  rows: 2,
  columns: 2,
  values: Float32Array.of(0, 1, 0, 0),
  fullScale: 1,
  placement: { originX: 1, originY: 1, cellWidth: 2, cellHeight: 2 },
  insideLungs: null,
} as const

const grey = { rows: 4, columns: 4, samples: new Uint8Array(16).fill(100) }

const pixel = (rgb: Uint8Array, i: number) => [...rgb.slice(3 * i, 3 * i + 3)]

// The centres of the upper row's pixels lie at 0.5, 1.5, 2.5, 3.5: a quarter of a cell before the first centre,
// a quarter and three quarters between the two, and a quarter beyond the second.
test('the upper row warms towards the hot cell', async () => {
  const rgb = await heatOverGrey(grey, heat)
  const expected = [0, 0.25, 0.75, 1].map((share) => colourOverGrey(100, share))
  assert.deepEqual(
    [0, 1, 2, 3].map((i) => pixel(rgb, i)),
    expected,
  )
})

test('where the map is cold the film stays as it is', async () => {
  assert.deepEqual([...(await heatOverGrey(grey, heat))].slice(36, 39), [100, 100, 100])
})
