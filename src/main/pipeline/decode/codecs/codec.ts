import type { Halving } from '../../film.ts'
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
  /** How often the picture could have been halved, and how often it was. */
  readonly mayHalve?: Halving | undefined
  readonly halved?: Halving | undefined
  /** Whether the codestream ended early, and the picture with it. */
  readonly incomplete: boolean
}

/**
 * What a codec is told: it throws whatever it likes, and the caller says which film it was. Where `enough` pixels along
 * the shorter side are known to do, it may give a picture that was halved.
 */
export type Codec = (
  codestream: Buffer,
  description: PixelDescription,
  enough?: number,
) => Promise<CodedFrame>
