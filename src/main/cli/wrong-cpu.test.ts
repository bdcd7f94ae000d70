// A CPU that gives other figures than those stored with the model: real but for the stored figures, which are spoilt.

import assert from 'node:assert/strict'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { FIXTURE_MODELS, hilum, paintFilm, temporaryFolder } from './hilum-run.fixture.ts'

interface Films {
  readonly films: { readonly probabilities: number[] }[]
}

test('is told of where providers are listed and where films are scored, and until then nothing is', async (t) => {
  const folder = await temporaryFolder(t)
  const models = join(folder, 'models')
  await cp(join(FIXTURE_MODELS, 'tiny'), join(models, 'tiny'), { recursive: true })
  const file = join(models, 'tiny', 'golden.json')
  const golden = JSON.parse(await readFile(file, 'utf8')) as Films
  for (const { probabilities } of golden.films) probabilities.reverse()
  await writeFile(file, JSON.stringify(golden))
  const film = await paintFilm(join(folder, 'a.png'), 'bright')
  // No driver, so that no graphics card of this machine is tried.
  Object.assign(process.env, { HILUM_DATA: folder, VK_DRIVER_FILES: '' })

  const before = await hilum(['score', '--model', 'tiny', film], { models })
  assert.equal(before.code, 0, before.stderr)
  assert.doesNotMatch(before.stderr, /PROVIDER_UNFIT/)
  const listed = await hilum(['providers', '--model', 'tiny'], { models })
  assert.equal(listed.code, 1, listed.stderr)
  assert.match(listed.stdout, /^\* cpu +wrong figures/m)
  assert.match(
    listed.stderr,
    /^PROVIDER_UNFIT: CPU gave other figures .* Films are scored on it all the same/m,
  )
  const after = await hilum(['score', '--model', 'tiny', film], { models })
  assert.equal(after.code, 0, after.stderr)
  assert.match(after.stderr, /^PROVIDER_UNFIT: CPU gave other figures .* their scores may be wrong/m)
})
