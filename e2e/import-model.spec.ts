// A model of the reader's own: checked, copied, offered; and its scores are never mixed with another's.

import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test, type Hilum } from 'hilum/e2e'
import { SAMPLES } from './fixtures/folders.ts'

const TINY = fileURLToPath(new URL('../src/main/packs/fixtures/tiny', import.meta.url))
const TINY_NAME = 'Tiny model for tests'

async function importFrom(hilum: Hilum, folder: string): Promise<void> {
  await hilum.answerOpenDialog([folder])
  await hilum.clickMenu('import-model')
}

async function importTiny(hilum: Hilum): Promise<void> {
  await importFrom(hilum, TINY)
  await expect(hilum.page.getByText(`Imported “${TINY_NAME}”`)).toBeVisible()
}

const scored = (hilum: Hilum) =>
  hilum.page.getByRole('option', { name: /, (Positive|Negative|Indeterminate|Refused)/ })
const model = (hilum: Hilum) => hilum.page.getByRole('region', { name: 'Model' })

test('an imported model is offered, and scores nothing until it is asked to', async ({ openHilum }) => {
  const hilum = await openHilum({ paths: [SAMPLES] })
  const { page } = hilum
  await page.getByRole('button', { name: /^Score all/ }).click()
  await expect(scored(hilum)).toHaveCount(4)

  await importTiny(hilum)
  await expect(scored(hilum)).toHaveCount(4)
  await model(hilum)
    .getByRole('button', { name: /^Model:/ })
    .click()
  await page.getByRole('menuitemradio', { name: TINY_NAME }).click()
  // The film on screen has findings of the model named beside it; the others wait to be scored.
  await expect(page.getByRole('option', { name: /, Not scored yet/ })).toHaveCount(3)
  await expect(scored(hilum)).toHaveCount(1)
  expect((await readdir(join(hilum.userData, 'models', 'tiny'))).toSorted()).toEqual([
    'card.json',
    'golden.json',
    'model.onnx',
  ])
})

test('a model of the same name is replaced only if the reader says so', async ({ hilum }, info) => {
  await importTiny(hilum)
  const second = info.outputPath('second')
  await mkdir(second, { recursive: true })
  await cp(TINY, second, { recursive: true })
  const card = JSON.parse(await readFile(join(second, 'card.json'), 'utf8')) as object
  await writeFile(join(second, 'card.json'), JSON.stringify({ ...card, name: 'Second model' }))
  const nameNow = async () => {
    const text = await readFile(join(hilum.userData, 'models', 'tiny', 'card.json'), 'utf8')
    return (JSON.parse(text) as { name: string }).name
  }

  await hilum.answerMessageBox(1)
  await importFrom(hilum, second)
  await expect
    .poll(async () => (await hilum.dialogs()).filter(({ kind }) => kind === 'message').length)
    .toBe(1)
  expect(await nameNow()).toBe(TINY_NAME)

  await hilum.answerMessageBox(0)
  await importFrom(hilum, second)
  await expect(hilum.page.getByText('Imported “Second model”')).toBeVisible()
  expect(await nameNow()).toBe('Second model')
})

test('a folder that is no model is told with what is missing', async ({ hilum }, info) => {
  const folder = info.outputPath('no-model')
  await mkdir(folder, { recursive: true })
  await importFrom(hilum, folder)
  await expect(
    hilum.page.getByRole('alert').filter({ hasText: 'no card.json and no model.onnx' }),
  ).toBeVisible()
  expect(await readdir(hilum.userData)).not.toContain('models')
})

test('a model that was damaged since leaves the one before it, which scores on', async ({ openHilum }) => {
  const hilum = await openHilum({ paths: [SAMPLES] })
  const { page } = hilum
  await expect(scored(hilum)).toHaveCount(1)
  await importTiny(hilum)
  await writeFile(join(hilum.userData, 'models', 'tiny', 'model.onnx'), 'not the model')
  const chooser = model(hilum).getByRole('button', { name: /^Model:/ })
  const former = await chooser.getAttribute('aria-label')
  await chooser.click()
  await page.getByRole('menuitemradio', { name: TINY_NAME }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'tiny' })).toBeVisible()
  expect(await chooser.getAttribute('aria-label')).toBe(former)
  await expect(page.getByRole('region', { name: 'Status' })).toContainText('Engine ready')
  await page.keyboard.press('ArrowDown')
  await expect(scored(hilum)).toHaveCount(2)
})

test('a model among the reader’s own that can’t be used is told under the choice of models', async ({
  openHilum,
}, info) => {
  const userData = info.outputPath('user-data')
  await mkdir(join(userData, 'models', 'broken'), { recursive: true })
  await writeFile(join(userData, 'models', 'broken', 'card.json'), '{')
  const hilum = await openHilum({ userData })
  const told = model(hilum).getByText('1 other model can’t be used')
  const reason = model(hilum).getByText(/broken.card\.json can’t be read as a model card/)
  await expect(told).toBeVisible()
  await expect(reason).toBeHidden()
  await told.press('Enter')
  await expect(reason).toBeVisible()
  await hilum.page.screenshot({ path: info.outputPath('panel.png') })
})
