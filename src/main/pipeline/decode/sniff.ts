import type { FileKind } from '../film.ts'

/** The kinds that a few first bytes give away; DICOM is recognised by its own reader. */
export type RasterKind = Exclude<FileKind, 'dicom'>

const ASCII = (text: string): readonly number[] => [...text].map((character) => character.charCodeAt(0))

const SIGNATURES: readonly {
  readonly kind: RasterKind
  readonly at: number
  readonly bytes: readonly number[]
}[] = [
  { kind: 'png', at: 0, bytes: [0x89, ...ASCII('PNG\r\n'), 0x1a, 0x0a] },
  { kind: 'jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { kind: 'tiff', at: 0, bytes: [...ASCII('II'), 42, 0] },
  { kind: 'tiff', at: 0, bytes: [...ASCII('MM'), 0, 42] },
  { kind: 'tiff', at: 0, bytes: [...ASCII('II'), 43, 0] },
  { kind: 'tiff', at: 0, bytes: [...ASCII('MM'), 0, 43] },
  { kind: 'webp', at: 8, bytes: ASCII('WEBP') },
  { kind: 'gif', at: 0, bytes: ASCII('GIF87a') },
  { kind: 'gif', at: 0, bytes: ASCII('GIF89a') },
]

/** What picture the bytes hold, by content alone; null where they hold none of ours. */
export function sniffRaster(bytes: Uint8Array): RasterKind | null {
  if (isBitmap(bytes)) return 'bmp'
  const match = SIGNATURES.find(({ at, bytes: signature }) => startsWith(bytes, at, signature))
  return match ? match.kind : null
}

function startsWith(bytes: Uint8Array, at: number, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[at + index] === byte)
}

// "BM" starts many a text, so the size of the second header must be one that exists.
function isBitmap(bytes: Uint8Array): boolean {
  const sizes = [12, 40, 52, 56, 64, 108, 124]
  return (
    startsWith(bytes, 0, ASCII('BM')) && sizes.includes(bytes[14] ?? 0) && startsWith(bytes, 15, [0, 0, 0])
  )
}
