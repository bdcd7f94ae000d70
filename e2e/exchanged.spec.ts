// The films of many CDs have the same names: with another disc in the drive, another patient's film is at the same path.

import { copyFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'hilum/e2e'
import { SAMPLES, SAMPLE_NAMES } from './fixtures/folders.ts'
import { shown } from './fixtures/screen.ts'

const WAYS = ['chosen in the list', 'opened again'] as const

for (const way of WAYS) {
  test(`a film of another disc that is ${way} has neither score nor measurements of the first`, async ({
    openHilum,
  }, info) => {
    const disc = info.outputPath('disc')
    await mkdir(disc, { recursive: true })
    const put = (sample: string, name: string) => copyFile(join(SAMPLES, sample), join(disc, name))
    await put(SAMPLE_NAMES[0], 'IM000001')
    await put(SAMPLE_NAMES[3], 'IM000002')
    const hilum = await openHilum({ paths: [disc] })
    const { page } = hilum
    await shown(page, 'IM000001')
    const scored = page.getByRole('option', { name: /%/ })
    await page.getByRole('button', { name: 'Score all' }).click()
    await expect(scored).toHaveCount(2)
    for (const key of ['l', 'Enter', 'Shift+ArrowRight', 'Enter']) await page.keyboard.press(key)
    const measured = page.getByRole('list', { name: 'Measurements' }).getByRole('listitem')
    await expect(measured).toHaveCount(1)
    const row = page.getByRole('option', { name: /^IM000001/ })
    const former = (await row.getAttribute('aria-label'))!
    await page.getByRole('option', { name: /^IM000002/ }).click()
    await shown(page, 'IM000002')

    await put(SAMPLE_NAMES[1], 'IM000001')
    if (way === 'opened again') await hilum.drop([disc])
    else await row.click()
    await expect(
      page.getByRole('alert').filter({ hasText: 'Another file is now where IM000001 was' }),
    ).toBeVisible()
    await shown(page, 'IM000001')
    await expect(row).toHaveAttribute('aria-selected', 'true')
    await expect(scored).toHaveCount(2)
    expect(await row.getAttribute('aria-label')).not.toBe(former)
    await expect(measured).toHaveCount(0)
  })
}
