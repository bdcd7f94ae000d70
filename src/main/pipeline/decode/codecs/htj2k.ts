import type { Codec } from './codec.ts'
import { bareCodestream, becomesRgb } from './jpeg-2000-header.ts'
import { decodeByWasm, wasmCodec } from './wasm-decoder.ts'

const openjph = wasmCodec(async (options) => {
  const { default: create } = await import('@cornerstonejs/codec-openjph/wasmjs')
  return { Decoder: (await create(options)).HTJ2KDecoder }
})

/** ITU-T T.814, by OpenJPH, which undoes the component transform as well. */
export const decodeHtj2k: Codec = async (codestream, description) => {
  const bare = bareCodestream(codestream)
  return { ...(await decodeByWasm(openjph, bare)), toRgb: becomesRgb(bare, description) }
}
