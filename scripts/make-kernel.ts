// Compiles the loops of the resampler: kernel.wat to kernel-code.ts, which everything else imports. Running it again
// changes nothing.

import { readFile, writeFile } from 'node:fs/promises'
import wabt from 'wabt'

const folder = new URL('../src/main/pipeline/resample/', import.meta.url)

export const kernelCodeFile = new URL('kernel-code.ts', folder)

export async function makeKernelCode(): Promise<string> {
  const { parseWat } = await wabt()
  const module = parseWat('kernel.wat', await readFile(new URL('kernel.wat', folder)), { simd: true })
  const { buffer } = module.toBinary({})
  module.destroy()
  const code = Buffer.from(buffer).toString('base64')
  return '// Made by scripts/make-kernel.ts of kernel.wat.\n\n' + `export const KERNEL_CODE =\n  '${code}'\n`
}

if (import.meta.main) await writeFile(kernelCodeFile, await makeKernelCode())
