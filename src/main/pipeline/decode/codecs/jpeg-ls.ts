import type { Codec } from './codec.ts'
import { decodeByWasm, wasmCodec } from './wasm-decoder.ts'

const charls = wasmCodec(async (options) => {
  const { default: create } = await import('@cornerstonejs/codec-charls/decodewasmjs')
  return (await create(options)).JpegLSDecoder
})

/** ITU-T T.87, lossless and near-lossless, by CharLS. */
export const decodeJpegLs: Codec = (codestream) => decodeByWasm(charls, codestream)
