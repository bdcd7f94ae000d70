// PS3.5 annex A and PS3.6 table A-1. Decoding goes by this table, never by trial.

/** How the pixel data are written: as they are, or by which family of codecs. */
export type PixelCoding =
  | 'native'
  | 'rle'
  | 'jpeg'
  | 'jpeg-ls'
  | 'jpeg-2000'
  | 'htj2k'
  | 'jpeg-xl'
  | 'deflated-frame'
  | 'encapsulated'
  | 'unsupported'

export interface TransferSyntax {
  readonly uid: string
  readonly name: string
  readonly explicit: boolean
  readonly littleEndian: boolean
  readonly deflated: boolean
  readonly coding: PixelCoding
}

const JPEG = '1.2.840.10008.1.2.4.'

const encapsulated: readonly (readonly [uid: string, coding: PixelCoding, name: string])[] = [
  ['1.2.840.10008.1.2.5', 'rle', 'RLE Lossless'],
  ['1.2.840.10008.1.2.1.98', 'encapsulated', 'Encapsulated Uncompressed Explicit VR Little Endian'],
  ['1.2.840.10008.1.2.8.1', 'deflated-frame', 'Deflated Image Frame Compression'],
  [`${JPEG}50`, 'jpeg', 'JPEG Baseline (Process 1)'],
  [`${JPEG}51`, 'jpeg', 'JPEG Extended (Process 2 and 4)'],
  [`${JPEG}52`, 'jpeg', 'JPEG Extended (Process 3 and 5), retired'],
  [`${JPEG}53`, 'jpeg', 'JPEG Spectral Selection (Process 6 and 8), retired'],
  [`${JPEG}54`, 'jpeg', 'JPEG Spectral Selection (Process 7 and 9), retired'],
  [`${JPEG}55`, 'jpeg', 'JPEG Full Progression (Process 10 and 12), retired'],
  [`${JPEG}56`, 'jpeg', 'JPEG Full Progression (Process 11 and 13), retired'],
  [`${JPEG}57`, 'jpeg', 'JPEG Lossless (Process 14)'],
  [`${JPEG}58`, 'jpeg', 'JPEG Lossless (Process 15), retired'],
  [`${JPEG}70`, 'jpeg', 'JPEG Lossless, First-Order Prediction (Process 14, Selection Value 1)'],
  [`${JPEG}80`, 'jpeg-ls', 'JPEG-LS Lossless'],
  [`${JPEG}81`, 'jpeg-ls', 'JPEG-LS Near-Lossless'],
  [`${JPEG}90`, 'jpeg-2000', 'JPEG 2000 (Lossless Only)'],
  [`${JPEG}91`, 'jpeg-2000', 'JPEG 2000'],
  [`${JPEG}92`, 'jpeg-2000', 'JPEG 2000 Part 2 Multi-component (Lossless Only)'],
  [`${JPEG}93`, 'jpeg-2000', 'JPEG 2000 Part 2 Multi-component'],
  [`${JPEG}201`, 'htj2k', 'High-Throughput JPEG 2000 (Lossless Only)'],
  [`${JPEG}202`, 'htj2k', 'High-Throughput JPEG 2000 RPCL (Lossless Only)'],
  [`${JPEG}203`, 'htj2k', 'High-Throughput JPEG 2000'],
  [`${JPEG}94`, 'unsupported', 'JPIP Referenced'],
  [`${JPEG}95`, 'unsupported', 'JPIP Referenced Deflate'],
  [`${JPEG}100`, 'unsupported', 'MPEG2 Main Profile'],
  [`${JPEG}101`, 'unsupported', 'MPEG2 High Profile'],
  [`${JPEG}102`, 'unsupported', 'MPEG-4 AVC/H.264 High Profile'],
  [`${JPEG}103`, 'unsupported', 'MPEG-4 AVC/H.264 BD-compatible'],
  [`${JPEG}104`, 'unsupported', 'MPEG-4 AVC/H.264 for 2D video'],
  [`${JPEG}105`, 'unsupported', 'MPEG-4 AVC/H.264 for 3D video'],
  [`${JPEG}106`, 'unsupported', 'MPEG-4 AVC/H.264 Stereo'],
  [`${JPEG}107`, 'unsupported', 'HEVC/H.265 Main Profile'],
  [`${JPEG}108`, 'unsupported', 'HEVC/H.265 Main 10 Profile'],
  [`${JPEG}110`, 'jpeg-xl', 'JPEG XL Lossless'],
  [`${JPEG}111`, 'jpeg-xl', 'JPEG XL JPEG Recompression'],
  [`${JPEG}112`, 'jpeg-xl', 'JPEG XL'],
]

const native: readonly TransferSyntax[] = [
  {
    uid: '1.2.840.10008.1.2',
    name: 'Implicit VR Little Endian',
    explicit: false,
    littleEndian: true,
    deflated: false,
    coding: 'native',
  },
  {
    uid: '1.2.840.10008.1.2.1',
    name: 'Explicit VR Little Endian',
    explicit: true,
    littleEndian: true,
    deflated: false,
    coding: 'native',
  },
  {
    uid: '1.2.840.10008.1.2.2',
    name: 'Explicit VR Big Endian, retired',
    explicit: true,
    littleEndian: false,
    deflated: false,
    coding: 'native',
  },
  {
    uid: '1.2.840.10008.1.2.1.99',
    name: 'Deflated Explicit VR Little Endian',
    explicit: true,
    littleEndian: true,
    deflated: true,
    coding: 'native',
  },
]

/** PS3.6 table A-1, retired: what files of 1995 call the first of the above. */
const PAPYRUS = {
  ...native[0]!,
  uid: '1.2.840.10008.1.20',
  name: 'Papyrus 3 Implicit VR Little Endian, retired',
}

const TRANSFER_SYNTAXES: ReadonlyMap<string, TransferSyntax> = new Map(
  [
    ...native,
    PAPYRUS,
    ...encapsulated.map(([uid, coding, name]) => ({
      uid,
      name,
      explicit: true,
      littleEndian: true,
      deflated: false,
      coding,
    })),
  ].map((syntax) => [syntax.uid, syntax]),
)

export const IMPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2'
export const EXPLICIT_LITTLE_ENDIAN = '1.2.840.10008.1.2.1'
export const EXPLICIT_BIG_ENDIAN = '1.2.840.10008.1.2.2'

/** The JPEG processes that always lose something; JPEG-LS near-lossless and JPEG 2000 may also be used without loss. */
export function isAlwaysLossy({ uid }: TransferSyntax): boolean {
  const process = uid.startsWith(JPEG) ? Number(uid.slice(JPEG.length)) : Number.NaN
  return process >= 50 && process <= 56
}

/** Whether the samples need not be those that went in; of JPEG-LS, JPEG 2000, HTJ2K and JPEG XL the syntax says so. */
export function mayLose(syntax: TransferSyntax): boolean {
  return (
    isAlwaysLossy(syntax) ||
    ['81', '91', '93', '203', '111', '112'].some((process) => syntax.uid === JPEG + process)
  )
}

/** The syntax of this UID. One that is not in the table is read as explicit little endian, as all later ones are. */
export function transferSyntax(uid: string): TransferSyntax {
  return (
    TRANSFER_SYNTAXES.get(uid) ?? {
      uid,
      name: 'unknown',
      explicit: true,
      littleEndian: true,
      deflated: false,
      coding: 'unsupported',
    }
  )
}
