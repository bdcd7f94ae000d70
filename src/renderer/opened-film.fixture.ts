// A film as main describes it, for tests; 12 bits, 4 by 3 pixels, nothing said of the patient.

import { filmId } from '../shared/units.ts'
import type { OpenedFilm } from '../shared/window-data.ts'

export function openedFilm(changes: Partial<OpenedFilm> = {}): OpenedFilm {
  return {
    id: filmId('film-1'),
    name: 'a.dcm',
    kind: 'dicom',
    frame: 0,
    frames: 1,
    rows: 3,
    columns: 4,
    bitsStored: 12,
    pixelType: 'Uint16',
    pixelsUrl: '/films/film-1/0/grey',
    colourUrl: null,
    overlayUrl: null,
    grey: {
      modality: { kind: 'rescale', slope: 1, intercept: 0, unit: '' },
      windows: [],
      voiTables: [],
      inverted: false,
    },
    window: { centre: 2048, width: 4096, function: 'LINEAR', name: '' },
    range: { min: 0, max: 4095 },
    padding: null,
    shutters: null,
    spacing: { pixel: null, imager: null },
    pixelAspectRatio: [1, 1],
    patient: { name: '', id: '', sex: '', age: '', orientation: [] },
    study: { date: '', description: '', view: '', modality: '' },
    warnings: [],
    ...changes,
  }
}
