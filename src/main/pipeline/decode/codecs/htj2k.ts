import type { Codec } from './codec.ts'
import { bareCodestream, jpeg2000Header } from './jpeg-2000-header.ts'
import { decodeByWasm, wasmCodec } from './wasm-decoder.ts'

const openjph = wasmCodec(async (options) => {
  const { default: create } = await import('@cornerstonejs/codec-openjph/wasmjs')
  return { Decoder: (await create(options)).HTJ2KDecoder }
})

/** ITU-T T.814, by OpenJPH, which undoes the component transform as well. */
export const decodeHtj2k: Codec = async (codestream) => {
  const bare = bareCodestream(codestream)
  const frame = await decodeByWasm(openjph, bare)
  return { ...frame, toRgb: frame.samplesPerPixel === 3 && jpeg2000Header(bare).componentTransform }
}
