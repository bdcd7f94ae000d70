// Lengths, angles and the cardiothoracic ratio, with what their millimetres were measured by.

import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { type Page, type TestInfo } from '@playwright/test'
import { expect, test, type Fixtures, type Hilum } from 'hilum/e2e'
import { exported } from './fixtures/exported.ts'
import { coloursOf, filmOf, shown } from './fixtures/screen.ts'
import { squareRadiograph } from './fixtures/square-radiograph.ts'

const run = promisify(execFile)
const GREEN = '140,255,170'
const SPACING = [0x00280030, 'DS', '0.5\\0.5'] as const
const AT_DETECTOR = [0x00181164, 'DS', '0.5\\0.5'] as const

type Spacing = readonly [number, 'DS', string]

async function openPlain(
  openHilum: Fixtures['openHilum'],
  info: TestInfo,
  ...films: readonly (readonly Spacing[])[]
): Promise<Hilum> {
  const paths = films.map((_, i) => info.outputPath(`${i}.dcm`))
  for (const [i, more] of films.entries()) {
    const film = squareRadiograph({
      side: 400,
      uid: `2.25.5${i}`,
      photometricInterpretation: 'MONOCHROME2',
      value: (row, column) => (row < column ? 1000 : 2000),
      more,
    })
    await writeFile(paths[i]!, film)
  }
  const hilum = await openHilum({ paths })
  await shown(hilum.page, '0.dcm')
  return hilum
}

const list = (page: Page) => page.getByRole('list', { name: 'Measurements' }).getByRole('listitem')
/** Pixels of the marks' colour in a band across the middle of the viewport. */
async function green(page: Page): Promise<number> {
  const box = (await filmOf(page).boundingBox())!
  const middle = Math.round(box.y + box.height / 2)
  const band = { x: box.x, y: middle - 3, width: box.width, height: 6 }
  return (await coloursOf(page, band)).filter((colour) => String(colour) === GREEN).length
}

/** From the middle of the film, in screen pixels, which at 1:1 are the film's. */
async function drag(
  page: Page,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  const box = (await filmOf(page).boundingBox())!
  const [x, y] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]
  await page.mouse.move(x + from[0], y + from[1])
  await page.mouse.down()
  await page.mouse.move(x + to[0], y + to[1], { steps: 4 })
  await page.mouse.up()
}

