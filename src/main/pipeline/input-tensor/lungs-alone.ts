/** From here on a pixel of the input is taken for lung. */
const LUNG = 0.5

/** How far what is kept reaches beyond the lungs, for one of the input's shorter side: pleura and the mask's own error. */
export const BEYOND = 0.04

interface Size {
  readonly width: number
  readonly height: number
}

/** All that lies farther than `BEYOND` from a lung is filled with the mean of the rest. */
export function lungsAlone(tensor: Float32Array, shares: Float32Array, size: Size): Float32Array {
  const kept = withinReach(shares, size, Math.round(BEYOND * Math.min(size.width, size.height)))
  let [sum, count] = [0, 0]
  for (let i = 0; i < tensor.length; i++) {
    if (kept[i] === 0) continue
    sum += tensor[i]!
    count++
  }
  // A mask so thin that it falls between the input's pixels hides nothing.
  if (count === 0) return tensor
  const mean = sum / count
  return tensor.map((grey, i) => (kept[i] === 1 ? grey : mean))
}

/** 1 where some lung lies within a disc of that radius: seen first along the rows, then down the columns. */
function withinReach(shares: Float32Array, { width, height }: Size, radius: number): Uint8Array {
  const sideways = distanceInRow(shares, width)
  const halfWidths = Array.from({ length: radius + 1 }, (_, away) =>
    Math.floor(Math.sqrt(radius * radius - away * away)),
  )
  const kept = new Uint8Array(shares.length)
  for (let row = 0; row < height; row++) {
    const [first, last] = [Math.max(0, row - radius), Math.min(height - 1, row + radius)]
    for (let from = first; from <= last; from++) {
      const reach = halfWidths[Math.abs(from - row)]!
      for (let column = 0; column < width; column++) {
        if (sideways[from * width + column]! <= reach) kept[row * width + column] = 1
      }
    }
  }
  return kept
}

/** Of each pixel, how many pixels away the nearest lung in its row is; infinite where there is none. */
function distanceInRow(shares: Float32Array, width: number): Float32Array {
  const away = new Float32Array(shares.length)
  for (let start = 0; start < shares.length; start += width) {
    let last = Infinity
    for (let i = start; i < start + width; i++) away[i] = last = shares[i]! >= LUNG ? 0 : last + 1
    last = Infinity
    for (let i = start + width - 1; i >= start; i--) {
      last = shares[i]! >= LUNG ? 0 : last + 1
      if (last < away[i]!) away[i] = last
    }
  }
  return away
}
