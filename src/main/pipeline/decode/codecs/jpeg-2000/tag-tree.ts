import type { HeaderBits } from './header-bits.ts'

interface Level {
  readonly columns: number
  /** Each node's number is not less than this; where it is settled, it is this. */
  readonly least: Uint16Array
  readonly settled: Uint8Array
}

/**
 * ISO/IEC 15444-1 B.10.2: a number for each place of a grid, told as far as a packet needs it. Each node above has the
 * least number of the four below.
 */
export class TagTree {
  /** From the leaves up. */
  readonly #levels: Level[] = []

  constructor(columns: number, rows: number) {
    let [across, down] = [columns, rows]
    this.#levels.push(levelOf(across, down))
    while (across * down > 1) {
      ;[across, down] = [Math.ceil(across / 2), Math.ceil(down / 2)]
      this.#levels.push(levelOf(across, down))
    }
  }

  /** The number of a leaf where it is less than `limit`, and otherwise null. */
  below(limit: number, leaf: { column: number; row: number }, bits: HeaderBits): number | null {
    let least = 0
    for (let depth = this.#levels.length - 1; depth >= 0; depth--) {
      const level = this.#levels[depth]!
      const node = (leaf.row >> depth) * level.columns + (leaf.column >> depth)
      least = Math.max(least, level.least[node]!)
      while (least < limit && level.settled[node] === 0) {
        if (bits.bit() === 1) level.settled[node] = 1
        else least++
      }
      level.least[node] = least
    }
    return least < limit ? least : null
  }
}

function levelOf(columns: number, rows: number): Level {
  return { columns, least: new Uint16Array(columns * rows), settled: new Uint8Array(columns * rows) }
}
