import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { create, type Font } from 'fontkit'

export type Weight = 'regular' | 'semibold'

export interface Typeface {
  readonly files: Readonly<Record<Weight, Buffer>>
  /** The text with only such characters as the fonts can draw. */
  readonly writable: (text: string) => string
}

const FILES: Readonly<Record<Weight, string>> = {
  regular: 'SourceSans3-Regular.ttf',
  semibold: 'SourceSans3-SemiBold.ttf',
}

export async function loadTypeface(assetsFolder: string): Promise<Typeface> {
  const read = (weight: Weight): Promise<Buffer> => readFile(join(assetsFolder, 'fonts', FILES[weight]))
  const files = { regular: await read('regular'), semibold: await read('semibold') }
  const fonts = [singleFont(files.regular), singleFont(files.semibold)]
  const known = new Map<number, boolean>()
  const drawable = (codePoint: number): boolean => {
    const answer = known.get(codePoint) ?? fonts.every((font) => font.hasGlyphForCodePoint(codePoint))
    known.set(codePoint, answer)
    return answer
  }
  return { files, writable: (text) => writable(text, drawable) }
}

function singleFont(bytes: Buffer): Font {
  const font = create(bytes)
  if (!('hasGlyphForCodePoint' in font))
    throw new Error('A font of the report holds a collection, not one font.')
  return font
}

/**
 * Characters that no shipped font can draw are written by number, [U+65E5 U+672C], so that a name stays one name
 * and never becomes a row of empty boxes. Marks that only steer other characters are left out.
 */
export function writable(text: string, drawable: (codePoint: number) => boolean): string {
  let written = ''
  let numbers: string[] = []
  const flush = (): void => {
    if (numbers.length > 0) written += `[${numbers.join(' ')}]`
    numbers = []
  }
  for (const character of text.normalize('NFC')) {
    const codePoint = character.codePointAt(0) ?? 0
    if (steersOthers(codePoint)) continue
    if (isControl(codePoint) || !drawable(codePoint)) {
      numbers.push(`U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`)
      continue
    }
    flush()
    written += character
  }
  flush()
  return written
}

/** Zero-width joiners, directional marks and variation selectors; a name must not reorder the line it stands in. */
function steersOthers(codePoint: number): boolean {
  return (
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x2069) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    codePoint === 0xfeff
  )
}

function isControl(codePoint: number): boolean {
  return codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0)
}
