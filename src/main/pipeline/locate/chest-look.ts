// Whether two regions side by side look like the lungs of a frontal chest film. A slice of a CT shows two lungs as well,
// and so do two films in one picture; but the lungs' proportions, how sure the model is of them, and what is bright
// and dark between and beneath them are others.

import type { LungMask, Lungs } from '../../../shared/lungs.ts'
import { cellMeans } from '../cell-means.ts'
import { regions } from './regions.ts'

/** Along each side of the lungs' box. */
export const LOOK_CELLS = 8

/** What was measured of many frontal chest films. */
export interface ChestFigures {
  /** Mean greys of the box's cells, of mean 0 and deviation 1 in each film. */
  readonly greys: readonly number[]
  /** Along which these vary most; of length 1. */
  readonly axes: readonly (readonly number[])[]
  /** Of the measures, and the inverse of their covariance row by row. */
  readonly mean: readonly number[]
  readonly precision: readonly number[]
}

/** Beyond it lie about 2 of 1,000 frontal chest films; what else does: models/README.md. */
const LIMIT = 2

/** What was found in the film's greys at the mask's size, and how sure the model is of it. */
export interface Seen {
  readonly grey: Float32Array
  readonly lungs: Lungs
  readonly sure: number
}

export function looksLikeChest(seen: Seen, about: ChestFigures): boolean {
  const look = chestLook(seen)
  return look !== null && chestDistance(look, about) <= LIMIT
}

export interface ChestLook {
  readonly greys: Float32Array
  /** The lungs' proportions, and the model's doubt; logarithms, whose spread is even. */
  readonly shape: readonly number[]
}

/** Null where there are no two lungs. */
export function chestLook({ grey, lungs: { mask }, sure }: Seen): ChestLook | null {
  const [larger, smaller] = regions(mask).map(
    (one) => (one.lastRow + 1 - one.firstRow) / (one.lastColumn + 1 - one.firstColumn),
  )
  const box = boxOf(mask)
  if (box === null || larger === undefined || smaller === undefined) return null
  const shape = [
    Math.log(box.width / box.height),
    Math.log(Math.min(larger, smaller)),
    Math.log(Math.max(larger, smaller)),
    Math.log(Math.max(1e-3, 1 - sure)),
  ]
  return { greys: standardised(greysOf(grey, mask, box)), shape }
}

interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** A speck at an edge of the film is no part of a lung. */
const SPECK = 0.05

function boxOf(mask: LungMask): Box | null {
  const found = regions(mask)
  const lungs = found.filter(({ pixels }) => pixels >= SPECK * found[0]!.pixels)
  if (lungs.length === 0) return null
  const left = Math.min(...lungs.map(({ firstColumn }) => firstColumn))
  const top = Math.min(...lungs.map(({ firstRow }) => firstRow))
  const width = Math.max(...lungs.map(({ lastColumn }) => lastColumn)) + 1 - left
  const height = Math.max(...lungs.map(({ lastRow }) => lastRow)) + 1 - top
  return { left, top, width, height }
}

function greysOf(values: Float32Array, { rows, columns }: LungMask, box: Box): Float32Array {
  const cellWidth = box.width / LOOK_CELLS
  const cellHeight = box.height / LOOK_CELLS
  const size = { rows, columns }
  return cellMeans({ ...size, values }, size, {
    rows: LOOK_CELLS,
    columns: LOOK_CELLS,
    originX: box.left + cellWidth / 2,
    originY: box.top + cellHeight / 2,
    cellWidth,
    cellHeight,
  })
}

/** So that neither brightness nor contrast of a film tells anything. */
function standardised(greys: Float32Array): Float32Array {
  const mean = greys.reduce((sum, grey) => sum + grey, 0) / greys.length
  const variance = greys.reduce((sum, grey) => sum + (grey - mean) ** 2, 0) / greys.length
  const deviation = Math.sqrt(variance) + 1e-3
  return greys.map((grey) => (grey - mean) / deviation)
}

/** Where the greys lie along the axes, how far beside them, and the shape. */
export function measuresOf(
  { greys, shape }: ChestLook,
  about: Pick<ChestFigures, 'greys' | 'axes'>,
): number[] {
  const away = about.greys.map((usual, i) => greys[i]! - usual)
  const along = about.axes.map((axis) => axis.reduce((sum, share, i) => sum + share * away[i]!, 0))
  const all = away.reduce((sum, one) => sum + one ** 2, 0)
  const beside = Math.sqrt(Math.max(0, all - along.reduce((sum, one) => sum + one ** 2, 0)))
  return [...along, Math.log(1e-3 + beside), ...shape]
}

/** Mahalanobis' distance over the root of the number of measures: about 1 for a chest film. */
export function chestDistance(look: ChestLook, about: ChestFigures): number {
  const away = measuresOf(look, about).map((measure, i) => measure - about.mean[i]!)
  const size = away.length
  let sum = 0
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      sum += away[row]! * about.precision[row * size + column]! * away[column]!
    }
  }
  return Math.sqrt(Math.max(0, sum) / size)
}
