// Compiles the loops that run in SIMD: each NAME.wat below to NAME-code.ts beside it, which is what is imported. Running
// it again changes nothing.

import { readFile, writeFile } from 'node:fs/promises'
import wabt from 'wabt'

const pipeline = new URL('../src/main/pipeline/', import.meta.url)

const KERNELS = ['resample/kernel', 'normalise/extremes', 'decode/dicom/dirt']

export interface KernelCode {
  readonly file: URL
  readonly text: string
}

export async function makeKernels(): Promise<KernelCode[]> {
  const { parseWat } = await wabt()
  return Promise.all(
    KERNELS.map(async (name) => {
      const source = new URL(`${name}.wat`, pipeline)
      const module = parseWat(source.pathname, await readFile(source), { simd: true })
      const { buffer } = module.toBinary({})
      module.destroy()
      const code = Buffer.from(buffer).toString('base64')
      const text = `// Made by scripts/make-kernels.ts of ${name}.wat.\n\nexport const CODE =\n  '${code}'\n`
      return { file: new URL(`${name}-code.ts`, pipeline), text }
    }),
  )
}

if (import.meta.main) for (const { file, text } of await makeKernels()) await writeFile(file, text)
