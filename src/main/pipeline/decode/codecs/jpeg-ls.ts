import type { Codec } from './codec.ts'
import { decodeByWasm, wasmCodec } from './wasm-decoder.ts'

const charls = wasmCodec(async (options) => {
  const { default: create } = await import('@cornerstonejs/codec-charls/decodewasmjs')
  const library = await create(options)
  return { Decoder: library.JpegLSDecoder, explain: library.getExceptionMessage }
})

const END_OF_IMAGE = Buffer.from([0xff, 0xd9])

/**
 * ITU-T T.87, lossless and near-lossless, by CharLS. Where the end marker is missing it reads on through its memory,
 * for half a minute on a picture of 200 pixels, so there always is one.
 */
export const decodeJpegLs: Codec = (codestream) =>
  decodeByWasm(charls, Buffer.concat([codestream, END_OF_IMAGE]))
