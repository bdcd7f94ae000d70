// ITU-T T.81 F.1.2.3: an entropy-coded segment, stuffed zeros taken out, and turned around.

/** Zeros behind a segment, more than a block can take. */
const SPARE: usize = 512

let stop: usize = 0

/** Of the marker at which the last segment ended, or the end of the codestream. */
export function segmentEnd(): usize {
  return stop
}

/**
 * Writes the bytes from `from` up to the next marker, at most to `end`, downwards from `top`, and says how many. Eight
 * bytes of that, read as the number that they are to the processor, are 64 bits of the segment, the first one highest.
 */
export function takeSegment(from: usize, end: usize, top: usize): usize {
  let at = from
  let to = top
  while (at < end) {
    if (at + 16 <= end) {
      const bytes = v128.load(at)
      const turned = v128.shuffle<u8>(bytes, bytes, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0)
      v128.store(to - 16, turned)
      const markers = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(-1)))
      const plain: usize = markers == 0 ? 16 : ctz(markers)
      at += plain
      to -= plain
      if (markers == 0) continue
    } else if (load<u8>(at) != 0xff) {
      store<u8>(--to, load<u8>(at++))
      continue
    }
    // B.1.1.5: 0xFF and 0 stand for 0xFF; anything else is a marker, after which no more bits come.
    if (at + 1 >= end || load<u8>(at + 1) != 0) break
    store<u8>(--to, 0xff)
    at += 2
  }
  stop = at
  memory.fill(to - SPARE, 0, SPARE)
  return top - to
}
