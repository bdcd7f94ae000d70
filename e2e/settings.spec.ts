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
