import type { RefusalReason } from '../../../shared/analysis.ts'
import type { Film } from '../film.ts'

// Below this the ribs are no longer told apart, and every model here was trained on at least 212 pixels.
const SHORTEST_SIDE = 100

// A chest film is between 1 : 1.6 and 1.6 : 1; strips and panoramas are something else.
const WIDEST_RATIO = 2.5

export function shapeRefusal({ rows, columns, geometry }: Film): RefusalReason | undefined {
  if (Math.min(rows, columns) < SHORTEST_SIDE) {
    return {
      code: 'GATE_TOO_SMALL',
      message: `The picture has only ${columns} × ${rows} pixels; at least ${SHORTEST_SIDE} on its shorter side are needed.`,
    }
  }
  const [pixelHeight, pixelWidth] = geometry.pixelAspectRatio
  const width = columns * pixelWidth
  const height = rows * pixelHeight
  const ratio = Math.max(width / height, height / width)
  if (ratio <= WIDEST_RATIO) return undefined
  return {
    code: 'GATE_EXTREME_SHAPE',
    message: `The picture is ${ratio.toFixed(1)} times as long as it is wide; a chest film is nearly square.`,
  }
}
