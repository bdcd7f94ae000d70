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
 * for half a minute on a picture of 200 pixels, so there always is one; what it had decoded until then is kept.
 */
export const decodeJpegLs: Codec = (codestream) => {
  // Data elements have an even length, so that a zero may follow the marker.
  const whole = codestream.includes(END_OF_IMAGE, Math.max(codestream.length - 4, 0))
  return decodeByWasm(charls, Buffer.concat([codestream, END_OF_IMAGE]), { keepPart: !whole })
}
