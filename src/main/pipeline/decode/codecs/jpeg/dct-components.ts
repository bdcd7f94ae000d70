import type { JpegHeader } from '../jpeg-header.ts'
import { HilumError } from '../../../../../shared/errors.ts'

/** A component of a DCT frame. */
export interface DctComponent {
  readonly horizontal: number
  readonly vertical: number
  /** Blocks that hold samples of the picture: what a scan of this component alone codes. */
  readonly blockRows: number
  readonly blockColumns: number
  /** Blocks across with those that fill up the last MCU: what is stored. */
  readonly storedBlockColumns: number
  readonly storedBlockRows: number
  /** Of a progressive frame, in blocks of 64, row by row of blocks, each in natural order; else empty. */
  readonly coefficients: Int16Array
  /** At the component's own size and with the blocks that fill up the last MCU; mid-grey until a block is drawn. */
  readonly samples: Uint8Array | Uint16Array
}

export interface DctFrame {
  readonly rows: number
  readonly columns: number
  readonly precision: 8 | 12
  readonly mcuRows: number
  readonly mcuColumns: number
  readonly components: readonly DctComponent[]
}

export const PROGRESSIVE = 0xc2

/** A.1 and A.2.4. */
export function dctFrame({ frameMarker, rows, columns, precision, components }: JpegHeader): DctFrame {
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
      const storedBlockRows = mcuRows * vertical
      const count = storedBlockColumns * storedBlockRows * 64
      return {
        horizontal,
        vertical,
        blockRows: Math.ceil(ownRows / 8),
        blockColumns: Math.ceil(ownColumns / 8),
        storedBlockColumns,
        storedBlockRows,
        coefficients: new Int16Array(frameMarker === PROGRESSIVE ? count : 0),
        samples: (precision === 8 ? new Uint8Array(count) : new Uint16Array(count)).fill(
          2 ** (precision - 1),
        ),
      }
    }),
  }
}
