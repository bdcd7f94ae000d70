import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { test } from 'node:test'
import { makeAssembly } from './make-assembly.ts'

for (const { file, text } of await makeAssembly()) {
  test(`${basename(file.pathname)} is what scripts/make-assembly.ts makes of its source`, async () => {
    assert.equal(await readFile(file, 'utf8'), text)
  })
}
