import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { makeSchemas } from './make-schemas.ts'

for (const { name, text } of makeSchemas()) {
  test(`assets/schemas/${name} is what scripts/make-schemas.ts writes`, async () => {
    const kept = await readFile(new URL(`../assets/schemas/${name}`, import.meta.url), 'utf8')
    assert.equal(kept, text)
  })
}
