/**
 * PS3.5 7.3 and 8.1.2: OW is words of 16 bits, which big endian turns around, and with them the two samples of 8 bits
 * or sixteen of 1 bit that a word holds. OB is never turned.
 */
export function inWordOrder(
  bytes: Buffer,
  { littleEndian, vr }: { littleEndian: boolean; vr: string },
): Buffer {
  if (littleEndian || vr !== 'OW') return bytes
  // An odd byte at the end has no partner, and a whole word was never written.
  const even = bytes.length - (bytes.length % 2)
  return Buffer.concat([Buffer.from(bytes.subarray(0, even)).swap16(), bytes.subarray(even)])
}
