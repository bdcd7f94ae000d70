import type { Card } from '../../shared/card.ts'
import type { ModelSight } from '../../shared/window-data.ts'
import type { TensorOutput } from '../engine/protocol.ts'
import { inputToFilm, inputView } from '../pipeline/input-view.ts'

/** Where a model's input lies on the film, and what of it is lung; the input is placed as the model was given it. */
export function modelSight(
  { film, lungs, mask }: Pick<TensorOutput, 'film' | 'lungs' | 'mask'>,
  input: Card['input'],
): ModelSight {
  const view = inputView(film, lungs, input)
  const { width: columns, height: rows, masked } = input
  const first = inputToFilm(view, 0.5, 0.5)
  const placement = {
    originX: first.x,
    originY: first.y,
    cellWidth: view.scaleX,
    cellHeight: view.scaleY,
  }
  return {
    region: view.region,
    columns,
    rows,
    masked,
    lungs: lungs?.box ? { columns, rows, shares: mask, placement } : null,
  }
}
