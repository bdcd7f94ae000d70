import { openingVoi, shareTable } from '../../shared/greyscale/display-table.ts'
import type { Film } from './film.ts'
import { inputView, type InputSize } from './input-view.ts'
import { resample } from './resample.ts'

/**
 * The film as the model sees it: grey as on the screen when it is opened, 0 to 1, bright bone, row by row. Overlays
 * stay out: they are marks that somebody drew or a machine printed, and no anatomy to score.
 */
export function inputTensor(film: Film, input: InputSize): Float32Array {
  const table = shareTable(film, openingVoi(film.grey, { kind: 'window', window: film.window }))
  const { filled } = inputView(film, input)
  const whole = { left: 0, top: 0, right: film.columns, bottom: film.rows }
  const picture = resample(film, table, whole, { columns: filled.width, rows: filled.height })
  return filled.width === input.width && filled.height === input.height
    ? picture
    : framed(picture, filled, input)
}

function framed(
  picture: Float32Array,
  filled: { x: number; y: number; width: number; height: number },
  { width, height }: InputSize,
): Float32Array {
  const tensor = new Float32Array(width * height)
  for (let row = 0; row < filled.height; row++) {
    const line = picture.subarray(row * filled.width, (row + 1) * filled.width)
    tensor.set(line, (filled.y + row) * width + filled.x)
  }
  return tensor
}
