/** Numbers from 0 to below 1 that are the same for the same seed on every machine (mulberry32). */
export type Random = () => number

export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Even between `low` and `high`. */
export function between(random: Random, low: number, high: number): number {
  return low + (high - low) * random()
}

/** Mean 0, deviation about 1: the sum of four even numbers is near enough to a Gaussian for film grain. */
export function roughlyNormal(random: Random): number {
  return (random() + random() + random() + random() - 2) * 1.7320508
}

/** Smooth noise from -1 to 1 that varies over about one unit of x and y. */
export function smoothNoise(seed: number): (x: number, y: number) => number {
  const corner = (column: number, row: number): number => {
    let hash = Math.imul(column, 374761393) ^ Math.imul(row, 668265263) ^ Math.imul(seed, 974634781)
    hash = Math.imul(hash ^ (hash >>> 13), 1274126177)
    return ((hash ^ (hash >>> 16)) >>> 0) / 2147483648 - 1
  }
  return (x, y) => {
    const column = Math.floor(x)
    const row = Math.floor(y)
    const across = ease(x - column)
    const down = ease(y - row)
    const above = corner(column, row) * (1 - across) + corner(column + 1, row) * across
    const below = corner(column, row + 1) * (1 - across) + corner(column + 1, row + 1) * across
    return above * (1 - down) + below * down
  }
}

/** Several octaves of smooth noise, each half as large and half as strong: cloudy, from about -1 to 1. */
export function cloudyNoise(seed: number): (x: number, y: number) => number {
  const octaves = [0, 1, 2, 3].map((octave) => smoothNoise(seed * 7 + octave))
  return (x, y) =>
    octaves.reduce((sum, noise, octave) => sum + noise(x * 2 ** octave, y * 2 ** octave) / 2 ** octave, 0) /
    1.6
}

function ease(share: number): number {
  return share * share * (3 - 2 * share)
}
