// What a file says of itself, and figures by which its stored values can be compared with another reader's.

import { createHash } from 'node:crypto'
import { type Failure, HilumError, toFailure } from '../../shared/errors.ts'
import type { Warning } from '../../shared/analysis.ts'
import type { LookUpTable, ModalityTransform, Window } from '../../shared/greyscale/grey-transform.ts'
import { decode } from './decode.ts'
import type { DecodedFilm, FilmFile, Geometry, Identity, StoredPixels } from './film.ts'
import { read } from './read.ts'

export interface StoredValueFigures {
  readonly min: number
  readonly max: number
  readonly mean: number
  /** Over the values as little-endian int32, row by row, colour samples interleaved; YBR stays YBR. */
  readonly sha256: string
}

export type FrameInspection =
  | {
      readonly frame: number
      readonly storedValues: StoredValueFigures
      readonly warnings: readonly Warning[]
    }
  | { readonly frame: number; readonly error: Pick<Failure, 'code' | 'message'> }

export interface Inspection {
  readonly kind: DecodedFilm['kind']
  /** DICOM only. */
  readonly transferSyntax: string | null
  readonly rows: number
  readonly columns: number
  readonly numberOfFrames: number
  readonly samplesPerPixel: number
  readonly bitsAllocated: number
  readonly bitsStored: number
  readonly signed: boolean
  /** As the header says it; samples of JPEG 2000 and JPEG XL are RGB all the same. */
  readonly photometricInterpretation: string
  readonly geometry: Geometry
  readonly modality:
    { readonly slope: number; readonly intercept: number; readonly unit: string } | TableFacts
  readonly windows: readonly Window[]
  readonly voiTables: readonly TableFacts[]
  readonly inverted: boolean
  readonly padding: DecodedFilm['padding']
  readonly overlays: number
  readonly shutters: readonly string[]
  readonly identity: Identity
  readonly byteLength: number
  /** Of the file's bytes. */
  readonly sha256: string
  readonly frames: readonly FrameInspection[]
}

export interface TableFacts {
  readonly firstMapped: number
  readonly bits: number
  readonly entries: number
  readonly name: string
}

export async function inspect(path: string): Promise<Inspection> {
  const file = await read(path)
  const first = await decode(file, 0)
  const frames: FrameInspection[] = [inspectPixels(first)]
  for (let frame = 1; frame < first.frames; frame++) frames.push(await inspectFrame(file, frame))
  return { ...factsOf(first), frames }
}

/** A later frame that can't be read leaves the others as they are. */
async function inspectFrame(file: FilmFile, frame: number): Promise<FrameInspection> {
  try {
    return inspectPixels(await decode(file, frame))
  } catch (error) {
    if (!(error instanceof HilumError)) throw error
    const { code, message } = toFailure(error)
    return { frame, error: { code, message } }
  }
}

function inspectPixels({ frame, pixels, warnings }: DecodedFilm): FrameInspection {
  return { frame, storedValues: storedValueFigures(pixels), warnings }
}

function factsOf(film: DecodedFilm): Omit<Inspection, 'frames'> {
  const { grey } = film
  return {
    kind: film.kind,
    transferSyntax: film.transferSyntax,
    rows: film.rows,
    columns: film.columns,
    numberOfFrames: film.frames,
    samplesPerPixel: film.samplesPerPixel,
    bitsAllocated: film.stored?.bitsAllocated ?? film.bitsStored,
    bitsStored: film.bitsStored,
    signed: film.signed,
    photometricInterpretation: film.stored?.photometricInterpretation ?? film.photometricInterpretation,
    geometry: film.geometry,
    modality: modalityFacts(grey.modality),
    windows: grey.windows,
    voiTables: grey.voiTables.map(tableFacts),
    inverted: grey.inverted,
    padding: film.padding,
    overlays: film.overlays.length,
    shutters: film.shutters.map(({ shape }) => shape),
    identity: film.identity,
    byteLength: film.file.byteLength,
    sha256: film.file.sha256,
  }
}

function modalityFacts(modality: ModalityTransform): Inspection['modality'] {
  if (modality.kind === 'table') return tableFacts(modality.table)
  const { slope, intercept, unit } = modality
  return { slope, intercept, unit }
}

function tableFacts({ firstMapped, bits, entries, name }: LookUpTable): TableFacts {
  return { firstMapped, bits, entries: entries.length, name }
}

/** So many values are widened and hashed at a time: of a large colour film all would be gigabytes. */
const VALUES_AT_ONCE = 2 ** 20

export function storedValueFigures(pixels: StoredPixels): StoredValueFigures {
  const hash = createHash('sha256')
  let [min, max, sum] = [Infinity, -Infinity, 0]
  for (let from = 0; from < pixels.length; from += VALUES_AT_ONCE) {
    const some = pixels.subarray(from, from + VALUES_AT_ONCE)
    // Values of 32 bits without sign wrap here as they do for every reader that hashes int32. All machines that Hilum
    // runs on are little-endian.
    hash.update(new Uint8Array(new Int32Array(some).buffer))
    for (const value of some) {
      if (value < min) min = value
      if (value > max) max = value
      sum += value
    }
  }
  return { min, max, mean: sum / pixels.length, sha256: hash.digest('hex') }
}
