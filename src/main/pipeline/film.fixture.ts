// A film made by hand for tests: mid-grey 8-bit unless told otherwise.

import { NO_GEOMETRY, NO_IDENTITY } from './decode/nothing-known.ts'
import type { Film, Geometry, Identity } from './film.ts'

export interface FilmChanges extends Partial<Omit<Film, 'identity' | 'geometry'>> {
  readonly identity?: Partial<Identity>
  readonly geometry?: Partial<Geometry>
}

export function filmFixture({ identity: person, geometry: spacing, ...changes }: FilmChanges = {}): Film {
  const rows = changes.rows ?? 200
  const columns = changes.columns ?? 200
  return {
    file: { name: 'film.dcm', sha256: '0'.repeat(64), byteLength: rows * columns },
    kind: 'dicom',
    frame: 0,
    frames: 1,
    rows,
    columns,
    // A ramp along the rows, so that the film is not blank.
    pixels: Uint8Array.from({ length: rows * columns }, (_, i) =>
      Math.floor(((i % columns) * 256) / columns),
    ),
    bitsStored: 8,
    colour: null,
    grey: {
      modality: { kind: 'rescale', slope: 1, intercept: 0, unit: '' },
      windows: [],
      voiTables: [],
      inverted: false,
    },
    window: { centre: 128, width: 256, function: 'LINEAR', name: 'Full range' },
    range: { min: 0, max: 255 },
    padding: null,
    shutters: null,
    overlays: [],
    warnings: [],
    ...changes,
    identity: { ...NO_IDENTITY, ...person },
    geometry: { ...NO_GEOMETRY, ...spacing },
  }
}
