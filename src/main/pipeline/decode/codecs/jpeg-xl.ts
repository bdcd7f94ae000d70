import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { JxlImage } from 'jxl-oxide-wasm'
import { HilumError } from '../../../../shared/errors.ts'
import { decodePicture, type DecodedPicture } from '../../../adapters/sharp.ts'
import type { Codec } from './codec.ts'
import { jpegXlHeader } from './jpeg-xl-header.ts'

/**
 * ISO/IEC 18181, by jxl-oxide, which gives a PNG of 8 or 16 bits and spreads samples of other depths over that range:
 * back, they are what they were. Colours come as RGB, whatever they were coded as.
 */
export const decodeJpegXl: Codec = async (codestream) => {
  const { rows, columns, precision } = jpegXlHeader(codestream)
  if (precision > 16)
    throw new HilumError('DECODE_UNSUPPORTED', `its codestream has ${precision} bits a sample`)
  const picture = await decodePicture({ name: 'The JPEG XL picture', bytes: await png(codestream) }, 0)
  return {
    rows,
    columns,
    samplesPerPixel: picture.channels,
    precision,
    samplesSigned: false,
    samples: unspread(picture, precision),
    colours: picture.channels === 3 ? 'RGB' : null,
    incomplete: false,
  }
}

function unspread({ samples, bits }: DecodedPicture, precision: number): Uint8Array | Uint16Array {
  if (bits === precision) return samples
  const scale = (2 ** precision - 1) / (2 ** bits - 1)
  return samples.map((sample) => Math.round(sample * scale))
}

type Library = typeof import('jxl-oxide-wasm')

let loading: Promise<Library> | null = null
let loads = 0

async function png(codestream: Buffer): Promise<Buffer> {
  const library = await (loading ??= load())
  const image = new library.JxlImage()
  try {
    const picture = rendered(image, codestream)
    image.free()
    return picture
  } catch (cause) {
    // After a trap the instance's memory is in no known state: the next frame gets a fresh one.
    if (cause instanceof WebAssembly.RuntimeError) loading = null
    else image.free()
    if (cause instanceof HilumError) throw cause
    const why = cause instanceof Error ? cause.message : String(cause)
    throw new HilumError('DECODE_DAMAGED', `its compressed picture is damaged (${why})`, { cause })
  }
}

function rendered(image: JxlImage, codestream: Buffer): Buffer {
  image.feedBytes(codestream)
  if (!image.tryInit() || !image.loaded)
    throw new HilumError('DECODE_TRUNCATED', 'its JPEG XL codestream ends early')
  // Encoding frees what was rendered.
  return Buffer.from(image.render().encodeToPng())
}

/** The package keeps one instance for each time that it is loaded. */
async function load(): Promise<Library> {
  const address = import.meta.resolve('jxl-oxide-wasm')
  const library = (await import(`${address}?${loads++}`)) as Library
  library.initSync({ module: readFileSync(fileURLToPath(import.meta.resolve('jxl-oxide-wasm/module.wasm'))) })
  return library
}
