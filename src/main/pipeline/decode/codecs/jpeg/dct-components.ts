import type { JpegHeader } from '../jpeg-header.ts'
import { HilumError } from '../../../../../shared/errors.ts'

/** A component of a DCT frame: its coefficients in blocks of 64, row by row of blocks, each in natural order. */
export interface DctComponent {
  readonly horizontal: number
  readonly vertical: number
  /** Blocks that hold samples of the picture: what a scan of this component alone codes. */
  readonly blockRows: number
  readonly blockColumns: number
  /** Blocks across with those that fill up the last MCU: what is stored. */
  readonly storedBlockColumns: number
  readonly coefficients: Int16Array
}

export interface DctFrame {
  readonly rows: number
  readonly columns: number
  readonly precision: 8 | 12
  readonly mcuRows: number
  readonly mcuColumns: number
  readonly components: readonly DctComponent[]
}

/** A.1 and A.2.4. */
export function dctFrame({ rows, columns, precision, components }: JpegHeader): DctFrame {
  if (components.some((c) => c.horizontal < 1 || c.horizontal > 4 || c.vertical < 1 || c.vertical > 4)) {
    throw new HilumError('DECODE_DAMAGED', 'its JPEG codestream names an impossible sampling factor')
  }
  if (precision !== 8 && precision !== 12) {
    throw new HilumError('DECODE_DAMAGED', `its JPEG codestream says ${precision} bits a sample`)
  }
  // A.2.2: a lone component is never interleaved, whatever factor it names.
  const single = components.length === 1
  const widest = single ? 1 : Math.max(...components.map((c) => c.horizontal))
  const tallest = single ? 1 : Math.max(...components.map((c) => c.vertical))
  const mcuRows = Math.ceil(rows / (8 * tallest))
  const mcuColumns = Math.ceil(columns / (8 * widest))
  return {
    rows,
    columns,
    precision,
    mcuRows,
    mcuColumns,
    components: components.map((component) => {
      const horizontal = single ? 1 : component.horizontal
      const vertical = single ? 1 : component.vertical
      const ownRows = Math.ceil((rows * vertical) / tallest)
      const ownColumns = Math.ceil((columns * horizontal) / widest)
      const storedBlockColumns = mcuColumns * horizontal
      return {
        horizontal,
        vertical,
        blockRows: Math.ceil(ownRows / 8),
        blockColumns: Math.ceil(ownColumns / 8),
        storedBlockColumns,
        coefficients: new Int16Array(storedBlockColumns * mcuRows * vertical * 64),
      }
    }),
  }
}
