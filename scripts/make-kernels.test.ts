import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { test } from 'node:test'
import { makeKernels } from './make-kernels.ts'

for (const { file, text } of await makeKernels()) {
  test(`${basename(file.pathname)} is what scripts/make-kernels.ts makes of its source`, async () => {
    assert.equal(await readFile(file, 'utf8'), text)
  })
}
