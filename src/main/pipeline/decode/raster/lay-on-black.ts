import type { DecodedPicture } from '../../../adapters/sharp.ts'

/** Without its alpha: a transparent picture is laid on black, as the films that the models were trained on were. */
export function layOnBlack(
  picture: Pick<DecodedPicture, 'channels' | 'bits' | 'samples'>,
): Uint8Array | Uint16Array {
  const { channels, bits, samples } = picture
  if (channels === 1 || channels === 3) return samples
  const colours = channels - 1
  const opaque = 2 ** bits - 1
  const count = samples.length / channels
  const laid = bits === 16 ? new Uint16Array(count * colours) : new Uint8Array(count * colours)
  for (let pixel = 0, from = 0, to = 0; pixel < count; pixel++, from += channels) {
    const alpha = samples[from + colours]!
    for (let colour = 0; colour < colours; colour++) {
      laid[to++] = Math.floor((samples[from + colour]! * alpha) / opaque + 0.5)
    }
  }
  return laid
}
