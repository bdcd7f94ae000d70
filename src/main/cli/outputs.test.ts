import assert from 'node:assert/strict'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { temporaryFolder } from './hilum-run.fixture.ts'
import { openOutputs, refuseInputs } from './outputs.ts'

test('of several outputs none is left open where one cannot be', async (t) => {
  const folder = await temporaryFolder(t)
  const paths = { csv: join(folder, 'out.csv'), json: join(folder, 'no', 'out.json') }
  await assert.rejects(openOutputs(paths), { code: 'WRITE_FAILED' })
  assert.deepEqual(await readdir(folder), [])
})

test('an archive that films are read from is not written over', async (t) => {
  const folder = await temporaryFolder(t)
  const archive = join(folder, 'films.zip')
  // PKWARE APPNOTE 4.3.6: how an archive begins.
  await writeFile(archive, 'PK\x03\x04')
  const inputs = [join(archive, 'a.dcm')]
  await assert.rejects(refuseInputs({ csv: archive }, inputs), {
    code: 'USAGE',
    message: /films\.zip is read as a film/,
  })
  await refuseInputs({ csv: join(folder, 'other.zip'), json: '-', pdf: undefined }, inputs)
})
