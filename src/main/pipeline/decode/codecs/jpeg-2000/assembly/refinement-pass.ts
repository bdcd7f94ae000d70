// ISO/IEC 15444-1 D.3.3: one more bit of each sample that was significant before this bit-plane.

import { columns, rows, setPitch, FIRST_CHUNK } from './chunk'
import { COLUMNS, FIRST_REFINEMENT, REFINED, SAMPLES, SIGNIFICANT, VISITED } from './memory'
import { code, codeOf, follow, interval, intervalOf, isLess, keepRegisters, qeOf, refill } from './mq-decoder'
import { hasNeighbours } from './neighbours'

/** A sample stands in the middle of what it may be, and moves by half of the bit, up or down. */
export function refinementPass(plane: u32, columnPitch: usize): void {
  let a = interval
  let c = code
  const half: u32 = (<u32>1 << plane) >> 1
  let samples = SAMPLES
  for (let y: usize = 0; y < rows; y += 4) {
    let chunk = FIRST_CHUNK + ((y >> 2) + 1) * setPitch
    let column = COLUMNS + ((y >> 2) + 1) * columnPitch + 8
    for (let x: usize = 0; x < columns; x += 16, chunk += 8, column += 128, samples += 256) {
      const refined = load<u64>(chunk, REFINED - SIGNIFICANT)
      let coming = load<u64>(chunk) & ~load<u64>(chunk, VISITED - SIGNIFICANT)
      store<u64>(chunk, refined | coming, REFINED - SIGNIFICANT)
      while (coming != 0) {
        const sample = ctz(coming)
        coming &= coming - 1
        const groups = load<u64>(column + ((<usize>sample >> 2) << 3)) >> ((sample & 3) << 2)
        // Table D.4.
        const first = FIRST_REFINEMENT + (<usize>hasNeighbours(groups) << 3)
        const context = select<usize>(FIRST_REFINEMENT + 16, first, ((refined >> sample) & 1) != 0)
        const state = load<u64>(context)
        const qe = qeOf(state)
        a -= qe
        const less = isLess(a, c, qe)
        a = intervalOf(a, c, qe)
        c = codeOf(c, qe)
        follow(context, state, a, less)
        c <<= clz(a)
        a <<= clz(a)
        if (<u32>c == 0) c = refill(c)
        const at = samples + (<usize>sample << 2)
        store<u32>(at, load<u32>(at) + ((<u32>(state ^ less) & 1) << plane) - half)
      }
    }
  }
  keepRegisters(a, c)
}
