// A heat map for any model's score, made when the reader asks: what the score loses where the film is covered.

import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Page, type TestInfo } from '@playwright/test'
import { expect, test } from 'hilum/e2e'
import { BRIGHT_MIDDLES, brightSquares, DARK_MIDDLES } from './fixtures/bright-squares.ts'
import { SAMPLES, SAMPLE_NAMES, startingWith } from './fixtures/folders.ts'
import { coloursAt, shown, type Colour } from './fixtures/screen.ts'

const TINY = fileURLToPath(new URL('../src/main/packs/fixtures/tiny', import.meta.url))

/** The tiny model as a plain classifier: its card has no scale for maps, so none comes with its scores. */
async function plainTiny(info: TestInfo): Promise<string> {
  const userData = await startingWith('tiny', info.outputPath('data'))
  const folder = join(userData, 'models', 'tiny')
  await cp(TINY, folder, { recursive: true })
  const card = JSON.parse(await readFile(join(folder, 'card.json'), 'utf8')) as object
  await writeFile(join(folder, 'card.json'), JSON.stringify({ ...card, explanation: { method: 'none' } }))
  return userData
}

const tint = ([red, green, blue]: Colour) => Math.max(red, green, blue) - Math.min(red, green, blue)
const PLACES = [...BRIGHT_MIDDLES, ...DARK_MIDDLES]
/** Of each place whether it has colour. */
const tinted = async (page: Page) => (await coloursAt(page, PLACES)).map((colour) => tint(colour) > 30)
const NOWHERE = [false, false, false, false]
const ON_BRIGHT = [true, true, false, false]
const panelOf = (page: Page) => page.getByRole('region', { name: 'Heat map' })

test('a model without maps says so and offers one, which lies where the score came from', async ({
  openHilum,
}, info) => {
  const path = info.outputPath('squares.dcm')
  await writeFile(path, brightSquares())
  const { page } = await openHilum({ userData: await plainTiny(info), paths: [path] })
  await shown(page, 'squares.dcm')
  const panel = panelOf(page)
  await expect(panel).toContainText('No heat map comes with this model’s scores.')
  expect(await tinted(page)).toEqual(NOWHERE)

  await panel.getByRole('button', { name: 'Make one by occlusion' }).press('Enter')
  await expect(panel).toBeFocused()
  await expect(panel).toContainText(
    'Occlusion: what the score of COVID-19 pneumonia loses where a square of the film is covered with grey.',
  )
  await expect.poll(() => tinted(page)).toEqual(ON_BRIGHT)

  await page.keyboard.press('h')
  await expect.poll(() => tinted(page)).toEqual(NOWHERE)
})

test('occlusion stands beside the model’s own methods, and going back to them costs nothing', async ({
  openHilum,
}, info) => {
  const userData = await startingWith('tiny', info.outputPath('data'))
  await cp(TINY, join(userData, 'models', 'tiny'), { recursive: true })
  const path = info.outputPath('squares.dcm')
  await writeFile(path, brightSquares())
  const { page } = await openHilum({ userData, paths: [path, join(SAMPLES, SAMPLE_NAMES[0])] })
  await shown(page, 'squares.dcm')
  await page.keyboard.press('h')
  const panel = panelOf(page)
  await expect(panel).toContainText('(Grad-CAM)')

  await panel.getByRole('button', { name: 'Method of the heat map: Grad-CAM' }).press('Enter')
  await page.getByRole('menuitemradio', { name: 'Occlusion' }).press('Enter')
  await expect(panel.getByRole('button', { name: 'Method of the heat map: Occlusion' })).toBeVisible()
  await expect(panel.getByRole('img', { name: 'Colours from 0 to 0.25' })).toBeVisible()
  await expect.poll(() => tinted(page)).toEqual(ON_BRIGHT)

  await panel.getByRole('button', { name: 'Method of the heat map: Occlusion' }).click()
  await page.getByRole('menuitemradio', { name: 'HiResCAM' }).click()
  await expect(panel).toContainText('(HiResCAM)')

  // The next film has none by occlusion until it is asked for; the first one's is kept.
  await panel.getByRole('button', { name: 'Method of the heat map: HiResCAM' }).click()
  await page.getByRole('menuitemradio', { name: 'Occlusion' }).click()
  await page.keyboard.press('ArrowDown')
  await shown(page, SAMPLE_NAMES[0])
  await expect(panel.getByRole('button', { name: 'Method of the heat map: Grad-CAM' })).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await shown(page, 'squares.dcm')
  await expect(panel).toContainText('Occlusion: what the score of COVID-19 pneumonia loses')
})

test('it can be stopped, and neither films nor the scoring of the list wait for it', async ({
  openHilum,
}, info) => {
  const userData = await startingWith('darkcovidnet-3', info.outputPath('data'))
  const { page } = await openHilum({ userData, paths: [SAMPLES] })
  await shown(page, SAMPLE_NAMES[0])
  await page.keyboard.press('h')
  const panel = panelOf(page)
  const method = panel.getByRole('button', { name: /^Method of the heat map/ })
  const choose = async () => {
    await method.click()
    await page.getByRole('menuitemradio', { name: 'Occlusion' }).click()
  }
  await choose()
  const progress = panel.getByRole('progressbar', { name: 'Occlusion' })
  await expect(progress).toHaveAttribute('max', '65')
  await panel.getByRole('button', { name: 'Stop the occlusion' }).click()
  await expect(progress).toHaveCount(0)
  await expect(method).toHaveAccessibleName(/Grad-CAM/)
  await expect(page.getByRole('alert')).toHaveCount(0)

  await choose()
  await page.getByRole('button', { name: /^Score all/ }).click()
  await expect(page.getByRole('status', { name: 'Scoring' })).toHaveText(/3 scored|4 scored/)
  await expect(method).toHaveAccessibleName(/Occlusion/)
  await choose()
  await expect(progress).toHaveCount(0)

  await page.keyboard.press('ArrowDown')
  await choose()
  await page.keyboard.press('ArrowUp')
  await shown(page, SAMPLE_NAMES[0])
  await expect(progress).toHaveCount(0)
  await expect(page.getByRole('alert')).toHaveCount(0)
})
