import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { overlayRaster } from './overlay-raster.ts'

describe('the overlays of a film', () => {
  const ink = [255, 236, 120, 255]
  // 0.6 of 255 is 153.
  const edge = [0, 0, 0, 153]

  test('are light ink in a dark, half transparent edge, and nothing elsewhere', () => {
    const { rgba } = overlayRaster(Uint8Array.of(1, 0, 0), { rows: 1, columns: 3 }, 1)
    assert.deepEqual([...rgba], [...ink, ...edge, 0, 0, 0, 0])
  })

  test('keep thin lines when the film is reduced, and cover what is left over at its edges', () => {
    const { rows, columns, rgba } = overlayRaster(Uint8Array.of(0, 1, 0, 0, 0), { rows: 1, columns: 5 }, 2)
    assert.deepEqual([rows, columns], [1, 3])
    assert.deepEqual([...rgba], [...ink, ...edge, 0, 0, 0, 0])
  })
})