test('a line drawn with the keys has its length in millimetres, is on the film, and stays with it', async ({
  openHilum,
}, info) => {
  const { page } = await openPlain(openHilum, info, [SPACING], [])
  await page.keyboard.press('1')
  expect(await green(page)).toBe(0)
  await page.keyboard.press('l')
  await expect(page.getByRole('button', { name: 'Length', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await page.keyboard.press('Enter')
  for (let i = 0; i < 10; i++) await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Enter')
  // 100 pixels of 0.5 mm.
  await expect(list(page)).toHaveText(['Length 50.0 mm (by the file)'])
  await expect.poll(() => green(page)).toBeGreaterThanOrEqual(100)
  await expect(page.getByRole('button', { name: 'Length', exact: true })).toHaveAttribute(
    'aria-pressed',
    'false',
  )

  await page.keyboard.press('ArrowDown')
  await shown(page, '1.dcm')
  await expect(list(page)).toHaveCount(0)
  await expect.poll(() => green(page)).toBe(0)
  await page.keyboard.press('ArrowUp')
  await shown(page, '0.dcm')
  await expect.poll(() => green(page)).toBeGreaterThanOrEqual(100)
  await page.keyboard.press('Delete')
  await expect(list(page)).toHaveCount(0)
  await expect.poll(() => green(page)).toBe(0)
})

test('with a tool in hand a drag measures and leaves the window alone; two lines make a ratio', async ({
  openHilum,
}, info) => {
  const { page } = await openPlain(openHilum, info, [AT_DETECTOR])
  await page.keyboard.press('1')
  const viewport = page.getByRole('region', { name: 'Film viewport' })
  await page.getByRole('button', { name: 'Heart to chest' }).click()
  await drag(page, [-60, 0], [60, 0])
  await expect(list(page)).toHaveCount(0)
  await drag(page, [-100, 50], [140, 50])
  // 120 and 240 pixels.
  await expect(list(page)).toHaveText([
    'Heart 60.0 mm (at the detector); chest 120 mm (at the detector), cardiothoracic ratio 0.50',
  ])
  await expect(viewport.getByText('Window centre 2048, width 4096').first()).toBeVisible()
  await drag(page, [0, 0], [-60, 0])
  await expect(list(page)).toHaveCount(1)
  await expect(viewport.getByText('Window centre 2048, width 4096')).toHaveCount(0)
  await page.getByRole('button', { name: /^Remove: Heart/ }).press('Enter')
  await expect(list(page)).toHaveCount(0)
})

test('a film without spacing is measured in pixels, and Esc leaves what was begun', async ({
  openHilum,
}, info) => {
  const { page } = await openPlain(openHilum, info, [])
  await page.keyboard.press('1')
  await page.keyboard.press('a')
  await drag(page, [-50, 0], [50, 0])
  await page.keyboard.press('Escape')
  await expect.poll(() => green(page)).toBe(0)
  await page.keyboard.press('l')
  await drag(page, [-50, 0], [50, 0])
  await expect(list(page)).toHaveText(['Length 100 px'])
  await page.keyboard.press('a')
  await drag(page, [-50, 0], [50, 0])
  await drag(page, [-50, -50], [50, 50])
  await expect(list(page)).toHaveText(['Length 100 px', 'Angle 45.0°'])
})

test('the ends of a line can be moved, Esc takes it back, and the window stays as it is', async ({
  openHilum,
}, info) => {
  const { page } = await openPlain(openHilum, info, [SPACING])
  await page.keyboard.press('1')
  await page.keyboard.press('l')
  await drag(page, [-50, 0], [50, 0])
  await expect(list(page)).toHaveText(['Length 50.0 mm (by the file)'])
  const short = await green(page)

  // Taken three pixels beside its end, and put on the band 150 pixels from the other.
  await drag(page, [53, 2], [100, 0])
  await expect(list(page)).toHaveText(['Length 75.0 mm (by the file)'])
  await expect.poll(() => green(page)).toBeGreaterThanOrEqual(short + 45)
  const long = await green(page)
  await drag(page, [-50, 0], [-20, 0])
  await expect(list(page)).toHaveText(['Length 60.0 mm (by the file)'])
  await expect.poll(() => green(page)).toBeLessThanOrEqual(long - 25)

  const box = (await filmOf(page).boundingBox())!
  const [x, y] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]
  await page.mouse.move(x - 20, y)
  await expect(filmOf(page)).toHaveCSS('cursor', 'move')
  await page.mouse.down()
  await page.mouse.move(x + 60, y, { steps: 3 })
  await expect(list(page)).toHaveText(['Length 20.0 mm (by the file)'])
  await page.keyboard.press('Escape')
  await page.mouse.up()
  await expect(list(page)).toHaveText(['Length 60.0 mm (by the file)'])
  const viewport = page.getByRole('region', { name: 'Film viewport' })
  await expect(viewport.getByText('Window centre 2048, width 4096').first()).toBeVisible()
})

test('the ends of all lines are one Tab stop, where Enter goes round and the arrow keys move', async ({
  openHilum,
}, info) => {
  const { page } = await openPlain(openHilum, info, [SPACING], [])
  await page.keyboard.press('1')
  await page.keyboard.press('l')
  await drag(page, [-50, 0], [50, 0])
  await page.keyboard.press('a')
  await drag(page, [-50, 50], [50, 50])
  await drag(page, [0, 60], [0, 100])
  await expect(list(page)).toHaveText(['Length 50.0 mm (by the file)', 'Angle 90.0°'])

  const ends = page.getByRole('slider', { name: /end$/ })
  await expect(ends).toHaveCount(6)
  await filmOf(page).focus()
  await page.keyboard.press('Tab')
  const first = page.getByRole('slider', { name: 'Length, first end' })
  await expect(first).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(ends.and(page.locator(':focus'))).toHaveCount(0)
  await page.keyboard.press('Shift+Tab')
  await expect(first).toBeFocused()
  await page.keyboard.press('Shift+Enter')
  await expect(page.getByRole('slider', { name: 'Angle, second line, second end' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  const second = page.getByRole('slider', { name: 'Length, second end' })
  await expect(second).toBeFocused()
  await expect(second).toHaveAttribute('aria-valuetext', 'Length 50.0 mm (by the file)')
  // The ring is where the line ends.
  const [ring, film] = [(await second.boundingBox())!, (await filmOf(page).boundingBox())!]
  expect(Math.abs(ring.x + ring.width / 2 - (film.x + film.width / 2 + 50))).toBeLessThanOrEqual(1)

  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(second).toHaveAttribute('aria-valuetext', 'Length 55.5 mm (by the file)')
  await page.keyboard.press('ArrowLeft')
  await expect(list(page)).toHaveText(['Length 55.0 mm (by the file)', 'Angle 90.0°'])
  // The same film, the same window.
  await shown(page, '0.dcm')
  await expect(
    page.getByRole('region', { name: 'Film viewport' }).getByText('Window centre 2048, width 4096').first(),
  ).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(filmOf(page)).toBeFocused()
  await expect(list(page)).toHaveText(['Length 55.0 mm (by the file)', 'Angle 90.0°'])

  // What is removed hands the focus on, and the arrows choose films again.
  await page.keyboard.press('Tab')
  await expect(second).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(list(page)).toHaveText(['Angle 90.0°'])
  await expect(filmOf(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('slider', { name: 'Angle, first line, first end' })).toBeFocused()
  await page.keyboard.press('PageDown')
  await shown(page, '1.dcm')
  await expect(ends).toHaveCount(0)
})

test('the PDF shows a film as the reader sees it, and lists what was measured', async ({
  openHilum,
}, info) => {
  const hilum = await openPlain(openHilum, info, [AT_DETECTOR])
  const { page } = hilum
  await page.keyboard.press('1')
  await page.keyboard.press('l')
  await drag(page, [-50, 0], [50, 0])
  await expect(list(page)).toHaveCount(1)
  // A film is on no page before it was analysed.
  await expect(page.getByRole('option', { name: /^0\.dcm, (?!Not scored)/ })).toBeVisible()
  await page.keyboard.press('i')
  const path = info.outputPath('summary.pdf')
  await exported(hilum, 'export-pdf', path)
  const { stdout } = await run('pdftotext', ['-layout', path, '-'])
  expect(stdout).toMatch(/Film in the greys on screen\. Window: .+\.\s+Inverted\./)
  expect(stdout).toMatch(/Measurements\s+1\s+Length 50\.0 mm \(at the detector\)/)
})

test('the tools and the newest line are in sight below a long list of findings, in every size', async ({
  openHilum,
}, info) => {
  const { page } = await openPlain(openHilum, info, [SPACING])
  await page.keyboard.press('h')
  const heading = page.getByRole('heading', { name: 'Findings', exact: true })
  for (const [width, height] of [
    [1440, 900],
    [1000, 700],
    [900, 600],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const key of ['a', 'l']) {
      await page.keyboard.press(key)
      await expect(page.getByText('arrows move the cross')).toBeInViewport({ ratio: 1 })
      await expect(heading, `${key} at ${width}`).toBeInViewport({ ratio: 1 })
    }
    await drag(page, [-50, 0], [50, 0])
    await page.keyboard.press('l')
    await drag(page, [-50, 30], [50, 30])
    await expect(list(page).last()).toBeInViewport({ ratio: 1 })
    for (const name of ['Length', 'Angle', 'Heart to chest']) {
      await expect(page.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 })
    }
  }
  await expect(list(page)).toHaveCount(6)
})
