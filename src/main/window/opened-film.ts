import { HilumError } from '../../shared/errors.ts'
import type { FilmEntry, OpenedFilm } from '../../shared/window-data.ts'
import type { Film } from '../pipeline/film.ts'
import { overlayPlane } from '../pipeline/overlay-plane.ts'
import { shaped } from '../pipeline/pixel-spacing.ts'
import { pixelsPath, type PixelPlane } from './address.ts'

/** What the window needs to show a film; the pixels it fetches apart. */
export function describeForWindow({ id, name }: Pick<FilmEntry, 'id' | 'name'>, film: Film): OpenedFilm {
  const { identity, geometry, frame, shutters } = film
  const url = (plane: PixelPlane) => pixelsPath({ id, frame, shutters: shutters ?? 'on', plane })
  return {
    id,
    name,
    kind: film.kind,
    frame,
    frames: film.frames,
    rows: film.rows,
    columns: film.columns,
    bitsStored: film.bitsStored,
    pixelType: pixelType(film),
    pixelsUrl: url('grey'),
    colourUrl: film.colour === null ? null : url('colour'),
    overlayUrl: overlayPlane(film) === null ? null : url('overlay'),
    grey: film.grey,
    window: film.window,
    range: film.range,
    padding: film.padding,
    shutters,
    ...shaped(geometry),
    patient: {
      name: identity.patientName,
      id: identity.patientId,
      sex: identity.patientSex,
      age: identity.patientAge,
      orientation: identity.patientOrientation,
    },
    study: {
      date: identity.studyDate,
      description: identity.studyDescription,
      view: identity.viewPosition,
      modality: identity.modality,
    },
    warnings: film.warnings,
  }
}

function pixelType({ pixels, file }: Film): OpenedFilm['pixelType'] {
  if (pixels instanceof Uint8Array) return 'Uint8'
  if (pixels instanceof Int8Array) return 'Int8'
  if (pixels instanceof Uint16Array) return 'Uint16'
  if (pixels instanceof Int16Array) return 'Int16'
  throw new HilumError(
    'INTERNAL',
    `${file.name} came out of the pipeline with more than 16 bits a pixel. Please report it.`,
  )
}
