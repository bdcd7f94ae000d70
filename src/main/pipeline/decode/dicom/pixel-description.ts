import { HilumError } from '../../../../shared/errors.ts'
import type { PhotometricInterpretation } from '../../film.ts'
import { refuseTooLarge } from '../size-limit.ts'
import type { DataSet } from './data-set.ts'
import type { DicomFile } from './parse-file.ts'
import { TAG } from './tags.ts'
import { code, number } from './values.ts'

/** The Image Pixel module (PS3.3 C.7.6.3), checked. */
export interface PixelDescription {
  readonly rows: number
  readonly columns: number
  readonly frames: number
  readonly samplesPerPixel: 1 | 3
  readonly photometricInterpretation: PhotometricInterpretation
  /** 0: samples of a pixel side by side; 1: a plane for each. */
  readonly planarConfiguration: 0 | 1
  readonly bitsAllocated: 1 | 8 | 12 | 16 | 32
  readonly bitsStored: number
  readonly highBit: number
  readonly signed: boolean
}

const PHOTOMETRIC_INTERPRETATIONS: readonly PhotometricInterpretation[] = [
  'MONOCHROME1',
  'MONOCHROME2',
  'PALETTE COLOR',
  'RGB',
  'YBR_FULL',
  'YBR_FULL_422',
  'YBR_PARTIAL_420',
  'YBR_PARTIAL_422',
  'YBR_ICT',
  'YBR_RCT',
]
const COLOUR = new Set<PhotometricInterpretation>(PHOTOMETRIC_INTERPRETATIONS.slice(3))

export function pixelDescription(file: DicomFile): PixelDescription {
  const { dataSet, name } = file
  const rows = number(dataSet, TAG.Rows)
  const columns = number(dataSet, TAG.Columns)
  if (rows === null || columns === null) {
    throw new HilumError(
      'DECODE_NO_PIXELS',
      `${name} does not say how many rows and columns its picture has.`,
    )
  }
  refuseTooLarge(name, { rows, columns })
  const samplesPerPixel = number(dataSet, TAG.SamplesPerPixel) ?? 1
  const photometricInterpretation = photometric(file, samplesPerPixel)
  if (samplesPerPixel !== 1 && samplesPerPixel !== 3) {
    throw unsupported(name, `has ${samplesPerPixel} samples a pixel`)
  }
  return {
    rows,
    columns,
    frames: frameCount(file),
    samplesPerPixel,
    photometricInterpretation,
    planarConfiguration: number(dataSet, TAG.PlanarConfiguration) === 1 ? 1 : 0,
    ...bits(file),
    signed: number(dataSet, TAG.PixelRepresentation) === 1,
  }
}

// A file that does not say, or says what contradicts its samples, is shown as what its samples can be.
function photometric(file: DicomFile, samplesPerPixel: number): PhotometricInterpretation {
  const stated = code(file.dataSet, TAG.PhotometricInterpretation).toUpperCase()
  if (stated === '') return samplesPerPixel === 3 ? 'RGB' : 'MONOCHROME2'
  const known = PHOTOMETRIC_INTERPRETATIONS.find((name) => name === stated)
  if (!known) throw unsupported(file.name, `has the photometric interpretation ${stated.slice(0, 16)}`)
  if (COLOUR.has(known) !== (samplesPerPixel === 3)) {
    throw new HilumError(
      'DECODE_DAMAGED',
      `${file.name} says ${known} with ${samplesPerPixel} sample(s) a pixel, which contradict each other.`,
    )
  }
  return known
}

function frameCount(file: DicomFile): number {
  const frames = number(file.dataSet, TAG.NumberOfFrames, 'DS') ?? 1
  // PS3.3 C.7.6.6: a positive integer. Files that write 0 have one frame all the same.
  if (frames === 0) return 1
  if (Number.isInteger(frames) && frames > 0) return frames
  throw new HilumError('DECODE_DAMAGED', `${file.name} says that it has ${frames} frames.`)
}

function bits({
  dataSet,
  name,
}: DicomFile): Pick<PixelDescription, 'bitsAllocated' | 'bitsStored' | 'highBit'> {
  const bitsAllocated = number(dataSet, TAG.BitsAllocated)
  if (bitsAllocated === null)
    throw new HilumError('DECODE_NO_PIXELS', `${name} does not say how many bits a pixel has.`)
  if (!isReadableWidth(bitsAllocated)) throw unsupported(name, `allocates ${bitsAllocated} bits to a sample`)
  const bitsStored = number(dataSet, TAG.BitsStored) ?? bitsAllocated
  if (bitsStored < 1 || bitsStored > bitsAllocated) {
    throw new HilumError(
      'DECODE_DAMAGED',
      `${name} says ${bitsAllocated} bits allocated and ${bitsStored} stored, which do not fit together.`,
    )
  }
  return { bitsAllocated, bitsStored, highBit: highBit(dataSet, bitsAllocated, bitsStored) }
}

// PS3.5 8.1.1: one less than the bits stored, or above where there is room. What cannot be is not believed.
function highBit(dataSet: DataSet, bitsAllocated: number, bitsStored: number): number {
  const stated = number(dataSet, TAG.HighBit)
  return stated === null || stated >= bitsAllocated || stated < bitsStored - 1 ? bitsStored - 1 : stated
}

function isReadableWidth(bits: number): bits is PixelDescription['bitsAllocated'] {
  return bits === 1 || bits === 8 || bits === 12 || bits === 16 || bits === 32
}

function unsupported(name: string, what: string): HilumError {
  return new HilumError(
    'DECODE_UNSUPPORTED',
    `${name} ${what}, which Hilum does not read; export it as MONOCHROME2.`,
  )
}
