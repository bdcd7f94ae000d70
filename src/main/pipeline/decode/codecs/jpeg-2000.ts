import { HilumError } from '../../../../shared/errors.ts'
import { timesToHalve } from '../../halving.ts'
import type { Codec, CodedFrame } from './codec.ts'
import { greyPicture, type GreyPicture } from './jpeg-2000/grey-picture.ts'
import { bareCodestream, becomesRgb, shareThere } from './jpeg-2000-header.ts'
import { halvingOf } from './jpeg-2000-halving.ts'
import { decodeByWasm, wasmCodec } from './wasm-decoder.ts'

// The decode-only WASM entry: three times faster than the package's default one, which is JavaScript.
const openjpeg = wasmCodec(async (options) => {
  const { default: create } = await import('@cornerstonejs/codec-openjpeg/decodewasmjs')
  return { Decoder: (await create(options)).J2KDecoder }
})

/** ITU-T T.800, reversible and irreversible: a plain grey picture by our own decoder, all others by OpenJPEG. */
export const decodeJpeg2000: Codec = async (codestream, description, enough) => {
  const bare = bareCodestream(codestream)
  if (shareThere(bare) < 1) throw new HilumError('DECODE_TRUNCATED', 'its JPEG 2000 codestream ends early')
  const mayHalve = halvingOf(bare)
  const halvings = timesToHalve({ ...description, mayHalve }, enough)
  const grey = greyPicture(bare, halvings)
  const frame = grey === null ? await decodeByWasm(openjpeg, bare, { halvings }) : greyFrame(grey)
  const halved = mayHalve && halvings > 0 ? { ...mayHalve, times: halvings } : undefined
  // OpenJPEG undoes the component transform as well.
  return { ...frame, mayHalve, halved, toRgb: becomesRgb(bare, description) }
}

function greyFrame({ rows, columns, precision, signed, samples }: GreyPicture): CodedFrame {
  return {
    rows,
    columns,
    samplesPerPixel: 1,
    precision,
    samplesSigned: signed,
    samples,
    toRgb: false,
    incomplete: false,
  }
}
