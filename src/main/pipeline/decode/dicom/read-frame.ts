import type { Warning } from '../../../../shared/analysis.ts'
import { HilumError } from '../../../../shared/errors.ts'
import type { PhotometricInterpretation, StoredPixels } from '../../film.ts'
import { decodeRle } from '../codecs/rle.ts'
import { inflateFrame } from '../codecs/deflated-frame.ts'
import type { CodedFrame } from '../codecs/codec.ts'
import type { Element } from './data-set.ts'
import { decodeCodestream } from './decode-codestream.ts'
import { encapsulatedFrame, nativeFrame } from './frames.ts'
import { namingFilm } from './naming-film.ts'
import { nativeCells, nativeFrameBits } from './native-pixels.ts'
import type { DicomFile } from './parse-file.ts'
import type { PixelDescription } from './pixel-description.ts'
import { storedValues } from './stored-values.ts'
import { TAG } from './tags.ts'

export interface FramePixels {
  readonly pixels: StoredPixels
  /** RGB where a codec turned YCbCr into it, else what the file says. */
  readonly photometricInterpretation: PhotometricInterpretation
  readonly warnings: readonly Warning[]
}

/** The stored values of one frame, by transfer syntax. */
export async function readFrame(
  file: DicomFile,
  description: PixelDescription,
  frame: number,
): Promise<FramePixels> {
  const pixelData = pixelDataOf(file)
  if (file.syntax.coding === 'native') return nativePixels(file, pixelData, description, frame)
  const codestream = encapsulatedFrame(file, pixelData, { frame, frames: description.frames })
  return namingFilm(file.name, () => compressedPixels(file, codestream, description))
}

async function compressedPixels(
  file: DicomFile,
  codestream: Buffer,
  description: PixelDescription,
): Promise<FramePixels> {
  switch (file.syntax.coding) {
    case 'rle':
      return rlePixels(codestream, description)
    case 'deflated-frame':
      return unpackedPixels(
        inflateFrame(codestream, Math.ceil(nativeFrameBits(description) / 8)),
        description,
      )
    default:
      return codedPixels(file, await decodeCodestream(file, codestream, description), description)
  }
}

function pixelDataOf(file: DicomFile): Element {
  const { elements } = file.dataSet
  const element = elements.get(TAG.PixelData)
  if (!element) throw noPixelData(file)
  const encapsulated = element.fragments !== null
  if (encapsulated === (file.syntax.coding !== 'native')) return element
  throw new HilumError(
    'DECODE_DAMAGED',
    `${file.name} says ${file.syntax.name} but its pixel data are ${encapsulated ? 'compressed' : 'not encapsulated'}; export it again.`,
  )
}

function noPixelData(file: DicomFile): HilumError {
  const { elements } = file.dataSet
  if (elements.has(TAG.FloatPixelData) || elements.has(TAG.DoubleFloatPixelData)) {
    return new HilumError(
      'DECODE_UNSUPPORTED',
      `${file.name} holds numbers with a decimal point (float pixel data), which no film does; Hilum does not show it.`,
    )
  }
  if (file.warnings.some(({ code }) => code === 'DICOM_TRUNCATED')) {
    return new HilumError(
      'DECODE_TRUNCATED',
      `${file.name} ends before its pixel data; copy it again from its source.`,
    )
  }
  return new HilumError('DECODE_NO_PIXELS', `${file.name} is a DICOM file without a picture.`)
}

function nativePixels(
  file: DicomFile,
  pixelData: Element,
  description: PixelDescription,
  frame: number,
): FramePixels {
  const frameBits = nativeFrameBits(description)
  const { bytes, firstBit } = nativeFrame(file, pixelData, { frame, frameBits })
  const warnings = truncationWarnings(file, bytes.length, Math.ceil(frameBits / 8))
  const order = { littleEndian: file.dataSet.littleEndian, firstBit }
  const cells = nativeCells(bytes, description, order)
  return {
    pixels: storedValues(cells, description),
    photometricInterpretation: description.photometricInterpretation,
    warnings,
  }
}

// Before anything is allocated for the frame. Half a film is worth a look, less is not.
function truncationWarnings(file: DicomFile, there: number, needed: number): Warning[] {
  if (there >= needed) return []
  const sentence = `${file.name} ends after ${there.toLocaleString('en-GB')} of ${needed.toLocaleString('en-GB')} bytes of pixel data`
  if (there < needed / 2)
    throw new HilumError('DECODE_TRUNCATED', `${sentence}; copy it again from its source.`)
  return [{ code: 'DICOM_TRUNCATED_PIXELS', message: `${sentence}; the rest is shown black.` }]
}

/** RLE and deflated frames come out as native pixel data, which then go the way of those. */
function unpackedPixels(bytes: Buffer, description: PixelDescription): FramePixels {
  return {
    pixels: storedValues(nativeCells(bytes, description, { littleEndian: true, firstBit: 0 }), description),
    photometricInterpretation: description.photometricInterpretation,
    warnings: [],
  }
}

function rlePixels(codestream: Buffer, description: PixelDescription): FramePixels {
  const { rows, columns, samplesPerPixel, bitsAllocated } = description
  // Single bits are packed first, and the bytes are then run-length coded.
  const pixels = bitsAllocated === 1 ? Math.ceil((rows * columns) / 8) : rows * columns
  const bytes = decodeRle(codestream, {
    pixels,
    samplesPerPixel,
    bytesPerSample: Math.ceil(bitsAllocated / 8),
  })
  return unpackedPixels(bytes, { ...description, planarConfiguration: 0 })
}

// Codecs give samples at the precision of the codestream. A sign comes from the header where the codestream has none,
// and then sits on top of the fewer bits of the two.
function codedPixels(file: DicomFile, frame: CodedFrame, description: PixelDescription): FramePixels {
  const { signed, photometricInterpretation } = description
  const bitsStored = Math.min(frame.precision, description.bitsStored)
  const width = frame.samples.BYTES_PER_ELEMENT * 8
  const bits = frame.samplesSigned ? Math.min(description.bitsStored, width) : bitsStored
  return {
    pixels: storedValues(frame.samples, { bitsStored: bits, highBit: bits - 1, signed }),
    photometricInterpretation: frame.toRgb ? 'RGB' : photometricInterpretation,
    warnings: frame.incomplete ? [incompleteWarning(file)] : [],
  }
}

function incompleteWarning({ name }: DicomFile): Warning {
  return {
    code: 'DICOM_TRUNCATED_PIXELS',
    message: `The compressed picture of ${name} ends early; what is there is shown. Copy it again from its source.`,
  }
}
