// In every size that the window may have: nothing lies over the film but what belongs to it, nothing over anything else.

import { cp, mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Locator, Page, TestInfo } from '@playwright/test'
import { expect, test, type Fixtures, type Hilum } from 'hilum/e2e'
import { SAMPLES } from './fixtures/folders.ts'
import { markedFilm } from './fixtures/marked-film.ts'
import { filmOf, shown } from './fixtures/screen.ts'
import { squareRadiograph } from './fixtures/square-radiograph.ts'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 1000, height: 700 },
  { width: 900, height: 600 },
]
const LONG_NAME = `${'A long name of an export with everything in it '.repeat(3)}IM-000123.dcm`

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const boxOf = async (part: Locator): Promise<Box> => (await part.boundingBox())!
const boxesOf = async (parts: Locator) => Promise.all((await parts.all()).map(boxOf))

function overlap(one: Box, other: Box): boolean {
  const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)
  const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y)
  return across > 1 && down > 1
}

function overlaps(boxes: readonly Box[]): number {
  return boxes.filter((box, i) => boxes.slice(i + 1).some((other) => overlap(box, other))).length
}

async function openMarked(
  openHilum: Fixtures['openHilum'],
  info: TestInfo,
  name = 'marked.dcm',
): Promise<Hilum> {
  const path = info.outputPath(name)
  await writeFile(path, markedFilm())
  const hilum = await openHilum({ paths: [path, SAMPLES] })
  await shown(hilum.page, name)
  return hilum
}

const viewport = (page: Page) => page.getByRole('region', { name: 'Film viewport' })

test('the toolbar is one line of buttons apart, with all that a film can bring', async ({
  openHilum,
}, info) => {
  const { page } = await openMarked(openHilum, info)
  for (const size of SIZES) {
    await page.setViewportSize(size)
    const buttons = page.getByRole('banner').getByRole('button')
    await expect(buttons.filter({ visible: true }).and(page.getByTitle(/^Overlays|^Display/))).toHaveCount(2)
    const boxes = await boxesOf(buttons)
    expect(overlaps(boxes), `${size.width} wide`).toBe(0)
    for (const { x, y, width, height } of boxes) {
      expect(y + height).toBeLessThan(44)
      expect(x + width).toBeLessThanOrEqual(size.width)
    }
    expect(overlaps(await boxesOf(page.getByRole('navigation').locator('h2, button')))).toBe(0)
    const name = page.getByRole('button', { name: 'Window: Window 1 of the file' }).getByText('Window 1')
    const cut = await name.evaluate((words) => words.scrollWidth - words.clientWidth)
    expect(cut, `${size.width} wide`).toBeLessThanOrEqual(0)
  }
})

test('messages stand beside the film, which stays as large as it is', async ({ openHilum }, info) => {
  const hilum = await openMarked(openHilum, info)
  const { page } = hilum
  const empty = info.outputPath('no model')
  await mkdir(empty)
  for (const size of SIZES) {
    await page.setViewportSize(size)
    const before = await boxOf(viewport(page))
    await hilum.answerOpenDialog([empty])
    await hilum.clickMenu('import-model')
    const message = page.getByRole('alert').filter({ hasText: 'no model' })
    await expect(message).toBeInViewport({ ratio: 1 })
    expect(await boxOf(viewport(page))).toEqual(before)
    expect(overlap(await boxOf(message), before)).toBe(false)
    await page.getByRole('button', { name: /^Dismiss: The folder/ }).click()
    await expect(message).toHaveCount(0)
  }
})

test('a long name takes two lines of the film at most, in the smallest window too', async ({
  openHilum,
}, info) => {
  const { page } = await openMarked(openHilum, info, LONG_NAME)
  const words = viewport(page).getByText(LONG_NAME)
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await expect.poll(async () => (await boxOf(words)).height).toBeLessThan(40)
  }
})

test('the frames’ slider leaves the words in the corners alone', async ({ openHilum }, info) => {
  const path = info.outputPath('frames.dcm')
  const film = { side: 64, uid: '2.25.61', photometricInterpretation: 'MONOCHROME2', more: [] } as const
  await writeFile(path, squareRadiograph({ ...film, frames: 2, value: () => 1000 }))
  const { page } = await openHilum({ paths: [path] })
  await shown(page, 'frames.dcm')
  const slider = page.getByRole('slider', { name: 'Frame' })
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await expect(slider).toBeVisible()
    const box = await boxOf(slider)
    for (const words of await boxesOf(viewport(page).locator('p'))) expect(overlap(words, box)).toBe(false)
  }
})

