// ISO/IEC 15444-1 D.3.4: all samples that the other two passes of the bit-plane did not come to.

import { columns, rows, samplesThere, setPitch, FIRST_CHUNK } from './chunk'
import { COLUMNS, CONTEXTS, RUN_LENGTH, SAMPLES, SIGNIFICANT, UNIFORM, VISITED } from './memory'
import { code, codeOf, decide, follow, interval, intervalOf, isLess, keepRegisters, qeOf, refill } from './mq-decoder'
import { contextOf, signOf, tellNeighbours } from './neighbours'

/** As in the significance pass. */
export function cleanupPass(value: u32, contexts: usize, columnPitch: usize): void {
  let a = interval
  let c = code
  let samples = SAMPLES
  for (let y: usize = 0; y < rows; y += 4) {
    const isWhole = rows - y >= 4
    let chunk = FIRST_CHUNK + ((y >> 2) + 1) * setPitch
    let column = COLUMNS + ((y >> 2) + 1) * columnPitch + 8
    for (let x: usize = 0; x < columns; x += 16, chunk += 8, column += 128, samples += 256) {
      let significant = load<u64>(chunk)
      const visited = load<u64>(chunk, VISITED - SIGNIFICANT)
      let coming = ~(significant | visited) & samplesThere(x, y)
      while (coming != 0) {
        let sample = ctz(coming)
        const at = column + ((<usize>sample >> 2) << 3)
        const known = load<u64>(at)
        if (known == 0 && isWhole && (sample & 3) == 0) {
          const runState = load<u64>(RUN_LENGTH)
          const runQe = qeOf(runState)
          a -= runQe
          const runLess = isLess(a, c, runQe)
          a = intervalOf(a, c, runQe)
          c = codeOf(c, runQe)
          follow(RUN_LENGTH, runState, a, runLess)
          c <<= clz(a)
          a <<= clz(a)
          if (<u32>c == 0) c = refill(c)
          // The four, or what ends their run and those before it.
          coming &= ~(<u64>0xf << sample)
          if (((runState ^ runLess) & 1) == 0) continue
          keepRegisters(a, c)
          const run = runLength()
          a = interval
          c = code
          coming |= (<u64>0xe << run & 0xf) << sample
          sample += run
        } else {
          coming &= coming - 1
          const context = contextOf(known >> ((sample & 3) << 2), contexts)
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
          if (((state ^ less) & 1) == 0) continue
        }

        const entry = signOf(known >> ((sample & 3) << 2))
        const signContext = CONTEXTS + (entry & ~1)
        const signState = load<u64>(signContext)
        const signQe = qeOf(signState)
        a -= signQe
        const signLess = isLess(a, c, signQe)
        a = intervalOf(a, c, signQe)
        c = codeOf(c, signQe)
        follow(signContext, signState, a, signLess)
        c <<= clz(a)
        a <<= clz(a)
        if (<u32>c == 0) c = refill(c)
        const sign = (signState ^ signLess ^ <u64>entry) & 1
        store<u32>(samples + (<usize>sample << 2), value | (<u32>sign << 31))
        tellNeighbours(at, <usize>sample & 3, sign)
        significant |= <u64>1 << sample
      }
      store<u64>(chunk, significant)
    }
  }
  keepRegisters(a, c)
}

/** How many samples come before the one that is significant. */
function runLength(): u64 {
  const upper = decide(UNIFORM) << 1
  return upper | decide(UNIFORM)
}
