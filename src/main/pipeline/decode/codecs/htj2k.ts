import { HilumError } from '../../../../shared/errors.ts'
import type { Codec } from './codec.ts'
import { bareCodestream, becomesRgb, shareThere } from './jpeg-2000-header.ts'
import { decodeByWasm, wasmCodec } from './wasm-decoder.ts'

const openjph = wasmCodec(async (options) => {
  const { default: create } = await import('@cornerstonejs/codec-openjph/wasmjs')
  return { Decoder: (await create(options)).HTJ2KDecoder }
})

/** ITU-T T.814, by OpenJPH, which undoes the component transform as well. */
export const decodeHtj2k: Codec = async (codestream, description) => {
  const bare = bareCodestream(codestream)
  const share = shareThere(bare)
  if (share < 0.5)
    throw new HilumError('DECODE_TRUNCATED', 'its HTJ2K codestream ends before half of its picture')
  return {
    ...(await decodeByWasm(openjph, bare)),
    colours: becomesRgb(bare, description) ? 'RGB' : null,
    incomplete: share < 1,
  }
}