test('scoring a list moves nothing, and says so where nothing is left', async ({ openHilum }) => {
  const { page } = await openHilum({ paths: [SAMPLES] })
  await shown(page, 'chest-1-clear.dcm')
  const scoreAll = page.getByRole('button', { name: 'Score all' })
  const places = new Map<number, Box>()
  for (const size of SIZES) {
    await page.setViewportSize(size)
    places.set(size.width, await boxOf(viewport(page)))
  }
  await scoreAll.click()
  await expect(page.getByRole('status', { name: 'Scoring' })).toHaveText(/\d scored/)
  await page.getByRole('button', { name: 'Order of the films: As found' }).click()
  await page.getByRole('menuitemradio', { name: 'Findings first' }).click()
  for (const size of SIZES) {
    await page.setViewportSize(size)
    expect(await boxOf(viewport(page)), `${size.width} wide`).toEqual(places.get(size.width))
    const [list, clear] = [page.getByRole('navigation'), page.getByRole('button', { name: 'Clear list' })]
    const [outer, inner] = [await boxOf(list), await boxOf(clear)]
    expect(inner.x + inner.width).toBeLessThanOrEqual(outer.x + outer.width)
  }
  await scoreAll.click()
  await expect(page.getByRole('status').filter({ hasText: 'Nothing is left to score' })).toBeVisible()
})

test('counts of films that are no longer in the list are gone with them', async ({ openHilum }) => {
  const { page } = await openHilum({ paths: [SAMPLES] })
  await page.getByRole('button', { name: 'Score all' }).click()
  const counts = page.getByRole('status', { name: 'Scoring' })
  await expect(counts).toHaveText(/scored/)
  await page.getByRole('button', { name: 'Clear list' }).click()
  await expect(page.getByRole('region', { name: 'Status' })).toContainText('0 films')
  await expect(counts).toHaveCount(0)
  await expect(filmOf(page)).toHaveCount(0)
})

test('in the system’s contrast colours the chosen film and a switch that is on stand out', async ({
  openHilum,
}) => {
  const { page } = await openHilum({ paths: [SAMPLES] })
  await shown(page, 'chest-1-clear.dcm')
  await page.keyboard.press('h')
  const colours = (part: Locator) =>
    part.evaluate((one) => [getComputedStyle(one).backgroundColor, getComputedStyle(one).color] as const)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme })
    for (const [on, off] of [
      [page.getByRole('option', { selected: true }), page.getByRole('option', { selected: false }).first()],
      [
        page.getByRole('button', { name: 'Heat map', exact: true }),
        page.getByRole('button', { name: 'Invert' }),
      ],
    ] as const) {
      const [chosen, other] = [await colours(on), await colours(off)]
      expect(chosen[0], colorScheme).not.toBe(other[0])
      expect(chosen[0]).not.toBe(chosen[1])
    }
  }
})

test('P leaves the film all of the width, messages below it, and brings the panels back', async ({
  openHilum,
}, info) => {
  const hilum = await openHilum({ paths: [SAMPLES] })
  const { page } = hilum
  await shown(page, 'chest-1-clear.dcm')
  const panels = [page.getByRole('navigation'), page.getByRole('region', { name: 'Findings' })]
  const empty = info.outputPath('no model')
  await mkdir(empty)
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await page.keyboard.press('p')
    for (const panel of panels) await expect(panel).toHaveCount(0)
    await expect.poll(async () => (await boxOf(viewport(page))).width).toBe(size.width)
    // The keys go on through the list.
    await page.keyboard.press('End')
    await shown(page, 'chest-4-nodule.jpg')
    await page.keyboard.press('Home')
    await shown(page, 'chest-1-clear.dcm')
    await hilum.answerOpenDialog([empty])
    await hilum.clickMenu('import-model')
    const message = page.getByRole('alert').filter({ hasText: 'no model' })
    await expect(message).toBeInViewport({ ratio: 1 })
    expect(overlap(await boxOf(message), await boxOf(viewport(page)))).toBe(false)
    await hilum.clickMenu('toggle-panels')
    for (const panel of panels) await expect(panel).toBeVisible()
    await page.getByRole('button', { name: /^Dismiss: The folder/ }).click()
  }
})

test('a name is on one line where the corner beside it is empty', async ({ openHilum }, info) => {
  const path = info.outputPath('pneu_00005869_001_of_the_set.jpg')
  await cp(join(SAMPLES, 'chest-4-nodule.jpg'), path)
  const { page } = await openHilum({ paths: [path] })
  await shown(page, basename(path))
  for (const size of SIZES) {
    await page.setViewportSize(size)
    await expect
      .poll(async () => (await boxOf(viewport(page).getByText(basename(path)))).height)
      .toBeLessThan(22)
  }
})
