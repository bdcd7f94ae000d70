import type { GreyTransform } from '../../../shared/greyscale/grey-transform.ts'
import { fullRangeWindow } from '../decode/raster/full-range-window.ts'
import type { DecodedFilm, StoredPixels } from '../film.ts'
import { luma } from './luma.ts'
import { paletteColours } from './palette-colours.ts'
import type { RgbSamples } from './rgb-samples.ts'
import { screenColours } from './screen-colours.ts'
import { rgbFromYbrFull, rgbFromYbrPartial } from './ybr.ts'

export interface Plane {
  readonly pixels: StoredPixels
  readonly bitsStored: number
  readonly grey: GreyTransform
  readonly padding: DecodedFilm['padding']
}

/** The grey plane of a film, and its colours where it has any. Grey films pass through untouched. */
export function colourFilm(decoded: DecodedFilm): Plane & { readonly colour: Uint8ClampedArray | null } {
  const { pixels, bitsStored, grey, padding } = decoded
  const rgb = rgbOf(decoded)
  if (rgb === null) return { pixels, bitsStored, grey, padding, colour: null }
  const isGrey = hasNoColour(rgb.samples)
  return {
    pixels: isGrey ? firstOfThree(rgb) : luma(rgb),
    bitsStored: rgb.bits,
    grey: { modality: IDENTITY, windows: [fullRangeWindow(rgb.bits)], voiTables: [], inverted: false },
    padding: null,
    colour: isGrey ? null : screenColours(rgb),
  }
}

const IDENTITY = { kind: 'rescale', slope: 1, intercept: 0, unit: '' } as const

function rgbOf(decoded: DecodedFilm): RgbSamples | null {
  const { photometricInterpretation: kind, bitsStored: bits, palette, pixels } = decoded
  if (kind === 'PALETTE COLOR') return palette === null ? null : paletteColours(pixels, palette)
  if (decoded.samplesPerPixel === 1) return null
  switch (kind) {
    case 'YBR_FULL':
    case 'YBR_FULL_422':
      return rgbFromYbrFull({ samples: pixels, bits })
    case 'YBR_PARTIAL_420':
    case 'YBR_PARTIAL_422':
      return rgbFromYbrPartial({ samples: pixels, bits })
    // PS3.5 A.4.4: the transforms named YBR_ICT and YBR_RCT belong to JPEG 2000, whose decoder has undone them.
    default:
      return { samples: pixels, bits }
  }
}

/** Many grey films are stored as RGB with three equal samples. */
function hasNoColour(samples: StoredPixels): boolean {
  for (let i = 0; i < samples.length; i += 3) {
    if (samples[i] !== samples[i + 1] || samples[i] !== samples[i + 2]) return false
  }
  return true
}

function firstOfThree({ samples, bits }: RgbSamples): StoredPixels {
  const plane = bits > 8 ? new Uint16Array(samples.length / 3) : new Uint8Array(samples.length / 3)
  for (let i = 0, from = 0; i < plane.length; i++, from += 3) plane[i] = samples[from]!
  return plane
}
