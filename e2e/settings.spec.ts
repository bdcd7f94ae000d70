// What the reader chooses is there again after the next start.

import { expect, test } from 'hilum/e2e'

test('films are computed on the CPU where nothing else is proven, and the choice is kept', async ({
  openHilum,
}) => {
  const first = await openHilum()
  await expect(first.page.getByRole('region', { name: 'Status' })).toContainText('CPU')
  expect(await first.menuItem('compute-on-auto')).toMatchObject({ checked: true })
  await first.clickMenu('compute-on-cpu')
  await expect.poll(async () => (await first.menuItem('compute-on-cpu')).checked).toBe(true)
  await first.close()

  const second = await openHilum({ userData: first.userData })
  await expect.poll(async () => (await second.menuItem('compute-on-cpu')).checked).toBe(true)
})

test('the status bar says why the model runs where it does, to the pointer, a screen reader and the keyboard', async ({
  openHilum,
}) => {
  // No driver is there, so every provider but the CPU is passed over for a reason that is known.
  const { page, clickMenu } = await openHilum({ env: { VK_DRIVER_FILES: '' } })
  const status = page.getByRole('region', { name: 'Status' })
  const engine = status.getByRole('button', { name: 'Engine ready on CPU' })
  const why = /WebGPU, not here: There is no Vulkan/
  await expect(engine).toHaveAccessibleDescription(why)
  await expect(status.getByText(why)).toBeHidden()
  await engine.focus()
  await page.keyboard.press('Enter')
  await expect(status.getByText(why)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(status.getByText(why)).toBeHidden()
  await clickMenu('compute-on-cpu')
  await expect(engine).toHaveAccessibleDescription('The CPU was chosen; nothing else was asked for.')
})
