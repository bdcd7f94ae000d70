import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { makeAssembly } from './make-assembly.ts'

test('the JPEG decoder in WebAssembly is what its source compiles to', async () => {
  const { file, text } = await makeAssembly()
  assert.equal(await readFile(file, 'utf8'), text)
})
