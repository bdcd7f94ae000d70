// PNG (ISO/IEC 15948) 11.2.1: the image header, which is always the first chunk.

export interface PngHeader {
  readonly rows: number
  readonly columns: number
  /** One grey byte a pixel, row after row: no palette, no alpha, not interlaced, no value that is transparent, no EXIF. */
  readonly isPlainGrey: boolean
}

const SIGNATURE_BYTES = 8

/** Null where there is no header to be read. */
export function pngHeader(bytes: Buffer): PngHeader | null {
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return null
  const [bits, colourType, , , interlaced] = bytes.subarray(24, 29)
  return {
    rows: bytes.readUInt32BE(20),
    columns: bytes.readUInt32BE(16),
    isPlainGrey: bits === 8 && colourType === 0 && interlaced === 0 && !saysMore(bytes),
  }
}

/** 11.3.2.1: tRNS may set a value aside, eXIf turn the picture; both stand before the image data. */
function saysMore(bytes: Buffer): boolean {
  for (const { type } of pngChunks(bytes)) {
    if (type === 'tRNS' || type === 'eXIf') return true
    if (type === 'IDAT') return false
  }
  return false
}

export interface PngChunk {
  readonly type: string
  readonly start: number
  readonly end: number
}

/** Chunks in their order; the last may end beyond the file. */
export function* pngChunks(bytes: Buffer): Generator<PngChunk> {
  for (let at = SIGNATURE_BYTES; at + 8 <= bytes.length;) {
    const start = at + 8
    const end = start + bytes.readUInt32BE(at)
    yield { type: bytes.toString('latin1', at + 4, start), start, end }
    // Four bytes of check sum follow.
    at = end + 4
  }
}
