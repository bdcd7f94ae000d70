// The finder's input as it would be if the film hung in another way.

import type { InputView } from '../input-view.ts'
import type { Way } from './hanging.ts'

export interface Picture {
  /** Row by row. */
  readonly grey: Float32Array
  readonly width: number
  readonly height: number
  /** The part that the film fills. */
  readonly filled: InputView['filled']
}

/** A picture turned to its side keeps its size only where that is a square; others are left as they are. */
export function turned(picture: Picture, way: Way): Picture {
  if (way === 'inverted') return inverted(picture)
  if (way === 'upside down') return upsideDown(picture)
  const { width, height } = picture
  return way === 'as it is' || width !== height ? picture : toTheSide(picture, way)
}

/** The bars beside a letterboxed film stay black. */
function inverted({ grey, width, height, filled }: Picture): Picture {
  const result = new Float32Array(grey.length)
  for (let row = filled.y; row < filled.y + filled.height; row++) {
    const start = row * width + filled.x
    for (let i = start; i < start + filled.width; i++) result[i] = 1 - grey[i]!
  }
  return { grey: result, width, height, filled }
}

function upsideDown({ grey, width, height, filled }: Picture): Picture {
  const x = width - filled.x - filled.width
  const y = height - filled.y - filled.height
  return { grey: grey.slice().reverse(), width, height, filled: { ...filled, x, y } }
}

function toTheSide({ grey, width, height, filled }: Picture, way: 'to the left' | 'to the right'): Picture {
  const result = new Float32Array(grey.length)
  const last = width - 1
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      // Turned to the right the upper edge becomes the right one.
      const to = way === 'to the right' ? column * width + last - row : (last - column) * width + row
      result[to] = grey[row * width + column]!
    }
  }
  const x = way === 'to the right' ? width - filled.y - filled.height : filled.y
  const y = way === 'to the right' ? filled.x : height - filled.x - filled.width
  return { grey: result, width, height, filled: { x, y, width: filled.height, height: filled.width } }
}
