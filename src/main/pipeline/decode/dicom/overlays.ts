// PS3.3 C.9.2: planes of one bit a pixel, in the repeating group 60xx.

import type { Overlay } from '../../film.ts'
import { MAX_PIXELS } from '../size-limit.ts'
import type { DataSet } from './data-set.ts'
import type { PixelDescription } from './pixel-description.ts'
import { TAG } from './tags.ts'
import { text } from './text.ts'
import { number, numbers, valueBytes } from './values.ts'
import { inWordOrder } from './word-order.ts'

/** Raw cells, in whose unused high bits old files keep overlays; null where a codec gave samples without them. */
export type RawCells = Uint8Array | Uint16Array | Uint32Array | null

export function overlaysOf(
  dataSet: DataSet,
  { description, frame, cells }: { description: PixelDescription; frame: number; cells: RawCells },
): readonly Overlay[] {
  return Array.from({ length: 16 }, (_, i) => i * 0x20000).flatMap((group) => {
    const bits = overlayBits(dataSet, group, { description, frame, cells })
    return bits ? [{ ...bits, ...overlayPlace(dataSet, group) }] : []
  })
}

function overlayPlace(
  dataSet: DataSet,
  group: number,
): Pick<Overlay, 'originRow' | 'originColumn' | 'label'> {
  const [originRow = 1, originColumn = 1] = numbers(dataSet, TAG.OverlayOrigin + group, 'SS')
  const label = text(dataSet, TAG.OverlayLabel + group) || text(dataSet, TAG.OverlayDescription + group)
  return { originRow, originColumn, label }
}

function overlayBits(
  dataSet: DataSet,
  group: number,
  { description, frame, cells }: { description: PixelDescription; frame: number; cells: RawCells },
): Pick<Overlay, 'rows' | 'columns' | 'bits'> | null {
  const rows = number(dataSet, TAG.OverlayRows + group) ?? 0
  const columns = number(dataSet, TAG.OverlayColumns + group) ?? 0
  if (rows * columns === 0 || rows * columns > MAX_PIXELS) return null
  if (dataSet.elements.has(TAG.OverlayData + group))
    return separateBits(dataSet, group, { rows, columns, frame })
  const position = number(dataSet, TAG.OverlayBitPosition + group)
  const unused = position !== null && !isStored(position, description)
  if (!cells || !unused || rows !== description.rows || columns !== description.columns) return null
  return { rows, columns, bits: Uint8Array.from(cells, (cell) => (cell >>> position) & 1) }
}

function isStored(position: number, { bitsStored, highBit, bitsAllocated }: PixelDescription): boolean {
  return position >= bitsAllocated || (position <= highBit && position > highBit - bitsStored)
}

// C.9.2.1.1 and C.9.3: packed lowest bit first; several frames follow each other and start at an image frame.
function separateBits(
  dataSet: DataSet,
  group: number,
  { rows, columns, frame }: { rows: number; columns: number; frame: number },
): Pick<Overlay, 'rows' | 'columns' | 'bits'> | null {
  const element = dataSet.elements.get(TAG.OverlayData + group)
  if (!element) return null
  const frames = number(dataSet, TAG.NumberOfFramesInOverlay + group, 'DS') ?? 1
  const firstFrame = (number(dataSet, TAG.ImageFrameOrigin + group) ?? 1) - 1
  const own = frames === 1 ? 0 : frame - firstFrame
  if (own < 0 || own >= frames) return null
  const bytes = inWordOrder(valueBytes(dataSet, element), {
    littleEndian: dataSet.littleEndian,
    vr: element.vr,
  })
  const first = own * rows * columns
  if (bytes.length * 8 < first + rows * columns) return null
  const bits = new Uint8Array(rows * columns)
  for (let i = 0; i < bits.length; i++) bits[i] = (bytes[(first + i) >>> 3]! >>> ((first + i) & 7)) & 1
  return { rows, columns, bits }
}
