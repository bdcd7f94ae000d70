// Whether what was found has the shape of a pair of lungs. Figures in brackets: the most extreme of 999 in 1,000 of
// 6,775 frontal chest films from eight collections. Apart from the sureness the limits lie well beyond them, for
// tilted films, films with wide borders, and hospitals not seen. What passes and what is refused: models/README.md.

import type { Lungs } from '../../../shared/lungs.ts'
import { regions, type Region } from './regions.ts'

/** Of the film that is lung (0.14 to 0.67; a film in a wide border has less). */
const AREA = { least: 0.04, most: 0.75 }

/** Where the model wavers, there is no lung (0.75). */
const LEAST_SURE = 0.75

/** The smaller lung's pixels for one of the larger's (0.60). */
const LEAST_BALANCE = 0.5

/** Of all that was taken for lung, what the two largest regions have (0.89). */
const LEAST_PAIR = 0.8

/** The width of both lungs together for their height (0.69 to 1.77; films squashed to squares among them). */
const PROPORTION = { least: 0.5, most: 2 }

/** Between the middles of the two lungs, for one width of both together (0.37 to 0.58). */
const APART = { least: 0.35, most: 0.75 }

/** How much higher one lung's middle lies than the other's, for one height of both together (0.18; more when tilted). */
const MOST_UNEVEN = 0.3

/** How far the lungs reach over each other sideways, for one width of the narrower (0.03; more when tilted). */
const MOST_OVERLAP = 0.45

/** `sure` is the mask's sureness. */
export function isPairOfLungs({ mask, area }: Lungs, sure: number): boolean {
  if (area < AREA.least || area > AREA.most || sure < LEAST_SURE) return false
  const found = regions(mask)
  const [larger, smaller] = found
  if (larger === undefined || smaller === undefined) return false
  const all = found.reduce((sum, { pixels }) => sum + pixels, 0)
  return (
    smaller.pixels >= LEAST_BALANCE * larger.pixels &&
    larger.pixels + smaller.pixels >= LEAST_PAIR * all &&
    sideBySide([larger, smaller], extent(found))
  )
}

function sideBySide([one, other]: readonly [Region, Region], { width, height }: Extent): boolean {
  const proportion = width / height
  if (proportion < PROPORTION.least || proportion > PROPORTION.most) return false
  const apart = Math.abs(one.meanColumn - other.meanColumn) / width
  const uneven = Math.abs(one.meanRow - other.meanRow) / height
  const narrower = Math.min(breadth(one), breadth(other))
  const overlap =
    Math.min(one.lastColumn, other.lastColumn) + 1 - Math.max(one.firstColumn, other.firstColumn)
  return (
    apart >= APART.least && apart <= APART.most && uneven <= MOST_UNEVEN && overlap <= MOST_OVERLAP * narrower
  )
}

interface Extent {
  readonly width: number
  readonly height: number
}

function extent(found: readonly Region[]): Extent {
  const most = (edges: number[]) => edges.reduce((a, b) => Math.max(a, b))
  const least = (edges: number[]) => edges.reduce((a, b) => Math.min(a, b))
  const width = most(found.map((one) => one.lastColumn)) + 1 - least(found.map((one) => one.firstColumn))
  const height = most(found.map((one) => one.lastRow)) + 1 - least(found.map((one) => one.firstRow))
  return { width, height }
}

function breadth({ firstColumn, lastColumn }: Region): number {
  return lastColumn - firstColumn + 1
}
