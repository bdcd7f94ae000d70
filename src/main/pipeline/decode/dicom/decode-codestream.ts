import { HilumError } from '../../../../shared/errors.ts'
import type { Codec, CodedFrame, Needed } from '../codecs/codec.ts'
import { bareCodestream, jpeg2000Header } from '../codecs/jpeg-2000-header.ts'
import { jpegHeader } from '../codecs/jpeg-header.ts'
import { jpegXlHeader } from '../codecs/jpeg-xl-header.ts'
import { refuseHollow } from '../codecs/refuse-hollow.ts'
import type { DicomFile } from './parse-file.ts'
import type { PixelDescription } from './pixel-description.ts'

/** One compressed frame to its samples, by the codec of the transfer syntax, checked against the header's size. */
export async function decodeCodestream(
  file: DicomFile,
  codestream: Buffer,
  description: PixelDescription,
  needed?: Needed,
): Promise<CodedFrame> {
  const codec = await codecFor(file, codestream, description)
  return checked(await codec(codestream, description, needed, file.allocate), description)
}

async function codecFor(file: DicomFile, codestream: Buffer, description: PixelDescription): Promise<Codec> {
  switch (file.syntax.coding) {
    case 'jpeg':
    case 'jpeg-ls':
      return jpegCodec(codestream, description)
    case 'jpeg-2000':
    case 'htj2k':
      return jpeg2000Codec(codestream, description)
    case 'jpeg-xl':
      return jpegXlCodec(codestream, description)
    default:
      throw new HilumError(
        'DECODE_UNSUPPORTED',
        `it is compressed as ${file.syntax.name} (${file.syntax.uid})`,
      )
  }
}

// The processes of JPEG share their markers, so a codestream names its own: files whose syntax names another of the
// family are read by what the codestream says.
async function jpegCodec(codestream: Buffer, description: PixelDescription): Promise<Codec> {
  const header = jpegHeader(codestream)
  refuseOtherSize(header, description)
  refuseHollow(codestream, header, codingOf(header.frameMarker))
  switch (header.frameMarker) {
    case 0xc0:
    case 0xc1:
    case 0xc2:
      if (header.precision === 8) return (await import('../codecs/jpeg-8-bit.ts')).decodeJpeg8Bit
      if (header.precision === 12) return (await import('../codecs/jpeg-dct.ts')).decodeJpegDct
      break
    case 0xc3:
      return (await import('../codecs/jpeg-lossless.ts')).decodeJpegLossless
    case 0xf7:
      return (await import('../codecs/jpeg-ls.ts')).decodeJpegLs
  }
  throw new HilumError(
    'DECODE_UNSUPPORTED',
    `its JPEG codestream is of a kind that Hilum does not read (SOF${header.frameMarker - 0xc0}, ${header.precision} bits)`,
  )
}

function codingOf(frameMarker: number): 'jpeg-ls' | 'jpeg-lossless' | 'jpeg-dct' {
  if (frameMarker === 0xf7) return 'jpeg-ls'
  return frameMarker === 0xc3 ? 'jpeg-lossless' : 'jpeg-dct'
}

// The same for JPEG 2000, whose parts 1 and 15 share a syntax and differ in how blocks are coded.
async function jpeg2000Codec(codestream: Buffer, description: PixelDescription): Promise<Codec> {
  const header = jpeg2000Header(bareCodestream(codestream))
  refuseOtherSize(header, description)
  refuseHollow(codestream, header, 'jpeg-2000')
  if (header.highThroughput) return (await import('../codecs/htj2k.ts')).decodeHtj2k
  return (await import('../codecs/jpeg-2000.ts')).decodeJpeg2000
}

async function jpegXlCodec(codestream: Buffer, description: PixelDescription): Promise<Codec> {
  const header = jpegXlHeader(codestream)
  refuseOtherSize(header, description)
  refuseHollow(codestream, header, 'jpeg-xl')
  return (await import('../codecs/jpeg-xl.ts')).decodeJpegXl
}

/** Before a codec allocates by its codestream's own size, that must be the size that was found acceptable. */
export function refuseOtherSize(
  coded: { rows: number; columns: number },
  { rows, columns }: { rows: number; columns: number },
): void {
  if (coded.rows === rows && coded.columns === columns) return
  throw new HilumError(
    'DECODE_DAMAGED',
    `its header says ${columns} × ${rows} pixels and the compressed picture ${coded.columns} × ${coded.rows}`,
  )
}

function checked(frame: CodedFrame, description: PixelDescription): CodedFrame {
  refuseOtherSize(frame, description)
  if (frame.samplesPerPixel !== description.samplesPerPixel) {
    throw new HilumError(
      'DECODE_DAMAGED',
      `its header says ${description.samplesPerPixel} sample(s) a pixel and the compressed picture ${frame.samplesPerPixel}`,
    )
  }
  return frame
}
