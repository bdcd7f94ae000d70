// The heat map lies where the score came from, measured on the screen: on films of odd sizes, long films and pixels that
// are not square, zoomed and moved.

import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Page } from '@playwright/test'
import { expect, test } from 'hilum/e2e'
import { filmOf, shown } from './fixtures/screen.ts'
import { radiograph, type Radiograph } from './fixtures/square-radiograph.ts'

const TINY = fileURLToPath(new URL('../src/main/packs/fixtures/tiny', import.meta.url))

/** Of the model's 8 × 8 cells, the one in whose middle a bright square lies. */
const CELL = { row: 2, column: 5 }

const inSquare = (x: number, y: number) =>
  Math.abs(8 * x - CELL.column - 0.5) < 0.4 && Math.abs(8 * y - CELL.row - 0.5) < 0.4

/** Grain, since a film of two greys would be taken for a drawing. */
const grain = (row: number, column: number) => ((row * 31 + column * 17) % 64) / 512

interface Size {
  readonly rows: number
  readonly columns: number
}

function film({ rows, columns }: Size, more: Radiograph['more'] = []): Buffer {
  const value = (row: number, column: number) => {
    const isBright = inSquare((column + 0.5) / columns, (row + 0.5) / rows)
    return Math.round(4095 * ((isBright ? 0.8 : 0.1) + grain(row, column)))
  }
  return radiograph({ rows, columns, uid: '2.25.9', photometricInterpretation: 'MONOCHROME2', value, more })
}

// PS3.3 C.7.6.3.1.7: twice as high as they are wide.
const HIGH_PIXELS: Radiograph['more'] = [[0x00280034, 'IS', '2\\1']]

const films = [
  ['odd.dcm', { rows: 251, columns: 333 }, []],
  ['long.dcm', { rows: 449, columns: 201 }, []],
  ['high-pixels.dcm', { rows: 256, columns: 301 }, HIGH_PIXELS],
] as const

interface Spot {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the film is brighter than half, and the middle of the map within a cell and a half of there; in device pixels. */
async function spots(page: Page): Promise<{ square: Spot; heat: Spot }> {
  return filmOf(page).evaluate((film) => {
    // As e2e/README.md says which canvas is which.
    const canvases = [...film.querySelectorAll('canvas')]
    const spot = (canvas: HTMLCanvasElement, weigh: (pixel: Uint8ClampedArray) => number, near?: Spot) => {
      const { width, height } = canvas
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height)
      let [sum, x, y] = [0, 0, 0]
      const edges = { left: width, right: 0, top: height, bottom: 0 }
      for (let i = 0; i < width * height; i++) {
        const [column, row] = [i % width, Math.floor(i / width)]
        const away =
          near && Math.max(Math.abs(column - near.x) / near.width, Math.abs(row - near.y) / near.height)
        const weight = away !== undefined && away > 1.8 ? 0 : weigh(data.subarray(4 * i, 4 * i + 4))
        if (weight === 0) continue
        sum += weight
        x += weight * column
        y += weight * row
        edges.left = Math.min(edges.left, column)
        edges.right = Math.max(edges.right, column + 1)
        edges.top = Math.min(edges.top, row)
        edges.bottom = Math.max(edges.bottom, row + 1)
      }
      return { x: x / sum, y: y / sum, width: edges.right - edges.left, height: edges.bottom - edges.top }
    }
    const square = spot(canvases[0]!, ([red]) => (red! > 128 ? 1 : 0))
    return { square, heat: spot(canvases.at(-2)!, (pixel) => pixel[3]!, square) }
  })
}

/** Half a pixel of the film is what the map may be off. The square is eight tenths of a cell, a tenth of the film. */
async function expectTogether(page: Page, { rows, columns }: Size): Promise<void> {
  await expect.poll(async () => (await spots(page)).heat.width).toBeGreaterThan(1)
  const { square, heat } = await spots(page)
  expect(Math.abs(heat.x - square.x) / (square.width / (0.1 * columns))).toBeLessThan(0.5)
  expect(Math.abs(heat.y - square.y) / (square.height / (0.1 * rows))).toBeLessThan(0.5)
}

for (const [name, size, more] of films) {
  test(`the map of ${name} lies on its bright square, whatever the view`, async ({ openHilum }, info) => {
    const userData = info.outputPath('data')
    await cp(TINY, join(userData, 'models', 'tiny'), { recursive: true })
    await writeFile(join(userData, 'models', 'default.json'), '{"model":"tiny"}')
    const path = info.outputPath(name)
    await writeFile(path, film(size, more))
    const { page } = await openHilum({ userData, paths: [path] })
    await shown(page, name)
    await page.getByRole('button', { name: /^Heat map/ }).click()
    await page.getByRole('checkbox', { name: 'Show below the operating point' }).check()
    // Of this model's maps the one with something to see, which nobody draws unasked.
    await page.getByRole('button', { name: /^Class of the heat map/ }).click()
    await page.getByRole('menuitemradio', { name: 'No finding' }).click()
    await expectTogether(page, size)

    const box = (await filmOf(page).boundingBox())!
    const middle = { x: box.x + box.width * 0.55, y: box.y + box.height * 0.45 }
    await page.mouse.move(middle.x, middle.y)
    await page.mouse.wheel(0, -100)
    await expectTogether(page, size)

    await page.mouse.down({ button: 'right' })
    await page.mouse.move(middle.x - 31, middle.y + 17, { steps: 4 })
    await page.mouse.up({ button: 'right' })
    await expectTogether(page, size)
  })
}
