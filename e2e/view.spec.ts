// The viewport shows the greys that the standard asks for, at full depth.

import { writeFile } from 'node:fs/promises'
import { expect, test } from 'hilum/e2e'
import { BANDS, bandedFilm } from './fixtures/banded-film.ts'
import { SAMPLES, SAMPLE_NAMES } from './fixtures/folders.ts'
import { coloursAt, filmOf, shown } from './fixtures/screen.ts'
import { squareRadiograph } from './fixtures/square-radiograph.ts'

const MIDDLES = BANDS.map((_, band) => [(band + 0.5) / BANDS.length, 0.5] as const)
const grey = (value: number) => [value, value, value] as const

const cases = [
  // 0, 1365, 2730, 4095 of 4095 are 0, 85, 170, 255 of 255.
  ['MONOCHROME2', [0, 85, 170, 255]],
  ['MONOCHROME1', [255, 170, 85, 0]],
] as const

for (const [photometricInterpretation, expected] of cases) {
  test(`${photometricInterpretation} bands have the greys worked out by hand`, async ({
    openHilum,
  }, info) => {
    const path = info.outputPath('bands.dcm')
    await writeFile(path, bandedFilm(photometricInterpretation))
    const { page } = await openHilum({ paths: [path] })
    await shown(page, 'bands.dcm')
    await expect.poll(() => coloursAt(page, MIDDLES)).toEqual(expected.map(grey))
  })
}

test('a narrow window tells 12-bit values apart that 8 bits would merge', async ({ openHilum }, info) => {
  const path = info.outputPath('bands.dcm')
  await writeFile(path, bandedFilm('MONOCHROME2'))
  const { page } = await openHilum({ paths: [path] })
  await shown(page, 'bands.dcm')
  const box = await filmOf(page).boundingBox()
  if (box === null) throw new Error('no film')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2 - 150, box.y + box.height / 2, { steps: 5 })
  await page.mouse.up()
  const status = page.getByRole('status').filter({ hasText: /Window centre/ })
  await expect(status).toHaveText(/Window centre 2,?048, width/)
  // Narrower about the same centre: the outer bands are clipped, the inner ones pushed apart.
  const [first, second, third, fourth] = await coloursAt(page, MIDDLES)
  expect([first, fourth]).toEqual([grey(0), grey(255)])
  expect(second?.[0]).toBeLessThan(85)
  expect(third?.[0]).toBeGreaterThan(170)
})

test('W goes through the windows of the menu', async ({ openHilum }, info) => {
  const path = info.outputPath('two-greys.dcm')
  const photometricInterpretation = 'MONOCHROME2'
  const value = (_row: number, column: number) => (column < 32 ? 1000 : 2000)
  await writeFile(
    path,
    squareRadiograph({ side: 64, uid: '2.25.6', photometricInterpretation, value, more: [] }),
  )
  const { page } = await openHilum({ paths: [path] })
  await shown(page, 'two-greys.dcm')
  const halves = () => coloursAt(page, [MIDDLES[0]!, MIDDLES[3]!])
  // The file's own window shows v as v / 4095; the full range ends at the film's two values.
  await expect.poll(halves).toEqual([62, 125].map(grey))
  await page.keyboard.press('w')
  await expect.poll(halves).toEqual([0, 255].map(grey))
  await expect(page.getByRole('button', { name: 'Window: Full range' })).toBeVisible()
  await page.keyboard.press('w')
  await expect.poll(halves).toEqual([62, 125].map(grey))
})

test('I inverts, 0 brings the film back', async ({ openHilum }, info) => {
  const path = info.outputPath('bands.dcm')
  await writeFile(path, bandedFilm('MONOCHROME2'))
  const { page } = await openHilum({ paths: [path] })
  await shown(page, 'bands.dcm')
  await filmOf(page).press('i')
  await expect.poll(() => coloursAt(page, MIDDLES)).toEqual([255, 170, 85, 0].map(grey))
  await filmOf(page).press('0')
  await expect.poll(() => coloursAt(page, MIDDLES)).toEqual([0, 85, 170, 255].map(grey))
})

test('both samples of either photometric interpretation show bright bone on a dark ground', async ({
  openHilum,
}) => {
  const { page } = await openHilum({ paths: [SAMPLES] })
  for (const name of SAMPLE_NAMES.slice(0, 2)) {
    await page.getByRole('option', { name: new RegExp(`^${name}`) }).click()
    await shown(page, name)
    // The spine below the diaphragm, and the air beside the neck.
    await expect
      .poll(async () => {
        const [bone, air] = await coloursAt(page, [
          [0.5, 0.85],
          [0.25, 0.04],
        ])
        return [bone![0] > 190, air![0] < 40]
      })
      .toEqual([true, true])
  }
})

test('arrow keys go through the films', async ({ openHilum }) => {
  const { page } = await openHilum({ paths: [SAMPLES] })
  await shown(page, SAMPLE_NAMES[0])
  await page.getByRole('listbox', { name: 'Films' }).press('ArrowDown')
  await shown(page, SAMPLE_NAMES[1])
  await page.getByRole('listbox', { name: 'Films' }).press('ArrowUp')
  await shown(page, SAMPLE_NAMES[0])
})

test('T takes the text out of the corners, where it may cover marks, and brings it back', async ({
  openHilum,
}) => {
  const { page } = await openHilum({ paths: [SAMPLES] })
  await shown(page, SAMPLE_NAMES[0])
  const text = page.getByRole('region', { name: 'Film viewport' }).getByText('640 × 640, 12-bit')
  await expect(text).toBeVisible()
  await page.keyboard.press('t')
  await expect(text).toHaveCount(0)
  await page.keyboard.press('t')
  await expect(text).toBeVisible()
})

for (const width of [900, 1000, 1280, 1440]) {
  test(`the toolbar is one line and every tool within it at ${width} pixels`, async ({ openHilum }) => {
    const { page } = await openHilum({ paths: [SAMPLES] })
    await page.setViewportSize({ width, height: 700 })
    await shown(page, SAMPLE_NAMES[0])
    const boxes = await page
      .getByRole('banner')
      .getByRole('button')
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().toJSON() as DOMRect))
    expect(boxes.length).toBeGreaterThanOrEqual(10)
    expect(new Set(boxes.map(({ y }) => y)).size).toBe(1)
    expect(Math.max(...boxes.map(({ right }) => right))).toBeLessThanOrEqual(width)
  })
}
