// Compiles the loops that run in SIMD and are too long for WebAssembly text: each source in AssemblyScript below to the
// file that is imported. Running it again changes nothing.

import { main } from 'assemblyscript/asc'
import { writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'

const decode = new URL('../src/main/pipeline/decode/', import.meta.url)

const MODULES = [
  { source: 'codecs/jpeg/assembly/decoder.ts', code: 'codecs/jpeg/assembly-code.ts' },
  { source: 'raster/assembly/unfilter.ts', code: 'raster/png-unfilter-code.ts' },
] as const

const OPTIONS = ['--outFile', 'code.wasm', '--enable', 'simd', '--runtime', 'stub', '-O3', '--noAssert']

export interface AssemblyCode {
  readonly file: URL
  readonly text: string
}

export async function makeAssembly(): Promise<AssemblyCode[]> {
  const made: AssemblyCode[] = []
  for (const { source, code } of MODULES) {
    const compiled = Buffer.from(await compile(new URL(source, decode))).toString('base64')
    const text = `// Made by scripts/make-assembly.ts of ${basename(source)}.\n\nexport const CODE =\n  '${compiled}'\n`
    made.push({ file: new URL(code, decode), text })
  }
  return made
}

async function compile(source: URL): Promise<Uint8Array> {
  let compiled: Uint8Array | undefined
  const baseDir = fileURLToPath(new URL('.', source))
  const { error } = await main([basename(source.pathname), '--baseDir', baseDir, ...OPTIONS], {
    writeFile(_, contents) {
      if (typeof contents !== 'string') compiled = contents
    },
  })
  if (error) throw error
  if (!compiled) throw new Error(`${source.pathname} compiles to nothing`)
  return compiled
}

if (import.meta.main) for (const { file, text } of await makeAssembly()) await writeFile(file, text)
