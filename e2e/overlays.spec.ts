// Shutter, padding and overlays as a reader sees them.

import { writeFile } from 'node:fs/promises'
import type { Page, TestInfo } from '@playwright/test'
import { expect, test, type Fixtures } from 'hilum/e2e'
import { SAMPLES, SAMPLE_NAMES } from './fixtures/folders.ts'
import { markedFilm, PLACES } from './fixtures/marked-film.ts'
import { coloursAt, filmOf, shown } from './fixtures/screen.ts'

const places = [PLACES.outsideShutter, PLACES.padding, PLACES.overlay, PLACES.film]
const BLACK = [0, 0, 0]
const INK = [255, 236, 120]
const grey = (value: number) => [value, value, value]

async function openMarked(openHilum: Fixtures['openHilum'], info: TestInfo): Promise<Page> {
  const path = info.outputPath('marked.dcm')
  await writeFile(path, markedFilm())
  const { page } = await openHilum({ paths: [path] })
  await shown(page, 'marked.dcm')
  return page
}

test('shutter and padding are black and overlays light, however the film is shown', async ({
  openHilum,
}, info) => {
  const page = await openMarked(openHilum, info)
  await expect.poll(() => coloursAt(page, places)).toEqual([BLACK, BLACK, INK, grey(170)])
  await filmOf(page).press('i')
  await expect.poll(() => coloursAt(page, places)).toEqual([BLACK, BLACK, INK, grey(85)])
})

test('O and its button switch the overlays off and on', async ({ openHilum }, info) => {
  const page = await openMarked(openHilum, info)
  const button = page.getByRole('button', { name: 'Overlays' })
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await filmOf(page).press('o')
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(() => coloursAt(page, [PLACES.overlay])).toEqual([grey(170)])
  await button.click()
  await expect.poll(() => coloursAt(page, [PLACES.overlay])).toEqual([INK])
})

test('S and its button show what the shutters cover, and a reset covers it again', async ({
  openHilum,
}, info) => {
  const page = await openMarked(openHilum, info)
  const button = page.getByRole('button', { name: 'Display shutters' })
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await filmOf(page).press('s')
  // Padding stays black: it is no part of the picture.
  await expect.poll(() => coloursAt(page, places)).toEqual([grey(170), BLACK, INK, grey(170)])
  const viewport = page.getByRole('region', { name: 'Film viewport' })
  await expect(viewport).toContainText('Display shutters off; scored with them on')
  await button.click()
  await expect.poll(() => coloursAt(page, places)).toEqual([BLACK, BLACK, INK, grey(170)])
  await button.click()
  await expect(viewport).toContainText('Display shutters off')
  await filmOf(page).press('0')
  await expect.poll(() => coloursAt(page, places)).toEqual([BLACK, BLACK, INK, grey(170)])
})

test('overlays move with the film', async ({ openHilum }, info) => {
  const page = await openMarked(openHilum, info)
  const box = await filmOf(page).boundingBox()
  if (box === null) throw new Error('no film')
  const side = Math.min(box.width, box.height)
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  await page.mouse.move(middle.x, middle.y)
  await page.mouse.down({ button: 'right' })
  await page.mouse.move(middle.x - side / 4, middle.y, { steps: 5 })
  await page.mouse.up({ button: 'right' })
  const [x, y] = PLACES.overlay
  await expect
    .poll(() =>
      coloursAt(page, [
        [x - 0.25, y],
        [x, y],
      ]),
    )
    .toEqual([INK, grey(170)])
})

test('a film without overlays and shutters has no switch for them', async ({ openHilum }) => {
  const { page } = await openHilum({ paths: [SAMPLES] })
  await shown(page, SAMPLE_NAMES[0])
  await expect(page.getByRole('button', { name: 'Overlays' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Display shutters' })).toHaveCount(0)
})
