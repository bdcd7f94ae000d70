import { HilumError } from '../../../../shared/errors.ts'
import type { PixelDescription } from '../dicom/pixel-description.ts'
import type { Codec, CodedFrame, Needed } from './codec.ts'
import { greyPicture, type GreyPicture } from './jpeg-2000/grey-picture.ts'
import type { Purpose } from './jpeg-2000/purpose.ts'
import { bareCodestream, becomesRgb, jpeg2000Header, shareThere } from './jpeg-2000-header.ts'
import { decodeByWasm, wasmCodec } from './wasm-decoder.ts'

// The decode-only WASM entry: three times faster than the package's default one, which is JavaScript.
const openjpeg = wasmCodec(async (options) => {
  const { default: create } = await import('@cornerstonejs/codec-openjpeg/decodewasmjs')
  return { Decoder: (await create(options)).J2KDecoder }
})

/** ITU-T T.800, reversible and irreversible: a plain grey picture by our own decoder, all others by OpenJPEG. */
export const decodeJpeg2000: Codec = async (codestream, description, needed, allocate) => {
  const bare = bareCodestream(codestream)
  if (shareThere(bare) < 1) throw new HilumError('DECODE_TRUNCATED', 'its JPEG 2000 codestream ends early')
  const grey = greyPicture(bare, { purpose: needed && purposeOf(description, needed), allocate })
  if (grey !== null) return { ...greyFrame(grey), mayBeCoarse: true, coarse: needed !== undefined }
  // OpenJPEG undoes the component transform as well.
  return { ...(await byOpenJpeg(bare)), colours: becomesRgb(bare, description) ? 'RGB' : null }
}

function purposeOf({ rows, columns }: PixelDescription, { pixels, ends }: Needed): Purpose {
  return { pixelsToOne: Math.min(rows, columns) / pixels, ends }
}

// Of signed samples of up to 8 bits the package gives 0 for all below 0. G.1: they differ from unsigned ones in the level
// that is added at last, so they are decoded as such.
async function byOpenJpeg(codestream: Buffer): Promise<CodedFrame> {
  const { signed, precision, components } = jpeg2000Header(codestream)
  if (!signed || precision > 8) return await decodeByWasm(openjpeg, codestream)
  const unsigned = Buffer.from(codestream)
  // A.5.1: of each component one byte of depth, the sign on top of it, and two of sampling.
  for (let i = 0; i < components; i++) unsigned[42 + 3 * i]! &= 0x7f
  const frame = await decodeByWasm(openjpeg, unsigned)
  const level = 2 ** (precision - 1)
  return {
    ...frame,
    samplesSigned: true,
    samples: Uint8Array.from(frame.samples, (sample) => sample - level),
  }
}

function greyFrame({ rows, columns, precision, signed, samples }: GreyPicture): CodedFrame {
  return {
    rows,
    columns,
    samplesPerPixel: 1,
    precision,
    samplesSigned: signed,
    samples,
    colours: null,
    incomplete: false,
  }
}
