import type { RefusalReason, Warning } from '../../../shared/analysis.ts'
import { pixelShape } from '../../../shared/measuring/pixel-shape.ts'
import type { Film } from '../film.ts'
import { shaped } from '../pixel-spacing.ts'

// Below this the ribs are no longer told apart, and every model here was trained on at least 212 pixels.
const SHORTEST_SIDE = 100

// Of 6,775 chest films 4 are longer, and one is longer than 1.8; strips and panoramas are something else.
const USUAL_RATIO = 1.6
const WIDEST_RATIO = 2.5

export function shapeRefusal({ rows, columns, geometry }: Film): RefusalReason | undefined {
  if (Math.min(rows, columns) < SHORTEST_SIDE) {
    return {
      code: 'GATE_TOO_SMALL',
      message: `The picture has only ${columns} × ${rows} pixels; at least ${SHORTEST_SIDE} on its shorter side are needed.`,
    }
  }
  const ratio = lengthToWidth({ rows, columns, geometry })
  if (ratio <= WIDEST_RATIO) return undefined
  return {
    code: 'GATE_EXTREME_SHAPE',
    message: `One side of the picture is ${ratio.toFixed(1)} times as long as the other; a chest film is nearly square.`,
  }
}

export function shapeWarning(film: Film): Warning | undefined {
  const ratio = lengthToWidth(film)
  if (ratio <= USUAL_RATIO) return undefined
  return {
    code: 'GATE_UNUSUAL_SHAPE',
    message: `One side of the picture is ${ratio.toFixed(1)} times as long as the other, which is rare in chest films; part of it may be missing.`,
  }
}

/** Of the longer side to the shorter, as the film is seen. */
function lengthToWidth({ rows, columns, geometry }: Pick<Film, 'rows' | 'columns' | 'geometry'>): number {
  const { across, down } = pixelShape(shaped(geometry))
  const width = columns * across
  const height = rows * down
  return Math.max(width / height, height / width)
}
