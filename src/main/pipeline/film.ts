// What the steps hand to each other. Steps take these readonly and return new ones.

import type { GreyTransform, Window } from '../../shared/greyscale/grey-transform.ts'
import type { Warning } from '../../shared/analysis.ts'
import type { TurnInPlace } from './own-bytes.ts'

/** Step `read`: the bytes of one file, and nothing known of them but their hash. */
export interface FilmFile {
  /** The path as it was found; exports and errors use `name`. */
  readonly path: string
  /** The base name, which is what the reader sees. */
  readonly name: string
  /** As they were read, but for a picture that was turned in place. */
  readonly bytes: Buffer
  /**
   * Given where the bytes are the decoder's own: nobody else looks at them once it has been asked. Without it they are
   * the caller's, and never written to.
   */
  readonly turnInPlace?: TurnInPlace
  /**
   * SHA-256 of the bytes as they were read, hexadecimal; reckoned when it is first asked for, which takes as long as all else. Whoever
   * gives the memory of the bytes to another file has to ask before.
   */
  readonly sha256: string
  /** Where whoever read the file brings memory for its bytes: the same for what is decoded of them, and as long. */
  readonly allocate?: AllocateBytes
}

/** Memory for so many bytes, or a few more. What it held before may still be in it. */
export type AllocateBytes = (size: number) => Buffer

export type StoredPixels = Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array

export type FileKind = 'dicom' | 'png' | 'jpeg' | 'tiff' | 'bmp' | 'webp' | 'gif'

/** PS3.3 C.7.6.3.1.2, plus GREY and RGB for files that are not DICOM. */
export type PhotometricInterpretation =
  | 'MONOCHROME1'
  | 'MONOCHROME2'
  | 'PALETTE COLOR'
  | 'RGB'
  | 'YBR_FULL'
  | 'YBR_FULL_422'
  | 'YBR_PARTIAL_420'
  | 'YBR_PARTIAL_422'
  | 'YBR_ICT'
  | 'YBR_RCT'

/** PS3.3 C.7.9: three tables of 8 or 16 bits, the first entry of which stands for `firstMapped`. */
export interface Palette {
  readonly firstMapped: number
  readonly bits: 8 | 16
  readonly red: Uint16Array
  readonly green: Uint16Array
  readonly blue: Uint16Array
}

/** PS3.3 C.9.2: 0 or 1 for each pixel, row by row, placed on the film, where it may reach beyond; row and column count from 1 as the standard does. */
export interface Overlay {
  readonly rows: number
  readonly columns: number
  readonly originRow: number
  readonly originColumn: number
  readonly bits: Uint8Array
  readonly label: string
}

/** PS3.3 C.7.6.11. Edges are in rows and columns of the image, counted from 1. */
export type Shutter =
  | {
      readonly shape: 'RECTANGULAR'
      readonly left: number
      readonly right: number
      readonly upper: number
      readonly lower: number
    }
  | { readonly shape: 'CIRCULAR'; readonly row: number; readonly column: number; readonly radius: number }
  | { readonly shape: 'POLYGONAL'; readonly vertices: readonly (readonly [row: number, column: number])[] }

/** What the file says of the person and the exposure. Empty string or null where it says nothing. */
export interface Identity {
  /** As written: groups divided by '=' (alphabetic, ideographic, phonetic), components by '^'. */
  readonly patientName: string
  readonly patientId: string
  readonly patientSex: string
  /** As written, e.g. '045Y'. */
  readonly patientAge: string
  readonly patientBirthDate: string
  readonly studyInstanceUid: string
  readonly studyDate: string
  readonly studyTime: string
  readonly studyDescription: string
  readonly accessionNumber: string
  readonly seriesInstanceUid: string
  readonly seriesNumber: string
  readonly seriesDate: string
  readonly seriesTime: string
  readonly seriesDescription: string
  readonly acquisitionDate: string
  readonly acquisitionTime: string
  readonly instanceNumber: string
  readonly sopInstanceUid: string
  readonly sopClassUid: string
  readonly modality: string
  readonly bodyPart: string
  /** (0018,5101), or in words what (0054,0220) says. */
  readonly viewPosition: string
  readonly laterality: string
  readonly patientOrientation: readonly string[]
  readonly manufacturer: string
  readonly modelName: string
  readonly institution: string
  readonly burnedInAnnotation: boolean | null
  readonly lossy: { readonly ratio: number | null; readonly method: string } | null
}

