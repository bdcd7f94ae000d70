import type { OpenedFilm } from '../window-data.ts'

export type Shaped = Pick<OpenedFilm, 'spacing' | 'pixelAspectRatio'>

/** How much longer than its shorter side a pixel is, across and down; one of the two is 1. */
export interface PixelShape {
  readonly across: number
  readonly down: number
}

// PS3.3 C.7.6.3.1.7: the aspect ratio is given only where no spacing is, so a spacing goes first. Files that give a
// spacing of 0 exist; it says nothing of the shape.
export function pixelShape({ spacing, pixelAspectRatio }: Shaped): PixelShape {
  const [height, width] = [spacing.pixel, spacing.imager, pixelAspectRatio].find(hasLengths) ?? [1, 1]
  return { across: Math.max(1, width / height), down: Math.max(1, height / width) }
}

/** Height of a pixel over its width. */
export function pixelAspect(film: Shaped): number {
  const { across, down } = pixelShape(film)
  return down / across
}

function hasLengths(sides: readonly [number, number] | null): sides is readonly [number, number] {
  return sides !== null && sides[0] > 0 && sides[1] > 0
}
