// What a reader must know of a film stands before its scores, and the list says that there is something.

import { cp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'hilum/e2e'
import { bandedFilm } from './fixtures/banded-film.ts'

const TINY = fileURLToPath(new URL('../src/main/packs/fixtures/tiny', import.meta.url))

test('a child’s film is scored with a warning between its result and its scores', async ({
  openHilum,
}, info) => {
  const userData = info.outputPath('data')
  await cp(TINY, join(userData, 'models', 'tiny'), { recursive: true })
  await writeFile(join(userData, 'models', 'default.json'), '{"model":"tiny"}')
  const path = info.outputPath('child.dcm')
  await writeFile(path, bandedFilm('MONOCHROME2', [[0x00101010, 'AS', '008Y']]))
  const { page } = await openHilum({ userData, paths: [path] })

  const scores = page.getByRole('region', { name: 'Scores' })
  const warnings = scores.getByRole('region', { name: 'Warnings' })
  await expect(warnings).toContainText(/child|adult/)
  const [warning, meter] = [
    await warnings.boundingBox(),
    await scores.getByRole('meter').first().boundingBox(),
  ]
  expect(warning!.y).toBeLessThan(meter!.y)
  await expect(page.getByRole('option', { name: /^child\.dcm, .*%, with warnings$/ })).toBeVisible()
})
