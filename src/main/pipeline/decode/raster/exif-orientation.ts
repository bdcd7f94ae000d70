/** The eight ways in which a camera may have been held (EXIF 2.3, tag 0x0112); 1 is upright. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

const ORIENTATION_TAG = 0x0112

/** `exif` is the TIFF structure after "Exif\0\0". 1 where it says nothing or nothing sensible. */
export function exifOrientation(exif: Buffer): Orientation {
  if (exif.length < 8) return 1
  const order = exif.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') return 1
  const littleEndian = order === 'II'
  const short = (at: number): number => (littleEndian ? exif.readUInt16LE(at) : exif.readUInt16BE(at))
  const directory = littleEndian ? exif.readUInt32LE(4) : exif.readUInt32BE(4)
  if (directory + 2 > exif.length) return 1
  const entries = Math.min(short(directory), Math.floor((exif.length - directory - 2) / 12))
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12
    if (short(at) === ORIENTATION_TAG) return asOrientation(short(at + 8))
  }
  return 1
}

function asOrientation(value: number): Orientation {
  return value >= 1 && value <= 8 ? (value as Orientation) : 1
}
