import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { HeatMap } from '../../shared/analysis.ts'
import { heatColour } from '../../shared/heat-colour.ts'
import { probability } from '../../shared/units.ts'
import { decodePicture, type Picture } from '../adapters/sharp.ts'
import { places } from '../places.ts'
import { heatMapPicture, type HeatMapPictureInput } from './heat-map-picture.ts'

// A black film of 200 x 100 pixels shown at half its size, with a map of 1 x 2 cells of which the right one is hot.
const heat: HeatMap = {
  label: 'A',
  method: 'gradcam',
  rows: 1,
  columns: 2,
  values: Float32Array.of(0, 4),
  fullScale: 4,
  placement: { originX: 50, originY: 50, cellWidth: 100, cellHeight: 100 },
  insideLungs: null,
}
const input: HeatMapPictureInput = {
  name: 'a <b> & c.dcm',
  picture: { rows: 50, columns: 100, grey: new Uint8Array(5000), scaleX: 2, scaleY: 2 },
  pixelAspect: 1,
  heat,
  grid: false,
  finding: {
    label: 'A',
    name: 'Class A',
    finding: true,
    probability: probability(0.7),
    threshold: 0.5,
    band: 'positive',
  },
  model: { id: 'm', version: '1.0.0', sha256: 'a'.repeat(64) },
}
// Where the film lies on the sheet.
const EDGE = 20

async function drawn(changes: Partial<HeatMapPictureInput> = {}): Promise<Picture> {
  const bytes = await heatMapPicture({ ...input, ...changes }, places.assets)
  return decodePicture({ name: 'drawn.png', bytes }, 0)
}

function pixel({ columns, samples, channels }: Picture, x: number, y: number): number[] {
  const at = ((y + EDGE) * columns + x + EDGE) * channels
  return [...samples.subarray(at, at + 3)]
}

test('the hot cell has the hottest colour at its centre, and the cold one leaves the film as it is', async () => {
  const picture = await drawn()
  const [red, green, blue, alpha] = heatColour(1)
  const overBlack = [red, green, blue].map((colour) => Math.round((colour * alpha) / 255))
  // The cells' centres lie at (50, 50) and (150, 50) of the film; beyond a centre its value holds to the edge.
  assert.deepEqual(pixel(picture, 75, 25), overBlack)
  assert.deepEqual(pixel(picture, 99, 49), overBlack)
  assert.deepEqual(pixel(picture, 25, 25), [0, 0, 0])
})

test('a map lies on a picture whose sides were not shrunk alike', async () => {
  // 210 x 95 pixels of a film in 100 x 50: the cells meet at 100 of 210, which is 47.6 of the picture, and begin at 0.
  const picture = { ...input.picture, scaleX: 2.1, scaleY: 1.9 }
  const [plain, grid] = await Promise.all([drawn({ picture }), drawn({ picture, grid: true })])
  const isLine = (x: number, y: number) => pixel(grid, x, y)[0]! - pixel(plain, x, y)[0]! > 60
  assert.deepEqual(
    [46, 47, 48].map((x) => isLine(x, 20)),
    [false, true, false],
  )
  // The cells end at 100 of 95.
  assert.deepEqual([isLine(30, 0), isLine(30, 49)], [true, false])
})

test('the grid is a light line in a dark edge between the cells and round them', async () => {
  const [plain, grid] = await Promise.all([drawn(), drawn({ grid: true })])
  // Cells end at 0, 100 and 200 of the film, which is 0, 50 and 100 of the picture; 0.55 of white over black is 140.
  assert.deepEqual(pixel(grid, 0, 25), [140, 140, 140])
  const dark = (x: number) => pixel(plain, x, 25).map((colour) => Math.round(colour * 0.65))
  assert.deepEqual(pixel(grid, 49, 25), dark(49))
  assert.deepEqual(
    pixel(grid, 50, 25),
    dark(50).map((colour) => Math.round(colour + (255 - colour) * 0.55)),
  )
  assert.deepEqual(pixel(grid, 51, 25), dark(51))
  assert.deepEqual(pixel(grid, 25, 25), [0, 0, 0])
})

test('pixels twice as high as wide make the film as high as wide', async () => {
  const [square, stretched] = await Promise.all([drawn(), drawn({ pixelAspect: 2 })])
  assert.equal(stretched.rows - square.rows, 50)
  assert.deepEqual(pixel(stretched, 25, 99), [0, 0, 0])
})

test('there are words below the film, whatever characters the name has', async () => {
  const { rows, columns, samples, channels } = await drawn()
  const below = samples.subarray((EDGE + 50) * columns * channels)
  assert.ok(rows > EDGE + 50 + 100)
  assert.ok(below.some((value) => value > 200))
})