/** Millimetres between pixel centres. The two spacings are kept apart: the one at the detector is magnified. */
export interface Geometry {
  /** (0028,0030) [between rows, between columns]. */
  readonly pixelSpacing: readonly [number, number] | null
  /** (0018,1164) [between rows, between columns], at the detector. */
  readonly imagerPixelSpacing: readonly [number, number] | null
  /** (0018,2010) [between rows, between columns], on the film that was scanned. */
  readonly scannedPixelSpacing: readonly [number, number] | null
  /** (0028,0A02) and (0028,0A04): what `pixelSpacing` was brought to the body by; null where nothing is said. */
  readonly calibration: { readonly type: string; readonly description: string } | null
  /** (0018,1114). */
  readonly magnification: number | null
  /** (0028,0034) height to width of a pixel, [1, 1] where the file says nothing. */
  readonly pixelAspectRatio: readonly [number, number]
}

/** Step `decode`: the stored values of one frame, before any look-up table, and all that the file says of them. */
export interface DecodedFilm {
  readonly file: { readonly name: string; readonly sha256: string; readonly byteLength: number }
  readonly kind: FileKind
  /** DICOM only. */
  readonly transferSyntax: string | null
  /** Counts from 0. */
  readonly frame: number
  readonly frames: number
  readonly rows: number
  readonly columns: number
  readonly samplesPerPixel: 1 | 3
  readonly bitsStored: number
  readonly signed: boolean
  /** Of `pixels`: what their codestream says of them where it does. */
  readonly photometricInterpretation: PhotometricInterpretation
  /** DICOM only: what the header says of the pixels as they are stored in the file. */
  readonly stored?: {
    readonly photometricInterpretation: PhotometricInterpretation
    readonly bitsAllocated: number
    readonly highBit: number
    readonly planarConfiguration: 0 | 1
  }
  /** JPEG 2000 only: whether for a score the pixels come without their finest grain. On the screen they never do. */
  readonly mayBeCoarse?: boolean | undefined
  /** Colour samples are interleaved. Bits above `bitsStored` are masked off, the sign is extended. */
  readonly pixels: StoredPixels
  readonly palette: Palette | null
  /** Modality LUT, the file's windows and VOI LUTs, presentation shape: the parameters of the grey pipeline. */
  readonly grey: GreyTransform
  /** PS3.3 C.7.5.1.1.2: values from `low` to `high` are no part of the picture. */
  readonly padding: { readonly low: number; readonly high: number } | null
  readonly overlays: readonly Overlay[]
  /** None, or one of each shape; what is shown lies within all of them. */
  readonly shutters: readonly Shutter[]
  readonly identity: Identity
  readonly geometry: Geometry
  readonly warnings: readonly Warning[]
}

/** Whether display shutters cover what lies outside them; off is for the screen alone. */
export type ShutterSwitch = 'on' | 'off'

/** Step `normalise`: one grey plane at full depth with the transform that shows it; what is shown is what is analysed. */
export interface Film {
  readonly file: DecodedFilm['file']
  readonly kind: FileKind
  readonly frame: number
  readonly frames: number
  readonly rows: number
  readonly columns: number
  /**
   * One value a pixel. Colour films are brought to luma here and keep their colours in `colour`; what lies outside a
   * display shutter has become padding.
   */
  readonly pixels: Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array
  readonly mayBeCoarse?: DecodedFilm['mayBeCoarse']
  readonly bitsStored: number
  /** RGBA, 8 bits each, for the screen, opaque within the shutter; null on a grey film. */
  readonly colour: Uint8ClampedArray | null
  readonly grey: GreyTransform
  /** The window that applies when the film is opened, one of `grey.windows` or made from the values. */
  readonly window: Window
  readonly range: { readonly min: number; readonly max: number }
  readonly padding: DecodedFilm['padding']
  /** Null where the film brings no shutters. */
  readonly shutters: ShutterSwitch | null
  readonly overlays: readonly Overlay[]
  readonly identity: Identity
  readonly geometry: Geometry
  readonly warnings: readonly Warning[]
}
