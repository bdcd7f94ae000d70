// Two films side by side, with one window, one zoom and one place.

import { writeFile } from 'node:fs/promises'
import { type Locator, type Page, type TestInfo } from '@playwright/test'
import { expect, test, type Fixtures } from 'hilum/e2e'
import { filmOf, coloursIn, shown } from './fixtures/screen.ts'
import { squareRadiograph } from './fixtures/square-radiograph.ts'

const grey = (value: number) => [value, value, value]

/** An upper left quarter of one value and the rest of another; v is shown as v / 4095. */
function quartered(side: number, [quarter, rest]: readonly [number, number], patient: string, date: string) {
  return squareRadiograph({
    side,
    uid: `2.25.${side}`,
    photometricInterpretation: 'MONOCHROME2',
    value: (row, column) => (row < side / 2 && column < side / 2 ? quarter : rest),
    more: [
      [0x00080020, 'DA', date],
      [0x00100020, 'LO', patient],
    ],
  })
}

async function openPair(
  openHilum: Fixtures['openHilum'],
  info: TestInfo,
  patients = ['P1', 'P1'],
): Promise<Page> {
  const [older, newer] = [info.outputPath('a-older.dcm'), info.outputPath('b-newer.dcm')]
  await writeFile(older, quartered(128, [1365, 2730], patients[0]!, '20260101'))
  await writeFile(newer, quartered(256, [2730, 1365], patients[1]!, '20260301'))
  const { page } = await openHilum({ paths: [older, newer] })
  await shown(page, 'a-older.dcm')
  await page.keyboard.press('c')
  await page.keyboard.press('ArrowDown')
  await shown(page, 'b-newer.dcm')
  return page
}

/** Every part whose text does not fit in it. */
const cutOff = (part: Locator) =>
  part.evaluateAll((parts) =>
    parts
      .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
      .map(({ textContent }) => textContent),
  )

const keptOf = (page: Page) => page.getByRole('img', { name: 'Compared film a-older.dcm' })
const QUARTER_AND_REST = [
  [0.45, 0.45],
  [0.55, 0.55],
] as const
const colours = (page: Page, film: Locator) => coloursIn(page, film, QUARTER_AND_REST)

test('C keeps a film beside the next ones, each with its own greys, and lets it go', async ({
  openHilum,
}, info) => {
  const page = await openPair(openHilum, info)
  // 1365 and 2730 of 4095 are 85 and 170 of 255.
  await expect.poll(() => colours(page, keptOf(page))).toEqual([85, 170].map(grey))
  await expect.poll(() => colours(page, filmOf(page))).toEqual([170, 85].map(grey))
  const [kept, current] = [await keptOf(page).boundingBox(), await filmOf(page).boundingBox()]
  expect(kept!.x).toBeLessThan(current!.x)
  expect(Math.abs(kept!.width - current!.width)).toBeLessThanOrEqual(1)
  await expect(page.getByRole('region', { name: 'Compared film' })).toContainText(
    'Same patient, 59 days earlier',
  )

  // What the model makes of each stands above it, as in the list.
  for (const name of ['Compared film', 'Film viewport']) {
    await expect(page.getByRole('region', { name }).locator('header')).toContainText(
      /(Positive|Negative|Indeterminate|Refused|Not scored yet)/,
    )
  }

  const button = page.getByRole('button', { name: 'Compare', exact: true })
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('c')
  await expect(keptOf(page)).toHaveCount(0)
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(() => colours(page, filmOf(page))).toEqual([170, 85].map(grey))
})

test('window, inversion, zoom and place are one for both, whichever film is dragged', async ({
  openHilum,
}, info) => {
  const page = await openPair(openHilum, info)
  await page.keyboard.press('i')
  await expect.poll(() => colours(page, keptOf(page))).toEqual([170, 85].map(grey))
  await expect.poll(() => colours(page, filmOf(page))).toEqual([85, 170].map(grey))
  await page.keyboard.press('i')

  const drag = async (film: Locator, by: { x: number; y: number }, button: 'left' | 'right') => {
    const box = (await film.boundingBox())!
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    await page.mouse.move(middle.x, middle.y)
    await page.mouse.down({ button })
    await page.mouse.move(middle.x + by.x, middle.y + by.y, { steps: 4 })
    await page.mouse.up({ button })
  }
  // Half the width about the same centre: what was a third below it is two thirds below.
  await drag(keptOf(page), { x: -240, y: 0 }, 'left')
  for (const [film, expected] of [
    [keptOf(page), [42, 213]],
    [filmOf(page), [213, 42]],
  ] as const) {
    await expect
      .poll(async () => (await colours(page, film)).map(([red], i) => Math.abs(red - expected[i]!) <= 2))
      .toEqual([true, true])
  }
  await page.keyboard.press('0')

  // Moved to the left and up by a fifth of the film: the rest lies where the quarter was, on both.
  const side = Math.min((await filmOf(page).boundingBox())!.width, (await filmOf(page).boundingBox())!.height)
  await drag(filmOf(page), { x: -side / 5, y: -side / 5 }, 'right')
  await expect.poll(() => colours(page, keptOf(page))).toEqual([170, 170].map(grey))
  await expect.poll(() => colours(page, filmOf(page))).toEqual([85, 85].map(grey))
})

test('another patient’s film is told from a prior', async ({ openHilum }, info) => {
  const page = await openPair(openHilum, info, ['P1', 'P2'])
  const pane = page.getByRole('region', { name: 'Compared film' })
  await expect(pane.getByRole('status')).toHaveText('Another patient, 59 days earlier')
  // Words in the corners can be switched off; this cannot.
  await page.keyboard.press('t')
  await expect(pane.getByRole('status')).toBeVisible()
  for (const [width, height] of [
    [1000, 700],
    [900, 600],
  ] as const) {
    await page.setViewportSize({ width, height })
    expect(await cutOff(pane.getByRole('status')), `${width} wide`).toEqual([])
    expect(await cutOff(pane.locator('header')), `${width} wide`).toEqual([])
    const [kept, current] = [await keptOf(page).boundingBox(), await filmOf(page).boundingBox()]
    expect([kept!.y, kept!.height]).toEqual([current!.y, current!.height])
  }
  await pane.getByRole('button', { name: 'Stop comparing' }).press('Enter')
  await expect(pane).toHaveCount(0)
})

test('what is measured on either film is listed under its name, and Delete takes the last', async ({
  openHilum,
}, info) => {
  const page = await openPair(openHilum, info)
  const draw = async (film: Locator, length: number) => {
    await page.keyboard.press('l')
    const box = (await film.boundingBox())!
    const [x, y] = [Math.round(box.x + box.width / 2), Math.round(box.y + box.height / 2)]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + length, y, { steps: 4 })
    await page.mouse.up()
  }
  const listOf = (film: string) =>
    page.getByRole('list', { name: `Measurements, ${film}` }).getByRole('listitem')
  await draw(filmOf(page), 80)
  await draw(keptOf(page), 40)
  await expect(listOf('On screen: b-newer.dcm')).toHaveCount(1)
  await expect(listOf('Compared: a-older.dcm')).toHaveCount(1)
  await page.keyboard.press('Delete')
  await expect(listOf('Compared: a-older.dcm')).toHaveCount(0)
  await expect(listOf('On screen: b-newer.dcm')).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(listOf('Compared: a-older.dcm')).toHaveCount(1)
  await shown(page, 'b-newer.dcm')
  await listOf('Compared: a-older.dcm')
    .getByRole('button', { name: /^Remove: Length/ })
    .click()
  await expect(listOf('Compared: a-older.dcm')).toHaveCount(0)
})
