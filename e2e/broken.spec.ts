// A fault in the page is told, and costs neither the list nor its scores.

import { expect, test } from 'hilum/e2e'
import { SAMPLES, SAMPLE_NAMES } from './fixtures/folders.ts'
import { filmOf, shown } from './fixtures/screen.ts'

test('a window that fails says so, and has its films again when it is loaded again', async ({
  openHilum,
}) => {
  const { page } = await openHilum({ paths: [SAMPLES] })
  await shown(page, SAMPLE_NAMES[0])
  const scored = page.getByRole('option', { name: /^chest-1-clear\.dcm, (?!Not scored)/ })
  await expect(scored).toBeVisible()
  await page.evaluate(() => {
    const { map } = Array.prototype
    Array.prototype.map = () => {
      throw new Error('planted')
    }
    // While the page is drawn, not while it is told.
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'l' }))
    setTimeout(() => (Array.prototype.map = map), 50)
  })
  const told = page.getByRole('alert')
  await expect(told).toContainText('Fault: planted')
  await expect(told).toContainText('Not a medical device')
  await told.getByRole('button', { name: 'Load the window again' }).press('Enter')
  await expect(filmOf(page)).toBeVisible()
  await expect(page.getByRole('option')).toHaveCount(4)
  await expect(scored).toBeVisible()
})
