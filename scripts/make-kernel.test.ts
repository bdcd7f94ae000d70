import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { kernelCodeFile, makeKernelCode } from './make-kernel.ts'

test('kernel-code.ts is what scripts/make-kernel.ts makes of kernel.wat', async () => {
  assert.equal(await readFile(kernelCodeFile, 'utf8'), await makeKernelCode())
})
