// ISO/IEC 15444-1 annex D: a code-block, from its highest bit-plane down, three passes for each.

import { chunksAcross, rows, setPitch, setSize } from './chunk'
import { cleanupPass } from './cleanup-pass'
import { COLUMNS, REFINED, SAMPLES, SIGNIFICANT, VISITED } from './memory'
import { startDecoder } from './mq-decoder'
import { setColumnPitch, significanceOf } from './neighbours'
import { refinementPass } from './refinement-pass'
import { significancePass } from './significance-pass'

/**
 * Decodes into `SAMPLES` what is at `from`, with two bytes of 0xFF behind it. `kind` is that of the sub-band, as in
 * table D.1: 0 LL, 1 HL, 2 LH, 3 HH. D.4: the first pass is a cleanup.
 */
export function decodeBlock(from: usize, width: usize, height: usize, kind: usize, planes: i32, passes: i32): void {
  setSize(width, height)
  const columnPitch = (chunksAcross() * 16 + 2) << 3
  clear(columnPitch)
  setColumnPitch(columnPitch)
  startDecoder(from)
  const contexts = significanceOf(kind)
  let plane = planes
  for (let pass: i32 = 2; pass < passes + 2 && plane > 0; pass++) {
    // With a bit of fraction, a sample that becomes significant is one and a half.
    const value: u32 = (<u32>3 << plane) >> 1
    if (pass % 3 == 0) significancePass(value, contexts, columnPitch)
    else if (pass % 3 == 1) refinementPass(plane, columnPitch)
    else {
      cleanupPass(value, contexts, columnPitch)
      plane--
    }
  }
}

function clear(columnPitch: usize): void {
  const stripes = (rows + 3) >> 2
  memory.fill(SAMPLES, 0, (stripes * chunksAcross()) << 8)
  memory.fill(COLUMNS, 0, (stripes + 2) * columnPitch)
  const sets = (stripes + 2) * setPitch
  memory.fill(SIGNIFICANT, 0, sets)
  memory.fill(VISITED, 0, sets)
  memory.fill(REFINED, 0, sets)
}
