// What the model is given of a film, drawn on the film for whoever doubts it.

import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'hilum/e2e'
import { SAMPLES, SAMPLE_NAMES, startingWith } from './fixtures/folders.ts'
import { coloursAt, shown } from './fixtures/screen.ts'

const TINY = fileURLToPath(new URL('../src/main/packs/fixtures/tiny', import.meta.url))

// Below the diaphragm, beside the chest, and in the middle of it.
const OUTSIDE = [
  [0.5, 0.97],
  [0.03, 0.4],
] as const
const INSIDE = [[0.5, 0.5]] as const

test('a model that looks at the lungs has the rest of the film shaded, and they are outlined', async ({
  openHilum,
}, info) => {
  const userData = info.outputPath('data')
  const folder = join(userData, 'models', 'tiny')
  await cp(TINY, folder, { recursive: true })
  const card = JSON.parse(await readFile(join(folder, 'card.json'), 'utf8')) as { input: object }
  const input = { ...card.input, view: 'lungs', margin: 0.05 }
  await writeFile(join(folder, 'card.json'), JSON.stringify({ ...card, input, gate: {} }))
  await writeFile(join(userData, 'models', 'default.json'), '{"model":"tiny"}')

  const { page } = await openHilum({ userData, paths: [SAMPLES] })
  await shown(page, SAMPLE_NAMES[0])
  await expect(page.getByRole('region', { name: 'Findings' }).getByRole('meter').first()).toBeVisible()
  const light = async (places: typeof OUTSIDE | typeof INSIDE) =>
    (await coloursAt(page, places)).map(([red]) => red)
  const before = { outside: await light(OUTSIDE), inside: await light(INSIDE) }

  await page.getByRole('checkbox', { name: 'What the model sees' }).check()
  await expect(page.getByRole('region', { name: 'Model', exact: true })).toContainText(
    'It sees what is not shaded, as 64 × 64 pixels. Outlined: the lungs as they were found.',
  )
  // 65 % black over the film.
  await expect.poll(() => light(OUTSIDE)).toEqual(before.outside.map((value) => Math.round(value * 0.35)))
  expect(await light(INSIDE)).toEqual(before.inside)
})

test('a model that looks at the whole film has nothing shaded; M switches, and the next film follows', async ({
  openHilum,
}, info) => {
  const userData = await startingWith('darkcovidnet-3', info.outputPath('data'))
  const { page } = await openHilum({ userData, paths: [SAMPLES] })
  await shown(page, SAMPLE_NAMES[0])
  await page.keyboard.press('m')
  const panel = page.getByRole('region', { name: 'Model', exact: true })
  await expect(panel).toContainText('It sees the whole film, as 256 × 256 pixels.')
  // Along a line across both lungs their outline is the only colour.
  const across = Array.from({ length: 800 }, (_, i) => [(i + 0.5) / 800, 0.4] as const)
  const blue = async () =>
    (await coloursAt(page, across)).filter(([red, , colour]) => colour - red > 40).length
  await expect.poll(blue).toBeGreaterThanOrEqual(4)

  await page.keyboard.press('ArrowDown')
  await shown(page, SAMPLE_NAMES[1])
  await expect.poll(blue).toBeGreaterThanOrEqual(4)
  await page.keyboard.press('m')
  await expect.poll(blue).toBe(0)
})
