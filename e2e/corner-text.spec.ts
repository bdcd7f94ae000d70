// The words in the film's corners are legible on any film and take none of it away but what they are made of.

import { writeFile } from 'node:fs/promises'
import { expect, test } from 'hilum/e2e'
import { coloursAt, coloursOf, shown, type Colour } from './fixtures/screen.ts'
import { squareRadiograph } from './fixtures/square-radiograph.ts'

/** WCAG 2.2: the relative luminance of a grey, and the contrast of two luminances. */
const luminance = ([, green]: Colour) => {
  const share = green / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
const contrast = (one: number, other: number) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)

const films = [
  ['white', 4095],
  ['grey', 2048],
  ['black', 0],
] as const

for (const [name, value] of films) {
  test(`on a ${name} film the letters have contrast and the film between them is untouched`, async ({
    openHilum,
  }, info) => {
    const path = info.outputPath('plain.dcm')
    const photometricInterpretation = 'MONOCHROME2'
    await writeFile(
      path,
      squareRadiograph({ side: 64, uid: '2.25.4', photometricInterpretation, value: () => value, more: [] }),
    )
    const { page } = await openHilum({ paths: [path] })
    await shown(page, 'plain.dcm')
    // As wide as the film, so that no corner lies beside it.
    await page.setViewportSize({ width: 1000, height: 600 })
    await page.keyboard.press('+')
    await page.keyboard.press('+')
    const text = page.getByText('64 × 64, 12-bit')
    await expect(text).toBeVisible()
    const [film] = await coloursAt(page, [[0.5, 0.5]])
    const pixels = await coloursOf(page, (await text.boundingBox())!)

    // White letters in a dark outline: of each there is enough to be seen against the other.
    const white = pixels.filter((pixel) => contrast(luminance(pixel), 0) >= 4.5 * 3).length
    const dark = pixels.filter((pixel) => contrast(luminance(pixel), 1) >= 4.5).length
    expect(white / pixels.length).toBeGreaterThan(0.05)
    expect(dark / pixels.length).toBeGreaterThan(0.1)
    const untouched = pixels.filter((pixel) => String(pixel) === String(film)).length
    expect(untouched / pixels.length).toBeGreaterThan(0.35)
  })
}

test('letters at the edges say which way the patient lies, until T takes them away', async ({
  openHilum,
}, info) => {
  const path = info.outputPath('hung.dcm')
  const film = { side: 64, uid: '2.25.5', photometricInterpretation: 'MONOCHROME2', value: () => 0 } as const
  await writeFile(path, squareRadiograph({ ...film, more: [[0x00200020, 'CS', 'L\\F']] }))
  const { page } = await openHilum({ paths: [path] })
  await shown(page, 'hung.dcm')
  const letters = page.getByRole('img', { name: 'Orientation: L at the right edge, F at the lower' })
  await expect(letters).toHaveText('RLHF')
  const viewport = (await page.getByRole('region', { name: 'Film viewport' }).boundingBox())!
  const left = (await letters.getByText('R', { exact: true }).boundingBox())!
  const lower = (await letters.getByText('F', { exact: true }).boundingBox())!
  expect(left.x - viewport.x).toBeLessThan(20)
  expect(viewport.y + viewport.height - lower.y - lower.height).toBeLessThan(30)
  await page.keyboard.press('t')
  await expect(letters).toHaveCount(0)
})
