import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { HeatMap } from '../../shared/analysis.ts'
import { heatColour } from '../../shared/heat-colour.ts'
import { heatMapRaster } from './heat-map-raster.ts'

const map = (rows: number, columns: number, values: readonly number[]): HeatMap => ({
  label: 'a',
  method: 'gradcam',
  rows,
  columns,
  values: Float32Array.from(values),
  fullScale: 2,
  placement: { originX: 16, originY: 16, cellWidth: 32, cellHeight: 32 },
  insideLungs: null,
})

/** The raster's colour at a pixel of the film. */
function colourAt(of: HeatMap, x: number, y: number): readonly number[] {
  const { width, height, rgba, area } = heatMapRaster(of)
  const column = Math.floor(((x - area.x) / area.width) * width)
  const row = Math.floor(((y - area.y) / area.height) * height)
  const at = (row * width + column) * 4
  return [...rgba.subarray(at, at + 4)]
}

function assertNear(colour: readonly number[], expected: readonly number[]): void {
  const apart = colour.map((channel, index) => Math.abs(channel - (expected[index] ?? 0)))
  assert.ok(Math.max(...apart) <= 3, `${colour.join()} is not ${expected.join()}`)
}

describe('the picture of a heat map', () => {
  const hotUpperLeft = map(2, 2, [2, 0, 0, 0])

  test('a hot cell is hottest at its centre', () => {
    assertNear(colourAt(hotUpperLeft, 16, 16), heatColour(1))
  })

  test('rows run down and columns run right', () => {
    assertNear(colourAt(map(2, 2, [0, 2, 0, 0]), 48, 16), heatColour(1))
    assertNear(colourAt(map(2, 2, [0, 0, 2, 0]), 16, 48), heatColour(1))
  })

  test('values between two centres lie between them', () => {
    assertNear(colourAt(hotUpperLeft, 32, 16), heatColour(0.5))
    assertNear(colourAt(hotUpperLeft, 32, 32), heatColour(0.25))
  })

  test('the outer half of an outer cell has the value of its centre', () => {
    assertNear(colourAt(hotUpperLeft, 1, 1), heatColour(1))
  })

  test('a cold cell draws nothing', () => {
    assert.deepEqual(colourAt(hotUpperLeft, 60, 60), [0, 0, 0, 0])
  })

  test('values beyond the scale have its last colour', () => {
    assertNear(colourAt(map(1, 1, [50]), 10, 10), heatColour(1))
  })
})
