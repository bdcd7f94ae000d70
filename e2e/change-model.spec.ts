// Another model is loaded while the reader looks on: he is told so where he chose it, and stays where he was.

import type { Page } from '@playwright/test'
import { expect, test } from 'hilum/e2e'
import { SAMPLES, SAMPLE_NAMES } from './fixtures/folders.ts'
import { shown } from './fixtures/screen.ts'

const model = (page: Page) => page.getByRole('region', { name: 'Model', exact: true })
const chooser = (page: Page) => model(page).getByRole('button', { name: /^Model:/ })

/** All that the model's own line says from now on, however soon it goes again. */
const linesSaid = (page: Page) =>
  model(page)
    .getByRole('status')
    .evaluateHandle((line) => {
      const said: string[] = []
      const watch = new MutationObserver(() => said.push(line.textContent))
      watch.observe(line, { childList: true, characterData: true, subtree: true })
      return said
    })

test('a model that is being loaded is named, and in a low window its button stays in sight', async ({
  openHilum,
}) => {
  const { page } = await openHilum({ paths: [SAMPLES] })
  await page.setViewportSize({ width: 900, height: 600 })
  await shown(page, SAMPLE_NAMES[0])
  await page.keyboard.press('h')
  const scores = page.getByRole('region', { name: 'Scores' })
  await expect(scores).toBeAttached()
  await chooser(page).press('Enter')
  const others = page.getByRole('menuitemradio', { checked: false })
  const name = (await others.first().getAttribute('aria-label'))!
  const said = await linesSaid(page)
  await others.first().press('Enter')
  await expect.poll(() => said.jsonValue()).toContain(`Loading “${name}”…`)
  await expect(chooser(page)).toHaveAccessibleName(`Model: ${name}`)
  await expect(scores).toBeAttached()
  await expect(model(page).getByRole('status')).toHaveText('')
  await expect(chooser(page)).toBeFocused()
  await expect(chooser(page)).toBeInViewport()
})

test('a hyphen in a name breaks no line', async ({ openHilum }) => {
  const { page } = await openHilum({ paths: [SAMPLES] })
  await page.setViewportSize({ width: 1000, height: 700 })
  await shown(page, SAMPLE_NAMES[0])
  await page.keyboard.press('h')
  await page.getByRole('checkbox', { name: 'Show below the operating point' }).check()
  const heatMap = page.getByRole('region', { name: 'Heat map' })
  for (const { name } of [{ name: 'COVID-19 pneumonia' }, { name: 'No finding' }]) {
    await page.getByRole('button', { name: /^Class of the heat map/ }).press('Enter')
    await page.getByRole('menuitemradio', { name }).press('Enter')
    await expect(heatMap).toContainText(`Drawn for ${name} (Grad-CAM)`)
    const words = await heatMap.getByText('(Grad-CAM)', { exact: true }).boundingBox()
    expect(words?.height).toBeLessThan(30)
  }
})
