import type { ModelSight } from '../../shared/window-data.ts'
import { outline, type Segment } from '../../shared/outline.ts'
import { CanvasAbove } from './canvas-above.ts'
import { strokeToBeSeen } from './stroke-to-be-seen.ts'
import type { Extent, FilmToCanvas } from './view.ts'

const SHADE = 'rgb(0 0 0 / 65%)'
const LUNGS_COLOUR = 'rgb(142 203 255)'
const LEAST_LUNG = 127.5

interface Outlined {
  readonly sight: ModelSight
  readonly segments: readonly Segment[]
}

/** Shades what the model is not given, and draws a line round the lungs. */
export class SightLayer extends CanvasAbove {
  #outlined: Outlined | null = null

  draw(sight: ModelSight, to: FilmToCanvas, film: Extent): void {
    if (this.#outlined?.sight !== sight) this.#outlined = { sight, segments: lungLines(sight) }
    const { segments } = this.#outlined
    this.paint(to, film, (context) => {
      const { left, top, right, bottom } = sight.region
      const shaded = new Path2D()
      shaded.rect(0, 0, film.columns, film.rows)
      shaded.rect(left, top, right - left, bottom - top)
      context.fillStyle = SHADE
      context.fill(shaded, 'evenodd')
      if (sight.lungs) strokeToBeSeen(context, linesOnCanvas(segments, sight.lungs, to), LUNGS_COLOUR)
    })
  }
}

function lungLines({ lungs }: ModelSight): Segment[] {
  return lungs ? outline({ ...lungs, values: lungs.shares }, LEAST_LUNG) : []
}

function linesOnCanvas(
  segments: readonly Segment[],
  { placement }: NonNullable<ModelSight['lungs']>,
  to: FilmToCanvas,
): Path2D {
  const { originX, originY, cellWidth, cellHeight } = placement
  const across = (column: number) => to.scaleX * (originX + column * cellWidth) + to.shiftX
  const down = (row: number) => to.scaleY * (originY + row * cellHeight) + to.shiftY
  const path = new Path2D()
  for (const { from, to: end } of segments) {
    path.moveTo(across(from.column), down(from.row))
    path.lineTo(across(end.column), down(end.row))
  }
  return path
}
