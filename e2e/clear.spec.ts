// Clearing the list takes scores and measurements with it, and can be taken back.

import { expect, test } from 'hilum/e2e'
import { SAMPLES, SAMPLE_NAMES } from './fixtures/folders.ts'
import { filmOf, shown } from './fixtures/screen.ts'

test('Undo brings films, scores, measurements and the film on screen back', async ({ openHilum }) => {
  const { page } = await openHilum({ paths: [SAMPLES] })
  await shown(page, SAMPLE_NAMES[0])
  const scored = page.getByRole('option', { name: /%/ })
  await page.getByRole('button', { name: 'Score all' }).click()
  await expect(scored).toHaveCount(SAMPLE_NAMES.length)
  await page.keyboard.press('ArrowDown')
  await shown(page, SAMPLE_NAMES[1])
  await page.keyboard.press('l')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  const measured = page.getByRole('list', { name: 'Measurements' }).getByRole('listitem')
  const length = await measured.innerText()
  const names = await scored.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')))

  await page.getByRole('button', { name: 'Clear list' }).press('Enter')
  await expect(filmOf(page)).toHaveCount(0)
  const told = page
    .getByRole('status')
    .filter({ hasText: 'Cleared: 4 films, all scored, and 1 measurement.' })
  await expect(told).toBeVisible()
  // The button that was pressed is gone, and the way back has the focus.
  await expect(told.getByRole('button', { name: 'Undo' })).toBeFocused()
  await page.keyboard.press('Enter')
  await shown(page, SAMPLE_NAMES[1])
  await expect(measured).toHaveText([length])
  expect(await scored.evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')))).toEqual(names)
  await expect(told).toHaveCount(0)
})

test('Ctrl+Z brings back what was removed last: a measurement, on whichever film, or the list', async ({
  openHilum,
}) => {
  const { page } = await openHilum({ paths: [SAMPLES] })
  await shown(page, SAMPLE_NAMES[0])
  for (const key of ['l', 'Enter', 'Shift+ArrowRight', 'Enter']) await page.keyboard.press(key)
  const measured = page.getByRole('list', { name: 'Measurements' }).getByRole('listitem')
  const length = await measured.innerText()
  await page.keyboard.press('Delete')
  await expect(measured).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await shown(page, SAMPLE_NAMES[1])
  await page.keyboard.press('ControlOrMeta+z')
  await shown(page, SAMPLE_NAMES[0])
  await expect(measured).toHaveText([length])

  await page.getByRole('button', { name: 'Clear list' }).click()
  await expect(filmOf(page)).toHaveCount(0)
  await page.keyboard.press('ControlOrMeta+z')
  await shown(page, SAMPLE_NAMES[0])
  await expect(measured).toHaveText([length])
})

test('what was cleared can no longer come back once other films are open', async ({ openHilum }) => {
  const hilum = await openHilum({ paths: [SAMPLES] })
  const { page } = hilum
  await shown(page, SAMPLE_NAMES[0])
  await page.getByRole('button', { name: 'Clear list' }).click()
  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeVisible()
  await hilum.drop([`${SAMPLES}/${SAMPLE_NAMES[3]}`])
  await shown(page, SAMPLE_NAMES[3])
  await expect(undo).toHaveCount(0)
  await expect(page.getByRole('option')).toHaveCount(1)
})
