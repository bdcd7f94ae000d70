// The only file that knows sharp. It speaks of pictures, and turns sharp's failures into ours.

import type sharpOf from 'sharp'
import type { Metadata, Sharp } from 'sharp'

import { HilumError } from '../../shared/errors.ts'

/** Not before the first picture that needs it: loading it takes as long as fifty films that do not. */
async function loadSharp(): Promise<typeof sharpOf> {
  return (await import('sharp')).default
}

/** Samples interleaved, row by row. One channel is grey, two are grey and alpha, three RGB, four RGBA. */
export interface Picture {
  readonly rows: number
  readonly columns: number
  readonly channels: 1 | 2 | 3 | 4
  readonly bits: 8 | 16
  readonly samples: Uint8Array | Uint8ClampedArray | Uint16Array
}

export interface DecodedPicture extends Picture {
  readonly samples: Uint8Array | Uint16Array
  /** Pages of a TIFF; 1 for every other kind. */
  readonly pages: number
  /** Whether the file ended before its picture did; what is missing is left as the library fills it. */
  readonly truncated: boolean
}

interface Source {
  readonly name: string
  readonly bytes: Buffer
}

/** What the header says, before anything is decoded, and the decoder of what it says. */
export interface OpenedPicture {
  readonly rows: number
  readonly columns: number
  readonly pages: number
  readonly decode: (page: number) => Promise<DecodedPicture>
}

export async function openPicture(source: Source): Promise<OpenedPicture> {
  const header = await pictureHeader(source)
  const { height, width, format, pageHeight } = header
  const pages = format === 'tiff' ? (header.pages ?? 1) : 1
  return {
    rows: pageHeight ?? height,
    columns: width,
    pages,
    decode: async (page) => ({ pages, ...(await pageOf(source, page, header)) }),
  }
}

/** The picture on one page, turned upright where EXIF says so, at 8 or 16 bits a sample. */
export async function decodePicture(source: Source, page: number): Promise<DecodedPicture> {
  return await (await openPicture(source)).decode(page)
}

/** A JPEG whose header the caller has read, so that it is not asked for first: a tenth of the time of a small film. */
export async function decodeJpegPicture(source: Source, components: 1 | 3): Promise<DecodedPicture> {
  const header = { depth: 'uchar', channels: components, space: components === 1 ? 'b-w' : 'srgb' } as const
  return { pages: 1, ...(await pageOf(source, 0, header)) }
}

type Samplings = Pick<Metadata, 'depth' | 'channels' | 'space'>

async function pageOf(
  source: Source,
  page: number,
  header: Samplings,
): Promise<Samples & { readonly truncated: boolean }> {
  if (!isReadable(header)) throw unsupported(source.name, header)
  const options = { failOn: 'warning', limitInputPixels: false, page, ignoreIcc: true } as const
  const sharp = await loadSharp()
  try {
    return { ...(await samplesOf(sharp(source.bytes, options), header)), truncated: false }
  } catch (error) {
    return { ...(await whatIsThere(source, page, { header, cause: error })), truncated: true }
  }
}

async function pictureHeader({ name, bytes }: Source): Promise<Metadata> {
  const sharp = await loadSharp()
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata()
  } catch (error) {
    throw new HilumError(
      'DECODE_DAMAGED',
      `${name} starts like a picture but its header cannot be read (${reasonOf(error)}); copy it again from its source.`,
      { cause: error },
    )
  }
}

/** Floating point, signed and 32-bit samples have no range that says which value is black and which is white. */
function isReadable({ depth, space }: Samplings): boolean {
  return depth === 'uchar' || (depth === 'ushort' && space !== 'cmyk')
}

function unsupported(name: string, { depth, space }: Samplings): HilumError {
  return new HilumError(
    'DECODE_UNSUPPORTED',
    `${name} has samples of type ${depth} (${space}); Hilum reads pictures of 8 or 16 bits without sign. Save it so first.`,
  )
}

async function whatIsThere(
  { name, bytes }: Source,
  page: number,
  first: { header: Samplings; cause: unknown },
): Promise<Samples> {
  const sharp = await loadSharp()
  const options = { failOn: 'none', limitInputPixels: false, page, ignoreIcc: true } as const
  const saved = await orNull(samplesOf(sharp(bytes, options), first.header))
  // What the library cannot read at all it gives as one value, a TIFF of unknown compression for one.
  if (saved?.samples.some((sample) => sample !== saved.samples[0])) return saved
  throw new HilumError(
    'DECODE_DAMAGED',
    `${name} is damaged and none of its picture can be read (${reasonOf(first.cause)}); copy it again from its source.`,
    { cause: first.cause },
  )
}

async function orNull<Value>(value: Promise<Value>): Promise<Value | null> {
  try {
    return await value
  } catch {
    // The strict reading's reason is the telling one; the lenient reading only adds that nothing can be saved.
    return null
  }
}

type Samples = Picture & { readonly samples: Uint8Array | Uint16Array }

