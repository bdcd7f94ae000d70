// The heat map lies where the score came from, on one scale, and only where there is something to explain.

import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'hilum/e2e'
import { SAMPLES, SAMPLE_NAMES } from './fixtures/folders.ts'
import { coloursAt, shown, type Colour } from './fixtures/screen.ts'

const TINY = fileURLToPath(new URL('../src/main/packs/fixtures/tiny', import.meta.url))

const GRID = Array.from(
  { length: 64 },
  (_, i) => [((i % 8) + 0.5) / 8, (Math.floor(i / 8) + 0.5) / 8] as const,
)

const tint = ([red, green, blue]: Colour) => Math.max(red, green, blue) - Math.min(red, green, blue)

test('the film is grey until the heat map is switched on, and again when it is off', async ({
  openHilum,
}) => {
  const { page } = await openHilum({ paths: [SAMPLES] })
  await shown(page, SAMPLE_NAMES[0])
  await expect(page.getByRole('region', { name: 'Findings' }).getByRole('meter').first()).toBeVisible()
  const tinted = async () => (await coloursAt(page, GRID)).filter((colour) => tint(colour) > 8).length
  expect(await tinted()).toBe(0)

  const toggle = page.getByRole('button', { name: /^Heat map/ })
  await toggle.click()
  await expect(toggle).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('checkbox', { name: 'Show below the operating point' }).or(toggle).first().waitFor()
  await expect.poll(tinted).toBeGreaterThan(3)
  await expect(page.getByRole('region', { name: 'Heat map' })).toContainText(/Inside the lungs: \d+%\./)

  await toggle.click()
  await expect.poll(tinted).toBe(0)
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
