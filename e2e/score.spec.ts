// Scoring a folder and exporting what came of it.

import { execFile } from 'node:child_process'
import { cp, link, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'
import { expect, test, type Hilum } from 'hilum/e2e'
import { exported } from './fixtures/exported.ts'
import { mixedFolder, SAMPLES } from './fixtures/folders.ts'

const run = promisify(execFile)
const cli = fileURLToPath(new URL('../out/main/cli.js', import.meta.url))

interface ScoreRow {
  readonly file: string
  readonly status: string
  readonly code: string | null
  readonly probabilities: Record<string, number>
}

async function openFolder(hilum: Hilum, folder: string): Promise<void> {
  await hilum.answerOpenDialog([folder])
  await hilum.page.getByRole('button', { name: /^Open folder/ }).click()
  await expect(hilum.page.getByRole('option')).toHaveCount(4)
}

async function openAndScore(hilum: Hilum, folder: string): Promise<void> {
  await openFolder(hilum, folder)
  await hilum.page.getByRole('button', { name: /^Score all/ }).click()
  await expect(
    hilum.page.getByRole('option', { name: /^d-sound\.dcm, (Positive|Negative|Indeterminate)/ }),
  ).toBeVisible()
}

test('each film of a folder has its own fate, and a bad one costs one row', async ({ hilum }, info) => {
  await openAndScore(hilum, await mixedFolder(info.outputPath()))
  const { page } = hilum
  await expect(
    page.getByRole('option', { name: /^a-sound\.jpg, (Positive|Negative|Indeterminate)/ }),
  ).toBeVisible()
  await expect(page.getByRole('option', { name: /^b-page\.dcm, Failed: .*HTML/ })).toBeVisible()
  await expect(page.getByRole('option', { name: /^c-hand\.dcm, Refused: .*HAND/ })).toBeVisible()
})

/** Films that are long enough under way to be interfered with, of which the one on screen has its score. */
async function openMany(hilum: Hilum, folder: string, films: number) {
  await mkdir(folder)
  const original = join(folder, '0.jpg')
  await cp(join(SAMPLES, 'chest-4-nodule.jpg'), original)
  for (let i = 1; i < films; i++) await link(original, join(folder, `${i}.jpg`))
  await hilum.answerOpenDialog([folder])
  const { page } = hilum
  await page.getByRole('button', { name: /^Open folder/ }).click()
  await expect(page.getByRole('option', { name: /%/ })).toHaveCount(1)
  const [scoreAll, stop] = [/^Score all$/, /^Stop/].map((name) => page.getByRole('button', { name }))
  return { scoreAll: scoreAll!, stop: stop!, status: page.getByRole('status', { name: 'Scoring' }) }
}

/** A model is loaded while a list goes on, and the list must not have come to its end by then. */
const LONG = 600

const stoppedBecause = (cause: string) =>
  new RegExp(`^Scoring stopped at \\d+ of ${LONG}, because ${cause}\\.$`)

const ENDINGS: readonly (readonly [string, RegExp, (hilum: Hilum) => Promise<void>])[] = [
  [
    'by another model',
    stoppedBecause('the model was changed'),
    async ({ page }) => {
      await page.getByRole('button', { name: /^Model:/ }).click()
      await page.getByRole('menuitemradio', { name: 'DarkCovidNet, two classes' }).click()
    },
  ],
  [
    'by clearing the list, which is taken back',
    stoppedBecause('the list was cleared'),
    async ({ page }) => {
      await page.getByRole('button', { name: 'Clear list' }).click()
      await page.getByRole('button', { name: 'Undo' }).click()
    },
  ],
]
for (const [how, sentence, end] of ENDINGS) {
  test(`scoring that is ended ${how} says so, and goes on from the message`, async ({ hilum }, info) => {
    const { page } = hilum
    const { scoreAll, stop, status } = await openMany(hilum, info.outputPath('many'), LONG)
    await scoreAll.click()
    // The film on screen is counted in, here as at the end.
    await expect(status).toHaveText(new RegExp(`^\\d+ of ${LONG} films, \\d`))
    await end(hilum)
    const told = page.getByRole('status').filter({ has: page.getByText(sentence) })
    await expect(told).toBeVisible()
    await told.getByRole('button', { name: 'Score all films' }).click()
    await expect(told).toHaveCount(0)
    await expect(stop).toBeVisible()
    await expect(status).toHaveText(`${LONG} scored, 0 refused, 0 failed`, { timeout: 60_000 })
  })
}

test('a list that was stopped can be started again at once', async ({ hilum }, info) => {
  const { page } = hilum
  const { scoreAll, stop, status } = await openMany(hilum, info.outputPath('many'), 40)
  await scoreAll.click()
  await stop.click()
  await expect(status).toHaveText(/^Stopped at \d+ of 40: \d+ scored, 0 refused, 0 failed$/)
  await scoreAll.click()
  await expect(stop).toBeVisible()
  await expect(status).toHaveText(/^\d+ scored, 0 refused, 0 failed$/)
  await expect(page.getByRole('option', { name: /Not scored/ })).toHaveCount(0)
})

test('a list is scored by a model that was chosen a moment ago', async ({ hilum }) => {
  const { page } = hilum
  await page.getByRole('button', { name: 'Open the sample films' }).click()
  await expect(page.getByRole('option', { name: /^chest-1-clear\.dcm, (?!Not scored)/ })).toBeVisible()
  await page.getByRole('button', { name: /^Model:/ }).click()
  await page.getByRole('menuitemradio', { name: 'DarkCovidNet, two classes' }).click()
  await page.getByRole('button', { name: /^Score all/ }).click()
  await expect(page.getByRole('button', { name: 'Model: DarkCovidNet, two classes' })).toBeVisible()
  await expect(page.getByRole('status', { name: 'Scoring' })).toHaveText(/^\d scored, 0 refused, 0 failed$/)
  await expect(page.getByRole('option', { name: /Not scored/ })).toHaveCount(0)
})

test('films with findings go first where the reader asks for it', async ({ hilum }, info) => {
  await openAndScore(hilum, await mixedFolder(info.outputPath()))
  const { page } = hilum
  // Of the whole list: the film on screen may have been scored before.
  await expect(page.getByRole('status', { name: 'Scoring' })).toHaveText('2 scored, 1 refused, 1 failed')
  const names = async () =>
    (await page.getByRole('option').allInnerTexts()).map((text) => text.split('\n')[0]!.slice(0, 1))
  expect(await names()).toEqual(['a', 'b', 'c', 'd'])
  await page.getByRole('button', { name: 'Order of the films: As found' }).click()
  await page.getByRole('menuitemradio', { name: 'Findings first' }).click()
  // The two that were scored, then what was refused, then what failed.
  await expect.poll(async () => (await names()).slice(2)).toEqual(['c', 'b'])
  await page.getByRole('option').first().click()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true')
})

test('the list shows the films of one kind, and the keys go through those alone', async ({ hilum }, info) => {
  await openAndScore(hilum, await mixedFolder(info.outputPath()))
  const { page } = hilum
  await expect(page.getByRole('status', { name: 'Scoring' })).toHaveText('2 scored, 1 refused, 1 failed')
  await page.getByRole('button', { name: 'Films shown: All films (4)' }).click()
  await page.getByRole('menuitemradio', { name: 'Refused (1)' }).click()
  await expect(page.getByRole('option')).toHaveCount(1)
  // The film on screen stays until another is chosen.
  await expect(page.getByRole('img', { name: 'Film a-sound.jpg' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('img', { name: 'Film c-hand.dcm' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option', { name: /^c-hand/ })).toHaveAttribute('aria-selected', 'true')
  // The tables are of the whole list.
  const csv = (await exported(hilum, 'export-csv', info.outputPath('all.csv'))).toString('utf8')
  expect(csv.trim().split('\n')).toHaveLength(5)

  await page.getByRole('button', { name: 'Films shown: Refused (1)' }).click()
  await page.getByRole('menuitemradio', { name: 'All films (4)' }).click()
  await expect(page.getByRole('option')).toHaveCount(4)
})

test('a list that scores have outdated says so, and moves no film before it is asked', async ({ hilum }) => {
  const { page } = hilum
  await page.getByRole('button', { name: 'Open the sample films' }).click()
  await expect(page.getByRole('option', { name: /^chest-1-clear\.dcm, (?!Not scored)/ })).toBeVisible()
  await page.getByRole('button', { name: 'Films shown: All films (4)' }).click()
  await page.getByRole('menuitemradio', { name: 'Not scored yet (3)' }).click()
  const update = page.getByRole('button', { name: 'Update the list' })
  await expect(update).toHaveCount(0)
  await page.getByRole('option').first().click()
  await expect(page.getByRole('option', { name: /^chest-2.+, (?!Not scored)/ })).toBeVisible()
  await expect(page.getByRole('option')).toHaveCount(3)
  await update.press('Enter')
  await expect(page.getByRole('option')).toHaveCount(2)
  await expect(update).toHaveCount(0)
})

test('a refused film shows its reason and no number', async ({ hilum }, info) => {
  await openAndScore(hilum, await mixedFolder(info.outputPath()))
  await hilum.page.getByRole('option', { name: /^c-hand/ }).click()
  const findings = hilum.page.getByRole('region', { name: 'Findings' })
  await expect(findings).toContainText('HAND')
  await expect(findings.getByRole('meter')).toHaveCount(0)
  await expect(findings).not.toContainText('%')
})

test('the window and the command line give the same scores', async ({ hilum }, info) => {
  const folder = await mixedFolder(info.outputPath())
  await openAndScore(hilum, folder)
  const file = await exported(hilum, 'export-json', info.outputPath('window.json'))
  const inWindow = (JSON.parse(file.toString('utf8')) as { results: ScoreRow[] }).results

  // 3: the file that is no film has failed, the rest is written.
  const outside = await run(process.execPath, [cli, 'score', folder, '--json', '-']).catch(
    (error: { code: number; stdout: string }) => error,
  )
  expect('code' in outside && outside.code).toBe(3)
  const onCommandLine = (JSON.parse(outside.stdout) as { results: ScoreRow[] }).results

  expect(inWindow.map(({ file: path, status, code }) => [path, status, code])).toEqual(
    onCommandLine.map(({ file: path, status, code }) => [path, status, code]),
  )
  for (const [i, { probabilities }] of inWindow.entries()) {
    for (const [label, value] of Object.entries(probabilities)) {
      expect(Math.abs(value - onCommandLine[i]!.probabilities[label]!)).toBeLessThan(1e-6)
    }
  }
})

test('the PDF has the notice, the scored films and the refused one without a number', async ({
  hilum,
}, info) => {
  await openAndScore(hilum, await mixedFolder(info.outputPath()))
  const path = info.outputPath('summary.pdf')
  const pdf = await exported(hilum, 'export-pdf', path)
  expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  const { stdout } = await run('pdftotext', ['-layout', path, '-'])
  expect(stdout).toContain('Not a medical device')
  for (const name of ['a-sound.jpg', 'c-hand.dcm', 'd-sound.dcm']) expect(stdout).toContain(name)
  expect(stdout.split('\n').find((line) => line.includes('c-hand.dcm'))).not.toContain('%')
})

test('films of one name are told apart by their folders, in the list, on screen and in the PDF', async ({
  hilum,
}, info) => {
  const folder = info.outputPath('cd')
  for (const patient of ['A', 'B']) {
    await mkdir(join(folder, patient), { recursive: true })
    await cp(join(SAMPLES, 'chest-4-nodule.jpg'), join(folder, patient, 'IM0001.jpg'))
  }
  await hilum.answerOpenDialog([folder])
  await hilum.page.getByRole('button', { name: /^Open folder/ }).click()
  const { page } = hilum
  await expect(page.getByRole('option', { name: /^B \/ IM0001\.jpg, / })).toBeVisible()
  await expect(page.getByRole('option', { name: /^A \/ IM0001\.jpg, (?!Not scored)/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Film viewport' })).toContainText('A / IM0001.jpg')
  const path = info.outputPath('summary.pdf')
  await exported(hilum, 'export-pdf', path)
  const { stdout } = await run('pdftotext', ['-layout', path, '-'])
  expect(stdout).toContain('A / IM0001.jpg')
  expect(stdout).not.toContain(folder)
})

test('an export that can not be written says why', async ({ hilum }, info) => {
  await openAndScore(hilum, await mixedFolder(info.outputPath()))
  await hilum.answerSaveDialog(info.outputPath('no such folder', 'scores.csv'))
  await hilum.clickMenu('export-csv')
  await expect(hilum.page.getByRole('alert')).toContainText(
    /scores\.csv can’t be written: the folder .+no such folder is not there; make it/,
  )
})

test('an export of a list that is not scored yet says of how many films it tells', async ({
  hilum,
}, info) => {
  await openFolder(hilum, await mixedFolder(info.outputPath()))
  await expect(hilum.page.getByRole('option', { name: /^a-sound\.jpg, (?!Not scored)/ })).toBeVisible()
  await exported(hilum, 'export-csv', info.outputPath('scores.csv'))
  await expect(hilum.page.getByText(/^Saved /)).toHaveText(
    'Saved scores.csv: 1 of 4 films; the others are not scored yet.',
  )
})

test('the CSV has a row for each film', async ({ hilum }, info) => {
  await openAndScore(hilum, await mixedFolder(info.outputPath()))
  const csv = (await exported(hilum, 'export-csv', info.outputPath('scores.csv'))).toString('utf8')
  expect(csv.trim().split('\n')).toHaveLength(5)
  const asked = (await hilum.dialogs()).find(({ kind }) => kind === 'save')
  expect(asked?.options['defaultPath']).toMatch(/Hilum summary \d{4}-\d\d-\d\d\.csv$/)
})
