import type { Warning } from '../../../shared/analysis.ts'
import type { LungMask, Lungs } from '../../../shared/lungs.ts'

/** Of the lungs' own width or height, what may lie on an edge of the film: more is seen on 1 in 40 films that were not cropped. */
const MOST_ON_EDGE = 0.2

export function cutLungsWarning(lungs: Lungs | null): Warning | undefined {
  if (lungs === null) return undefined
  const cut = edgesCut(lungs.mask)
  if (cut.length === 0) return undefined
  const edges = cut.length === 1 ? `${cut[0]} edge` : `${cut.slice(0, -1).join(', ')} and ${cut.at(-1)} edges`
  return {
    code: 'GATE_LUNGS_CUT',
    message: `The lungs reach the ${edges} of the film; part of them may be missing, and the score may mislead.`,
  }
}

function edgesCut({ rows, columns, inside }: LungMask): string[] {
  const inRow = new Uint32Array(rows)
  const inColumn = new Uint32Array(columns)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const pixel = inside[row * columns + column]!
      inRow[row]! += pixel
      inColumn[column]! += pixel
    }
  }
  const width = inColumn.filter((pixels) => pixels > 0).length
  const height = inRow.filter((pixels) => pixels > 0).length
  const edges = [
    ['upper', inRow[0]!, width],
    ['lower', inRow[rows - 1]!, width],
    ['left', inColumn[0]!, height],
    ['right', inColumn[columns - 1]!, height],
  ] as const
  return edges.filter(([, pixels, length]) => pixels > MOST_ON_EDGE * length).map(([name]) => name)
}
