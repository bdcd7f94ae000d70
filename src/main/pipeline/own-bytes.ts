// The bytes of a file that nobody but its decoder looks at.

import { createHash, hash } from 'node:crypto'

import { PART_BYTES } from './near-part.ts'

/** Bytes of a cell: what the other byte order turns around. */
export type CellWidth = 2 | 4

/**
 * Turns the cells of a picture where they stand, unless that was done when the picture was asked for before, and shows
 * each part of them while it is near the processor.
 */
export type TurnInPlace = (cells: Buffer, width: CellWidth, look: (part: Buffer) => void) => void

export interface OwnBytes {
  readonly turnInPlace: TurnInPlace
  /** SHA-256 of the bytes as they were read, whatever was turned since. */
  sha256(): string
}

export function turnCells(cells: Buffer, width: CellWidth): void {
  if (width === 2) cells.swap16()
  else cells.swap32()
}

/** A stretch of the bytes that holds turned cells. */
interface Turned {
  readonly start: number
  readonly end: number
  readonly width: CellWidth
}

export function ownBytes(bytes: Buffer): OwnBytes {
  const turned: Turned[] = []
  return {
    turnInPlace: (cells, width, look) => {
      const isTurned = isAmong(turned, stretchOf(bytes, cells, width))
      if (!isTurned) turned.push(stretchOf(bytes, cells, width))
      for (const part of partsOf(cells)) {
        if (!isTurned) turnCells(part, width)
        look(part)
      }
    },
    sha256: () => (turned.length === 0 ? hash('sha256', bytes, 'hex') : hashAsRead(bytes, turned)),
  }
}

function stretchOf(bytes: Buffer, cells: Buffer, width: CellWidth): Turned {
  const start = cells.byteOffset - bytes.byteOffset
  const end = start + cells.length
  if (cells.buffer === bytes.buffer && start >= 0 && end <= bytes.length) return { start, end, width }
  throw new Error('These cells are none of the bytes that were given away.')
}

function isAmong(turned: readonly Turned[], { start, end, width }: Turned): boolean {
  const met = turned.find((other) => other.start < end && start < other.end)
  if (met === undefined) return false
  if (met.start === start && met.end === end && met.width === width) return true
  throw new Error(`Cells ${start} to ${end} were turned as ${met.start} to ${met.end} before.`)
}

function hashAsRead(bytes: Buffer, turned: readonly Turned[]): string {
  const running = createHash('sha256')
  const scratch = Buffer.allocUnsafeSlow(PART_BYTES)
  let at = 0
  for (const { start, end, width } of turned.toSorted((a, b) => a.start - b.start)) {
    running.update(bytes.subarray(at, start))
    for (const part of partsOf(bytes.subarray(start, end))) {
      const asRead = scratch.subarray(0, part.copy(scratch))
      turnCells(asRead, width)
      running.update(asRead)
    }
    at = end
  }
  return running.update(bytes.subarray(at)).digest('hex')
}

function* partsOf(cells: Buffer): Generator<Buffer, void> {
  for (let at = 0; at < cells.length; at += PART_BYTES) yield cells.subarray(at, at + PART_BYTES)
}
