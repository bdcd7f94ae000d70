// What has the focus may go; who works by keys, or has the window read out, goes on from where he was.

import { mkdir } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test, type Hilum } from 'hilum/e2e'
import { SAMPLES, SAMPLE_NAMES } from './fixtures/folders.ts'
import { filmOf, shown } from './fixtures/screen.ts'

/** Brings up a message about a folder that holds no model. */
async function withMessage(hilum: Hilum, folder: string) {
  await mkdir(folder, { recursive: true })
  await hilum.answerOpenDialog([folder])
  await hilum.clickMenu('import-model')
  // A note of what was passed over may stand beside it.
  return hilum.page.getByRole('button', { name: /^Dismiss: The folder/ })
}

const invert = (page: Page) => page.getByRole('button', { name: 'Invert' })

test('a message that is closed gives the focus back', async ({ openHilum }, info) => {
  const hilum = await openHilum({ paths: [SAMPLES] })
  const { page } = hilum
  await shown(page, SAMPLE_NAMES[0])
  await invert(page).focus()
  await (await withMessage(hilum, info.outputPath('no model'))).press('Enter')
  await expect(invert(page)).toBeFocused()

  await page.reload()
  await shown(page, SAMPLE_NAMES[0])
  await (await withMessage(hilum, info.outputPath('no model'))).press('Enter')
  await expect(filmOf(page)).toBeFocused()
})

test('buttons that go when they are pressed give the focus back', async ({ openHilum }) => {
  const { page } = await openHilum({ paths: [SAMPLES] })
  await shown(page, SAMPLE_NAMES[0])
  await filmOf(page).focus()
  await page.keyboard.press('c')
  await page.getByRole('button', { name: 'Stop comparing' }).press('Enter')
  await expect(filmOf(page)).toBeFocused()

  for (const key of ['l', 'Enter', 'Shift+ArrowRight', 'Enter']) await page.keyboard.press(key)
  await page.getByRole('button', { name: /^Remove: / }).press('Enter')
  await expect(filmOf(page)).toBeFocused()
})
