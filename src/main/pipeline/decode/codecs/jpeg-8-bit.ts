import { decodeJpegPicture, type DecodedPicture } from '../../../adapters/sharp.ts'
import { HilumError } from '../../../../shared/errors.ts'
import { rowsThere } from '../rows-there.ts'
import type { Codec, CodedFrame } from './codec.ts'
import { coloursOf } from './jpeg/coded-colours.ts'
import { greyPicture, type GreyPicture } from './jpeg/grey-picture.ts'
import { jpegHeader, jpegSegments } from './jpeg-header.ts'

/** Baseline, extended and progressive JPEG of 8 bits: a plain grey one by our own decoder, all others by sharp. */
export const decodeJpeg8Bit: Codec = async (codestream, description) => {
  const grey = greyPicture(codestream)
  return grey === null ? await decodedBySharp(codestream, description) : greyFrame(grey)
}

function greyFrame({ rows, columns, samples }: GreyPicture): CodedFrame {
  return {
    rows,
    columns,
    samplesPerPixel: 1,
    precision: 8,
    samplesSigned: false,
    samples,
    colours: null,
    incomplete: false,
  }
}

const decodedBySharp: Codec = async (codestream, description) => {
  const header = jpegHeader(codestream)
  const colour = header.components.length === 3
  const bytes = withoutConversion(codestream)
  const picture = await decodeJpegPicture({ name: 'The JPEG codestream', bytes }, colour ? 3 : 1)
  if (picture.truncated) refuseScraps(picture)
  return {
    rows: picture.rows,
    columns: picture.columns,
    samplesPerPixel: picture.channels,
    precision: 8,
    samplesSigned: false,
    samples: picture.samples,
    colours: colour ? coloursOf(header, description) : null,
    incomplete: picture.truncated,
  }
}

function refuseScraps({ rows, columns, channels, samples }: DecodedPicture): void {
  const there = rowsThere(samples, { rows, columns, samplesPerPixel: channels })
  if (there < rows / 2)
    throw new HilumError('DECODE_TRUNCATED', `its JPEG codestream ends after ${there} of ${rows} rows`)
}

// The transform 0, "unknown (RGB or CMYK)".
const ADOBE_SEGMENT = Buffer.of(0xff, 0xee, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0)

// libjpeg goes by JFIF and Adobe segments and guesses without them. An Adobe segment of ours alone tells it that the
// components are RGB, whatever they are: it then brings them to one size and leaves them what they are. Orientation and
// colour profiles go with the other segments: a DICOM file has its own places for those.
function withoutConversion(codestream: Buffer): Buffer {
  const pieces = [codestream.subarray(0, 2), ADOBE_SEGMENT]
  let from = 2
  for (const { marker, at, end } of jpegSegments(codestream)) {
    if (marker < 0xe0 || marker > 0xef) continue
    pieces.push(codestream.subarray(from, at))
    from = end
  }
  return Buffer.concat([...pieces, codestream.subarray(from)])
}
