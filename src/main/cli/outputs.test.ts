import assert from 'node:assert/strict'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { temporaryFolder } from './hilum-run.fixture.ts'
import { openOutputs } from './outputs.ts'

test('of several outputs none is left open where one cannot be', async (t) => {
  const folder = await temporaryFolder(t)
  const paths = { csv: join(folder, 'out.csv'), json: join(folder, 'no', 'out.json') }
  await assert.rejects(openOutputs(paths), { code: 'WRITE_FAILED' })
  assert.deepEqual(await readdir(folder), [])
})
