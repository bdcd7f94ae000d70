import type { AllocateBytes } from '../../film.ts'
import type { PixelDescription } from '../dicom/pixel-description.ts'

/** Samples of one frame as a codec gives them: interleaved, in rows, at the precision of the codestream. */
export interface CodedFrame {
  readonly rows: number
  readonly columns: number
  readonly samplesPerPixel: number
  /** Bits of a sample in the codestream. */
  readonly precision: number
  /** Whether the codestream itself calls its samples signed. */
  readonly samplesSigned: boolean
  /** Of signed samples, the two's complement. */
  readonly samples: Uint8Array | Uint16Array
  /** What the samples are where the codestream knows; null where (0028,0004) is asked. Nothing is turned into RGB. */
  readonly colours: 'RGB' | 'YBR_FULL' | null
  /** Whether a score can have it without its finest grain, and whether it came so. */
  readonly mayBeCoarse?: boolean
  readonly coarse?: boolean
  /** Whether the codestream ended early, and the picture with it. */
  readonly incomplete: boolean
}

/** What a score needs of a picture. */
export interface Needed {
  /** So many of the model's along its shorter side. */
  readonly pixels: number
  /** The samples between which it is neither black nor white, the lower one first. */
  readonly ends: readonly [number, number]
}

/**
 * What a codec is told: it throws whatever it likes, and the caller says which film it was. Where no more is needed than
 * a score needs, it may leave out what makes no difference to that. Large samples go where `allocate` says.
 */
export type Codec = (
  codestream: Buffer,
  description: PixelDescription,
  needed?: Needed,
  allocate?: AllocateBytes,
) => Promise<CodedFrame>
