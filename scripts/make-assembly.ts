// Compiles the AssemblyScript of our JPEG decoder to assembly-code.ts beside it, which is what is imported. Running it
// again changes nothing.

import { main } from 'assemblyscript/asc'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const jpeg = new URL('../src/main/pipeline/decode/codecs/jpeg/', import.meta.url)

const OPTIONS = ['--outFile', 'decoder.wasm', '--enable', 'simd', '--runtime', 'stub', '-O3', '--noAssert']

export async function makeAssembly(): Promise<{ readonly file: URL; readonly text: string }> {
  const baseDir = fileURLToPath(new URL('assembly/', jpeg))
  let compiled: Uint8Array | undefined
  const { error } = await main(['decoder.ts', '--baseDir', baseDir, ...OPTIONS], {
    writeFile(_, contents) {
      if (typeof contents !== 'string') compiled = contents
    },
  })
  if (error) throw error
  if (!compiled) throw new Error('the compiler wrote nothing')
  const code = Buffer.from(compiled).toString('base64')
  const text = `// Made by scripts/make-assembly.ts of assembly/decoder.ts.\n\nexport const CODE =\n  '${code}'\n`
  return { file: new URL('assembly-code.ts', jpeg), text }
}

if (import.meta.main) {
  const { file, text } = await makeAssembly()
  await writeFile(file, text)
}
