// The heat map lies where the score came from, on one scale, and only where there is something to explain.

import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'hilum/e2e'
import { SAMPLES, SAMPLE_NAMES, startingWith } from './fixtures/folders.ts'
import { coloursAt, filmOf, shown, type Colour } from './fixtures/screen.ts'

const TINY = fileURLToPath(new URL('../src/main/packs/fixtures/tiny', import.meta.url))

const GRID = Array.from(
  { length: 64 },
  (_, i) => [((i % 8) + 0.5) / 8, (Math.floor(i / 8) + 0.5) / 8] as const,
)

// Across the upright edges between the cells; a pixel to either side, since an edge may lie between two of the screen.
const EDGES = Array.from(
  { length: 7 * 8 },
  (_, i) => [((i % 7) + 1) / 8, (Math.floor(i / 7) + 0.5) / 8] as const,
).flatMap(([x, y]) => [-1, 0, 1].map((by) => [x + by / 800, y] as const))

const tint = ([red, green, blue]: Colour) => Math.max(red, green, blue) - Math.min(red, green, blue)

test('the film is grey until the heat map is switched on, and again when it is off', async ({
  openHilum,
}) => {
  const { page } = await openHilum({ paths: [SAMPLES] })
  await shown(page, SAMPLE_NAMES[0])
  await expect(page.getByRole('region', { name: 'Findings' }).getByRole('meter').first()).toBeVisible()
  const tinted = async () => (await coloursAt(page, GRID)).filter((colour) => tint(colour) > 8).length
  expect(await tinted()).toBe(0)
  // One with nothing on it takes no part in the page, which would put it on the screen anew with every word.
  const laidOver = filmOf(page).locator('canvas:visible')
  await expect(laidOver).toHaveCount(1)

  const toggle = page.getByRole('button', { name: /^Heat map/ })
  await toggle.click()
  await expect(toggle).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('checkbox', { name: 'Show below the operating point' }).or(toggle).first().waitFor()
  await expect.poll(tinted).toBeGreaterThan(3)
  await expect(laidOver).toHaveCount(2)
  await expect(page.getByRole('region', { name: 'Heat map' })).toContainText(
    /\d+% of the map lies inside the lungs\./,
  )

  await toggle.click()
  await expect.poll(tinted).toBe(0)
  await expect(laidOver).toHaveCount(1)
})

test('G draws the model’s grid over the film, on the edges of its 8 × 8 cells', async ({
  openHilum,
}, info) => {
  const userData = await startingWith('darkcovidnet-3', info.outputPath('data'))
  const { page } = await openHilum({ userData, paths: [SAMPLES] })
  await shown(page, SAMPLE_NAMES[0])
  await page.getByRole('button', { name: /^Heat map/ }).click()
  const panel = page.getByRole('region', { name: 'Heat map' })
  await expect(panel).toContainText('Drawn for')
  const light = async (places: typeof EDGES) => (await coloursAt(page, places)).map(([red]) => red)
  const before = { edges: await light(EDGES), middles: await light(GRID) }

  await page.keyboard.press('g')
  await expect(panel.getByRole('checkbox', { name: 'Show the model’s grid' })).toBeChecked()
  await expect(panel).toContainText('8 × 8 values')
  // 35 % black below 55 % white.
  const lined = (value: number) => 0.65 * 0.45 * value + 0.55 * 255
  const lines = async () => {
    const now = await light(EDGES)
    return now.filter((value, i) => Math.abs(value - lined(before.edges[i]!)) < 3).length
  }
  // Of three pixels side by side one is the line, and where the film is light its edge may be like it.
  await expect.poll(lines).toBeGreaterThanOrEqual(EDGES.length / 3)
  expect(await light(GRID)).toEqual(before.middles)
})

test('a model with maps by two methods lets the reader choose', async ({ openHilum }, info) => {
  const userData = info.outputPath('data')
  await cp(TINY, join(userData, 'models', 'tiny'), { recursive: true })
  await writeFile(join(userData, 'models', 'default.json'), '{"model":"tiny"}')
  const { page } = await openHilum({ userData, paths: [SAMPLES] })
  await shown(page, SAMPLE_NAMES[0])
  await page.getByRole('button', { name: /^Heat map/ }).click()
  await page.getByRole('checkbox', { name: 'Show below the operating point' }).check()
  const panel = page.getByRole('region', { name: 'Heat map' })
  await expect(panel).toContainText('(Grad-CAM)')
  const scale = panel.getByRole('img', { name: /^Colours from 0 to/ })
  await expect(scale).toHaveAttribute('aria-label', /0\.7/)

  await panel.getByRole('button', { name: 'Method of the heat map: Grad-CAM' }).click()
  await page.getByRole('menuitemradio', { name: 'HiResCAM' }).click()
  await expect(panel).toContainText('(HiResCAM)')
  await expect(scale).toHaveAttribute('aria-label', /1\.3/)
})

test('the scores stand beside their operating points, and add up to one', async ({ openHilum }) => {
  const { page } = await openHilum({ paths: [SAMPLES] })
  const meters = page.getByRole('region', { name: 'Findings' }).getByRole('meter')
  await expect(meters).toHaveCount(3)
  const values = await meters.evaluateAll((all) =>
    all.map((meter) => Number(meter.getAttribute('aria-valuenow'))),
  )
  const sum = values.reduce((total, value) => total + value, 0)
  expect(Math.abs(sum - 100)).toBeLessThanOrEqual(2)
})
