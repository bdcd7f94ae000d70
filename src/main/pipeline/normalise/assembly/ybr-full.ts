// PS3.3 C.7.6.3.1.2: YBR_FULL to RGB in the 16-bit fixed point of libjpeg's jdcolor.c, in place.

/** Nothing of ours lies before. */
export function heap(): usize {
  return __heap_base
}

export function rgb8(from: usize, pixels: i32, half: i32, most: i32): void {
  convert<u8>(from, pixels, half, most)
}

export function rgb16(from: usize, pixels: i32, half: i32, most: i32): void {
  convert<u16>(from, pixels, half, most)
}

/**
 * R = Y + 1.402 CR, G = Y - 0.34414 CB - 0.71414 CR, B = Y + 1.772 CB. Whole parts stand by themselves, so that the
 * products of 16 bits stay within 32: 1.402 is 1 + 26345 / 65536.
 */
// @ts-ignore: decorator
@inline
function convert<Sample>(from: usize, pixels: i32, half: i32, most: i32): void {
  for (let i: i32 = 0; i < pixels; i++, from += 3 * sizeof<Sample>()) {
    const y = <i32>load<Sample>(from)
    const cb = <i32>load<Sample>(from, sizeof<Sample>()) - half
    const cr = <i32>load<Sample>(from, 2 * sizeof<Sample>()) - half
    const red = y + cr + ((26345 * cr + 0x8000) >> 16)
    const green = y - cr + ((18734 * cr - 22554 * cb + 0x8000) >> 16)
    const blue = y + 2 * cb + ((0x8000 - 14942 * cb) >> 16)
    store<Sample>(from, <Sample>min(max(red, 0), most))
    store<Sample>(from, <Sample>min(max(green, 0), most), sizeof<Sample>())
    store<Sample>(from, <Sample>min(max(blue, 0), most), 2 * sizeof<Sample>())
  }
}
