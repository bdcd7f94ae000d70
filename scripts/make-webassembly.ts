// Compiles the loops that run in SIMD to the files that are imported: short ones from WebAssembly text, long ones from
// AssemblyScript. Running it again changes nothing.

import { main } from 'assemblyscript/asc'
import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import wabt from 'wabt'

const pipeline = new URL('../src/main/pipeline/', import.meta.url)

const MODULES = [
  { source: 'resample/kernel.wat', code: 'resample/kernel-code.ts' },
  { source: 'value-range/extremes.wat', code: 'value-range/extremes-code.ts' },
  { source: 'normalise/assembly/ybr-full.ts', code: 'normalise/ybr-full-code.ts' },
  { source: 'decode/dicom/dirt.wat', code: 'decode/dicom/dirt-code.ts' },
  { source: 'decode/codecs/jpeg/assembly/decoder.ts', code: 'decode/codecs/jpeg/assembly-code.ts' },
  { source: 'decode/codecs/jpeg-2000/assembly/decoder.ts', code: 'decode/codecs/jpeg-2000/assembly-code.ts' },
  { source: 'decode/raster/assembly/unfilter.ts', code: 'decode/raster/png-unfilter-code.ts' },
  { source: 'decode/raster/assembly/inflate.ts', code: 'decode/raster/inflate-code.ts' },
] as const

const ASSEMBLY_OPTIONS = [
  '--outFile',
  'code.wasm',
  '--enable',
  'simd',
  '--runtime',
  'stub',
  '-O3',
  '--noAssert',
]

export interface ModuleCode {
  readonly file: URL
  readonly text: string
}

export async function makeWebAssembly(): Promise<ModuleCode[]> {
  const made: ModuleCode[] = []
  for (const { source, code } of MODULES) {
    const url = new URL(source, pipeline)
    const compiled = await (source.endsWith('.wat') ? fromText(url) : fromAssemblyScript(url))
    const bytes = Buffer.from(compiled).toString('base64')
    const text = `// Made by scripts/make-webassembly.ts of ${basename(source)}.\n\nexport const CODE =\n  '${bytes}'\n`
    made.push({ file: new URL(code, pipeline), text })
  }
  return made
}

async function fromText(source: URL): Promise<Uint8Array> {
  const { parseWat } = await wabt()
  const module = parseWat(source.pathname, await readFile(source), { simd: true })
  const { buffer } = module.toBinary({})
  module.destroy()
  return buffer
}

async function fromAssemblyScript(source: URL): Promise<Uint8Array> {
  let compiled: Uint8Array | undefined
  const baseDir = fileURLToPath(new URL('.', source))
  const { error } = await main([basename(source.pathname), '--baseDir', baseDir, ...ASSEMBLY_OPTIONS], {
    writeFile(_, contents) {
      if (typeof contents !== 'string') compiled = contents
    },
  })
  if (error) throw error
  if (!compiled) throw new Error(`${source.pathname} compiles to nothing`)
  return compiled
}

if (import.meta.main) for (const { file, text } of await makeWebAssembly()) await writeFile(file, text)
