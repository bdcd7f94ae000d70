import type { InputView } from '../input-view.ts'

/**
 * The part of an input that the film fills: the bars of a letterboxed film are cut off. Where it fills whole rows, as
 * films that are no higher than wide do, nothing is copied.
 */
export function filledPart(
  values: Float32Array,
  inputWidth: number,
  filled: InputView['filled'],
): Float32Array {
  const { x, y, width, height } = filled
  if (width === inputWidth) return values.subarray(y * width, (y + height) * width)
  const part = new Float32Array(height * width)
  for (let row = 0; row < height; row++) {
    const start = (y + row) * inputWidth + x
    part.set(values.subarray(start, start + width), row * width)
  }
  return part
}
