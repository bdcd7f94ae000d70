// Keys and pointer are listed in one place, which the keyboard opens and closes.

import { expect, test } from 'hilum/e2e'
import { SAMPLES, SAMPLE_NAMES } from './fixtures/folders.ts'
import { filmOf, shown } from './fixtures/screen.ts'

test('? lists the keys, Esc closes the list, and the focus is where it was', async ({ openHilum }) => {
  const { page } = await openHilum({ paths: [SAMPLES] })
  await shown(page, SAMPLE_NAMES[0])
  await filmOf(page).focus()
  await page.keyboard.press('?')
  const list = page.getByRole('dialog', { name: 'Keys and mouse' })
  await expect(list).toContainText('Move that end by a pixel of the screen, with Shift by ten')
  for (const [width, height] of [
    [1440, 900],
    [1000, 700],
    [900, 600],
  ] as const) {
    await page.setViewportSize({ width, height })
    const wide = await list.evaluate((one) => one.scrollWidth - one.clientWidth)
    expect(wide, `${width} wide`).toBeLessThanOrEqual(0)
  }
  // Behind the list no key does anything.
  await page.keyboard.press('ArrowDown')
  await shown(page, SAMPLE_NAMES[0])
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await expect(filmOf(page)).toBeFocused()
})

test('the list of keys opens from the menu and the toolbar too', async ({ openHilum }) => {
  const hilum = await openHilum({ paths: [SAMPLES] })
  const { page } = hilum
  await shown(page, SAMPLE_NAMES[0])
  const list = page.getByRole('dialog', { name: 'Keys and mouse' })
  await hilum.clickMenu('show-keys')
  await expect(list).toBeVisible()
  await list.getByRole('button', { name: 'Close' }).press('Enter')
  await expect(list).toBeHidden()
  await page.getByRole('button', { name: 'Keys and mouse' }).press('Enter')
  await expect(list).toBeVisible()
})

test('keys work after a box was ticked, and beside a slider all but those that move it', async ({
  openHilum,
}) => {
  const { page } = await openHilum({ paths: [SAMPLES] })
  await shown(page, SAMPLE_NAMES[0])
  await page.getByRole('checkbox', { name: 'What the model sees' }).check()
  await page.keyboard.press('h')
  const heat = page.getByRole('button', { name: 'Heat map', exact: true })
  await expect(heat).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('checkbox', { name: 'Show below the operating point' }).check()
  await page.keyboard.press('ArrowDown')
  await shown(page, SAMPLE_NAMES[1])

  const strength = page.getByRole('slider', { name: 'Strength of the heat map' })
  await strength.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(strength).toHaveValue('99')
  await shown(page, SAMPLE_NAMES[1])
  await page.keyboard.press('h')
  await expect(heat).toHaveAttribute('aria-pressed', 'false')
})

test('a slider that the pointer has moved leaves the keys to the films', async ({ openHilum }) => {
  const { page } = await openHilum({ paths: [SAMPLES] })
  await shown(page, SAMPLE_NAMES[0])
  await page.keyboard.press('h')
  await page.getByRole('checkbox', { name: 'Show below the operating point' }).check()
  const strength = page.getByRole('slider', { name: 'Strength of the heat map' })
  await strength.scrollIntoViewIfNeeded()
  const box = (await strength.boundingBox())!
  const middle = box.y + box.height / 2
  await page.mouse.move(box.x + box.width - 8, middle)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, middle, { steps: 4 })
  // Let go beside it.
  await page.mouse.move(box.x + box.width / 2, middle + 40)
  await page.mouse.up()
  await expect(strength).toHaveValue(/^(4|5)\d$/)
  await expect(filmOf(page)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await shown(page, SAMPLE_NAMES[1])
  await expect(strength).toHaveValue(/^(4|5)\d$/)
})
