import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { test } from 'node:test'
import { makeWebAssembly } from './make-webassembly.ts'

for (const { file, text } of await makeWebAssembly()) {
  test(`${basename(file.pathname)} is what scripts/make-webassembly.ts makes of its source`, async () => {
    assert.equal(await readFile(file, 'utf8'), text)
  })
}
