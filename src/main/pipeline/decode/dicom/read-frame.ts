import type { Warning } from '../../../../shared/analysis.ts'
import { HilumError } from '../../../../shared/errors.ts'
import type { Overlay, PhotometricInterpretation, StoredPixels } from '../../film.ts'
import type { TurnInPlace } from '../../own-bytes.ts'
import { refuseHollow } from '../codecs/refuse-hollow.ts'
import { decodeRle } from '../codecs/rle.ts'
import { inflateFrame } from '../codecs/deflated-frame.ts'
import type { CodedFrame, Needed } from '../codecs/codec.ts'
import type { Element } from './data-set.ts'
import { decodeCodestream } from './decode-codestream.ts'
import { encapsulatedFrame, nativeFrame } from './frames.ts'
import { namingFilm } from './naming-film.ts'
import { nativeCells, nativeFrameBits, type NativeCells } from './native-pixels.ts'
import { overlaysOf } from './overlays.ts'
import type { DicomFile } from './parse-file.ts'
import type { PixelDescription } from './pixel-description.ts'
import { storedValues } from './stored-values.ts'
import { mayLose, type TransferSyntax } from './transfer-syntaxes.ts'

export interface FramePixels {
  readonly pixels: StoredPixels
  /** What the codestream says of its colours, else what the file says. */
  readonly photometricInterpretation: PhotometricInterpretation
  readonly mayBeCoarse?: boolean | undefined
  readonly overlays: readonly Overlay[]
  readonly warnings: readonly Warning[]
}

/** What every way of reading a frame is told. */
export interface FrameRequest {
  readonly file: DicomFile
  readonly pixelData: Element
  readonly description: PixelDescription
  readonly frame: number
  /** Left out where all of the picture is. */
  readonly needed?: Needed | undefined
}

/** As codecs give their cells. */
const IN_ORDER = { littleEndian: true, firstBit: 0 } as const

/** The stored values of one frame, by transfer syntax. */
export async function readFrame(request: FrameRequest): Promise<FramePixels> {
  const { file, pixelData, description, frame } = request
  if (file.syntax.coding === 'native') return nativePixels(request)
  const codestream = encapsulatedFrame(file, pixelData, { frame, frames: description.frames })
  if (file.syntax.coding === 'encapsulated') return plainPixels(request, { bytes: codestream, firstBit: 0 })
  return namingFilm(file.name, () => compressedPixels(request, codestream))
}

async function compressedPixels(request: FrameRequest, codestream: Buffer): Promise<FramePixels> {
  const { file, description } = request
  switch (file.syntax.coding) {
    case 'rle':
      return rlePixels(request, codestream)
    case 'deflated-frame': {
      const bytes = inflateFrame(codestream, Math.ceil(nativeFrameBits(description) / 8))
      return cellPixels(request, nativeCells(bytes, description, IN_ORDER))
    }
    default:
      return codedPixels(request, await decodeCodestream(file, codestream, description, request.needed))
  }
}

function nativePixels(request: FrameRequest): FramePixels {
  const { file, pixelData, description, frame } = request
  const { bitsAllocated } = description
  const frameBits = nativeFrameBits(description)
  const { bytes, firstBit } = nativeFrame(file, pixelData, { frame, frameBits, bitsAllocated })
  return plainPixels(request, { bytes, firstBit, turnInPlace: file.turnInPlace })
}

interface PlainFrame {
  readonly bytes: Buffer
  readonly firstBit: number
  readonly turnInPlace?: TurnInPlace | undefined
}

function plainPixels(request: FrameRequest, { bytes, firstBit, turnInPlace }: PlainFrame): FramePixels {
  const { file, description } = request
  const needed = Math.ceil((firstBit + nativeFrameBits(description)) / 8)
  const warnings = truncationWarnings(file, bytes.length, needed)
  const { littleEndian } = file.dataSet
  const order = { littleEndian, firstBit, allocate: file.allocate, turnInPlace }
  const cells = nativeCells(bytes, description, order)
  return { ...cellPixels(request, cells), warnings }
}

function cellPixels({ file, description, frame }: FrameRequest, { cells, seen }: NativeCells): FramePixels {
  const overlays = overlaysOf(file.dataSet, { description, frame, cells })
  return {
    pixels: storedValues(cells, description, seen),
    photometricInterpretation: description.photometricInterpretation,
    overlays,
    warnings: [],
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

function rlePixels(request: FrameRequest, codestream: Buffer): FramePixels {
  const { rows, columns, samplesPerPixel, bitsAllocated } = request.description
  refuseHollow(codestream, request.description, 'rle')
  // Single bits are packed first, and the bytes are then run-length coded.
  const pixels = bitsAllocated === 1 ? Math.ceil((rows * columns) / 8) : rows * columns
  const shape = { pixels, samplesPerPixel, bytesPerSample: Math.ceil(bitsAllocated / 8) }
  const { bytes, there } = decodeRle(codestream, shape, request.file.allocate)
  if (there < pixels / 2)
    throw new HilumError('DECODE_TRUNCATED', 'an RLE segment ends before its plane is full')
  const interleaved = { ...request.description, planarConfiguration: 0 } as const
  return {
    ...cellPixels(request, nativeCells(bytes, interleaved, IN_ORDER)),
    warnings: there < pixels ? [incompleteWarning(request.file)] : [],
  }
}

function codedPixels({ file, description, frame }: FrameRequest, coded: CodedFrame): FramePixels {
  // Whole cells were coded, with whatever stands above and below the stored bits.
  const isWhole = coded.precision === description.bitsAllocated && !mayLose(file.syntax)
  return {
    pixels: codedValues(coded, description, file.syntax),
    photometricInterpretation: coded.colours ?? description.photometricInterpretation,
    mayBeCoarse: coded.mayBeCoarse,
    overlays: overlaysOf(file.dataSet, { description, frame, cells: isWhole ? coded.samples : null }),
    warnings: coded.incomplete ? [incompleteWarning(file)] : [],
  }
}

// Codecs give samples at the precision of the codestream. A sign comes from the header where the codestream has none,
// and then sits on top of the fewer bits of the two.
function codedValues(
  { samples, samplesSigned, precision, coarse = false }: CodedFrame,
  { bitsStored, highBit, signed }: PixelDescription,
  syntax: TransferSyntax,
): StoredPixels {
  // Coding with loss reaches beyond the bits stored at sharp edges: 4097 of 12 bits is no 1 with dirt above it.
  const reaches = coarse || mayLose(syntax)
  if (!signed && !samplesSigned && (precision <= bitsStored || reaches)) return samples
  const width = samples.BYTES_PER_ELEMENT * 8
  const bits = samplesSigned && reaches ? width : Math.min(bitsStored, samplesSigned ? width : precision)
  const isLow = bits !== bitsStored || precision <= highBit
  return storedValues(samples, { bitsStored: bits, highBit: isLow ? bits - 1 : highBit, signed })
}

function incompleteWarning({ name }: DicomFile): Warning {
  return {
    code: 'DICOM_TRUNCATED_PIXELS',
    message: `The compressed picture of ${name} ends early; what is there is shown. Copy it again from its source.`,
  }
}
