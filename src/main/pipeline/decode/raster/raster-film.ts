import type { Warning } from '../../../../shared/analysis.ts'
import type { DecodedFilm, FilmFile } from '../../film.ts'
import { aboutFile } from '../about-file.ts'
import { NO_GEOMETRY, NO_IDENTITY } from '../nothing-known.ts'
import type { RasterKind } from '../sniff.ts'
import { fullRangeWindow } from './full-range-window.ts'

/** The samples of one picture, upright and without alpha. */
export interface Raster {
  readonly rows: number
  readonly columns: number
  readonly samplesPerPixel: 1 | 3
  readonly bits: 8 | 16
  readonly pixels: Uint8Array | Uint16Array
  readonly frames: number
  readonly warnings: readonly Warning[]
}

/** A picture that is not DICOM as a film: it says nothing of the person, and its whole range is its window. */
export function rasterFilm(file: FilmFile, kind: RasterKind, frame: number, raster: Raster): DecodedFilm {
  return {
    file: aboutFile(file, raster.pixels),
    kind,
    transferSyntax: null,
    frame,
    frames: raster.frames,
    rows: raster.rows,
    columns: raster.columns,
    samplesPerPixel: raster.samplesPerPixel,
    bitsStored: raster.bits,
    signed: false,
    photometricInterpretation: raster.samplesPerPixel === 3 ? 'RGB' : 'MONOCHROME2',
    pixels: raster.pixels,
    palette: null,
    grey: {
      modality: { kind: 'rescale', slope: 1, intercept: 0, unit: '' },
      windows: [fullRangeWindow(raster.bits)],
      voiTables: [],
      inverted: false,
    },
    padding: null,
    overlays: [],
    shutters: [],
    identity: NO_IDENTITY,
    geometry: NO_GEOMETRY,
    warnings: raster.warnings,
  }
}