async function samplesOf(picture: Sharp, header: Samplings): Promise<Samples> {
  const deep = header.depth === 'ushort'
  const space = colourSpace(header, deep)
  // sharp would bring ink to RGB before anything else.
  if (space === 'cmyk') picture.pipelineColourspace('cmyk')
  const { data, info } = await picture
    .autoOrient()
    .toColourspace(space)
    .raw({ depth: deep ? 'ushort' : 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const samples = deep ? new Uint16Array(data.buffer, data.byteOffset, data.length / 2) : plainBytes(data)
  const size = { rows: info.height, columns: info.width, bits: deep ? 16 : 8 } as const
  if (space === 'cmyk') return { ...size, channels: 3, samples: rgbOfInk(samples, info.channels) }
  if (space === 'srgb' && isGrey(header) && info.channels === 4)
    return { ...size, channels: 2, samples: greyAndAlpha(samples) }
  return { ...size, channels: info.channels as 1 | 2 | 3 | 4, samples }
}

/** The space that leaves the samples as they are. Grey with alpha goes as RGB: sharp drops the alpha of 'b-w'. */
function colourSpace(header: Samplings, deep: boolean): 'b-w' | 'grey16' | 'srgb' | 'rgb16' | 'cmyk' {
  if (header.space === 'cmyk') return 'cmyk'
  const grey = isGrey(header)
  if (deep) return grey ? 'grey16' : 'rgb16'
  return grey && header.channels === 1 ? 'b-w' : 'srgb'
}

function isGrey({ space }: Samplings): boolean {
  return space === 'b-w' || space === 'grey16'
}

/** Of grey that went as RGB, the red, which is the grey, and the alpha. */
function greyAndAlpha(rgba: Uint8Array | Uint16Array): Uint8Array {
  const samples = new Uint8Array(rgba.length / 2)
  for (let from = 0, to = 0; from < rgba.length; from += 4) {
    samples[to++] = rgba[from]!
    samples[to++] = rgba[from + 3]!
  }
  return samples
}

/** Ink without a colour profile: what each ink and black leave of the paper's white, as Pillow reckons it. */
function rgbOfInk(ink: Uint8Array | Uint16Array, channels: number): Uint8Array {
  const rgb = new Uint8Array((ink.length / channels) * 3)
  for (let from = 0, to = 0; from < ink.length; from += channels) {
    const paper = 255 - ink[from + 3]!
    for (let colour = 0; colour < 3; colour++) {
      rgb[to++] = Math.max(paper - Math.floor((ink[from + colour]! * paper) / 255 + 0.5), 0)
    }
  }
  return rgb
}

export async function encodePng(picture: Picture): Promise<Buffer> {
  return (await rawInput(picture)).png({ compressionLevel: 6 }).toBuffer()
}

export async function encodeJpeg(picture: Picture, quality: number): Promise<Buffer> {
  return (await rawInput(picture)).jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer()
}

/** For the heat map's picture. What a model sees goes through `resample`, which agrees with its training. */
export async function resizePicture(
  picture: Picture,
  size: { rows: number; columns: number },
): Promise<Picture> {
  const raw = await rawInput(picture)
  const { data, info } = await raw
    .resize(size.columns, size.rows, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { rows: info.height, columns: info.width, channels: picture.channels, bits: 8, samples: data }
}

export interface Lettering {
  readonly fontFile: string
  readonly family: string
  /** Of the font, in pixels. */
  readonly size: number
  /** In pixels; longer lines are broken. */
  readonly width: number
  /** As in CSS. */
  readonly colour: string
}

/** Words on nothing: their colour, and an alpha that is their shape. */
export async function drawText(words: string, lettering: Lettering): Promise<Picture> {
  const { fontFile, family, size, width, colour } = lettering
  const marked = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  const text = `<span foreground="${colour}">${marked}</span>`
  const font = { fontfile: fontFile, font: `${family} ${size}`, dpi: 72 }
  const sharp = await loadSharp()
  const picture = sharp({ text: { text, ...font, width, wrap: 'word-char', rgba: true } })
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true })
  return { rows: info.height, columns: info.width, channels: 4, bits: 8, samples: data }
}

export interface Layer {
  readonly picture: Picture
  readonly left: number
  readonly top: number
}

/** Pictures on a plain sheet, the later over the earlier. */
export async function layOut(
  sheet: { readonly rows: number; readonly columns: number; readonly colour: string },
  layers: readonly Layer[],
): Promise<Picture> {
  const { rows, columns, colour } = sheet
  const sharp = await loadSharp()
  const blank = sharp({ create: { width: columns, height: rows, channels: 3, background: colour } })
  const inputs = layers.map(({ picture, left, top }) => ({
    input: Buffer.from(picture.samples.buffer, picture.samples.byteOffset, picture.samples.byteLength),
    raw: { width: picture.columns, height: picture.rows, channels: picture.channels },
    left,
    top,
  }))
  const data = await blank.composite(inputs).removeAlpha().raw().toBuffer()
  return { rows, columns, channels: 3, bits: 8, samples: data }
}

async function rawInput({ rows, columns, channels, samples }: Picture): Promise<Sharp> {
  const sharp = await loadSharp()
  const picture = sharp(samples, { raw: { width: columns, height: rows, channels }, limitInputPixels: false })
  return channels === 1 ? picture.toColourspace(samples instanceof Uint16Array ? 'grey16' : 'b-w') : picture
}

// A Buffer is a Uint8Array with other manners, in `slice` and when it crosses to another process.
function plainBytes(data: Buffer): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.length)
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text.split('\n')[0] ?? text
}
