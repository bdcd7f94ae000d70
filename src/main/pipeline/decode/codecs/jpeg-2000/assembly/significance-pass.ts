// ISO/IEC 15444-1 D.3.1: samples that are not significant yet and have neighbours that are.

import { columns, laterNeighbours, nearSignificant, rows, samplesThere, setPitch, FIRST_CHUNK } from './chunk'
import { COLUMNS, CONTEXTS, SAMPLES, SIGNIFICANT, VISITED } from './memory'
import { code, codeOf, follow, interval, intervalOf, isLess, keepRegisters, qeOf, refill } from './mq-decoder'
import { contextOf, signOf, tellNeighbours } from './neighbours'

/** `value` is that of a sample of which this bit-plane is the first one; `contexts` are those of the sub-band. */
export function significancePass(value: u32, contexts: usize, columnPitch: usize): void {
  let a = interval
  let c = code
  let samples = SAMPLES
  for (let y: usize = 0; y < rows; y += 4) {
    let chunk = FIRST_CHUNK + ((y >> 2) + 1) * setPitch
    let column = COLUMNS + ((y >> 2) + 1) * columnPitch + 8
    for (let x: usize = 0; x < columns; x += 16, chunk += 8, column += 128, samples += 256) {
      const there = samplesThere(x, y)
      let significant = load<u64>(chunk)
      let coming = nearSignificant(chunk) & ~significant & there
      let visited = coming
      while (coming != 0) {
        const sample = ctz(coming)
        coming &= coming - 1
        const at = column + ((<usize>sample >> 2) << 3)
        const groups = load<u64>(at) >> ((sample & 3) << 2)
        const context = contextOf(groups, contexts)
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

        const entry = signOf(groups)
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
        const more = laterNeighbours(sample) & ~significant & there
        coming |= more
        visited |= more
      }
      store<u64>(chunk, significant)
      store<u64>(chunk, visited, VISITED - SIGNIFICANT)
    }
  }
  keepRegisters(a, c)
}
