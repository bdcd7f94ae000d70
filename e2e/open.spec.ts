// Every way to bring films into the window.

import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, type Hilum } from 'hilum/e2e'
import { SAMPLE_NAMES, SAMPLES, mixedFolder } from './fixtures/folders.ts'
import { shown } from './fixtures/screen.ts'

const list = ({ page }: Hilum) => page.getByRole('listbox', { name: 'Films' }).getByRole('option')

async function expectSamples(hilum: Hilum): Promise<void> {
  await expect(list(hilum)).toHaveCount(SAMPLE_NAMES.length)
  await shown(hilum.page, SAMPLE_NAMES[0])
}

test('without films the window offers the samples and says what Hilum is not', async ({ hilum }) => {
  await expect(hilum.page.getByText('Not a medical device').first()).toBeVisible()
  await hilum.page.getByRole('button', { name: 'Open the sample films' }).click()
  await expectSamples(hilum)
})

test('a folder named on the command line is open at the start', async ({ openHilum }) => {
  const hilum = await openHilum({ paths: [SAMPLES] })
  await expectSamples(hilum)
  // What main tells before the page listens would be lost, and the stand-in says so.
  expect(hilum.mainLog()).not.toContain('a page that is not there')
})

test('the button asks for a folder', async ({ hilum }) => {
  await hilum.answerOpenDialog([SAMPLES])
  await hilum.page.getByRole('button', { name: /^Open folder/ }).click()
  await expectSamples(hilum)
})

test('the menu asks for films', async ({ hilum }) => {
  await hilum.answerOpenDialog(SAMPLE_NAMES.map((name) => join(SAMPLES, name)))
  await hilum.clickMenu('open-files')
  await expectSamples(hilum)
})

test('a closed dialog changes nothing', async ({ hilum }) => {
  await hilum.answerOpenDialog([])
  await hilum.page.getByRole('button', { name: /^Open film/ }).click()
  await expect.poll(async () => (await hilum.dialogs()).length).toBe(1)
  await expect(hilum.page.getByRole('button', { name: 'Open the sample films' })).toBeVisible()
  await expect(hilum.page.getByRole('alert')).toHaveCount(0)
})

test('a dropped folder is opened', async ({ hilum }) => {
  await hilum.drop([SAMPLES])
  await expectSamples(hilum)
})

test('the window never learns a path', async ({ openHilum }) => {
  const hilum = await openHilum({ paths: [SAMPLES] })
  await expectSamples(hilum)
  expect(await hilum.page.content()).not.toContain(SAMPLES)
})

test('an empty folder is told in a sentence', async ({ hilum }, info) => {
  const folder = info.outputPath('empty')
  await mkdir(folder, { recursive: true })
  await hilum.answerOpenDialog([folder])
  await hilum.page.getByRole('button', { name: /^Open folder/ }).click()
  const told = hilum.page.getByRole('alert').filter({ hasText: '“empty” holds nothing' })
  await expect(told).toBeVisible()
  // It is over when films are open.
  await hilum.drop([SAMPLES])
  await expectSamples(hilum)
  await expect(told).toHaveCount(0)
})

test('a folder that vanishes after it was opened is told by the film’s name', async ({ hilum }, info) => {
  const folder = await mixedFolder(info.outputPath())
  await hilum.answerOpenDialog([folder])
  await hilum.page.getByRole('button', { name: /^Open folder/ }).click()
  await shown(hilum.page, 'a-sound.jpg')
  await rename(folder, `${folder}-gone`)
  await list(hilum).filter({ hasText: 'd-sound.dcm' }).click()
  await expect(hilum.page.getByRole('alert').first()).toContainText('d-sound.dcm')
  await rm(`${folder}-gone`, { recursive: true })
})

test('a folder of other files is told once, with their names', async ({ hilum }, info) => {
  const folder = info.outputPath('letters')
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'readme.txt'), 'Dear reader')
  await hilum.drop([folder])
  await expect(hilum.page.getByRole('alert')).toHaveText(
    '“letters” holds no films (readme.txt was passed over); choose another folder.',
  )
  const messages = hilum.page.getByRole('region', { name: 'Messages' }).getByRole('button')
  await expect(messages).toHaveCount(1)
  await hilum.drop([SAMPLES])
  await expect(hilum.page.getByRole('status').filter({ hasText: 'passed over' })).toHaveText(
    '1 file that holds no film was passed over: README.md.',
  )
})
