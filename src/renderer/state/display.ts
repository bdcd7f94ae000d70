import { openingVoi } from '../../shared/greyscale/display-table.ts'
import type { Voi } from '../../shared/greyscale/grey-transform.ts'
import type { FilmId } from '../../shared/units.ts'
import type { OpenedFilm } from '../../shared/window-data.ts'
import { actualSize, fitted, panned, zoomed, type CanvasSize, type View } from '../viewer/view.ts'
import type { WindowEvent } from './window-event.ts'

/** How the film before the reader is shown. */
export interface Display {
  readonly film: OpenedFilm | null
  readonly voi: Voi | null
  /** Whether the reader has turned black and white round, on top of what the file says. */
  readonly turned: boolean
  /** Whether display shutters, where the film has any, cover what lies outside them. */
  readonly shutters: boolean
  /** Whether the overlays of films that have any are drawn. */
  readonly overlays: boolean
  /** Whether it is drawn what of the film the model is given. */
  readonly sight: boolean
  /** Whether words stand in the corners, which may cover marks on the film. */
  readonly cornerText: boolean
  readonly view: View
  readonly canvas: CanvasSize
}

export const emptyDisplay: Display = {
  film: null,
  voi: null,
  turned: false,
  shutters: true,
  overlays: true,
  sight: false,
  cornerText: true,
  view: fitted,
  canvas: { width: 1, height: 1 },
}

export function updateDisplay(display: Display, event: WindowEvent): Display {
  switch (event.type) {
    case 'film.shown':
      return shown(display, event.loaded.film)
    case 'voi.chosen':
      return { ...display, voi: event.voi }
    case 'window.dragged':
      return { ...display, voi: { kind: 'window', window: event.window } }
    case 'table.left':
      return {
        ...display,
        voi: { kind: 'window', window: event.window },
        turned: display.turned !== event.turns,
      }
    case 'grey.turned':
      return { ...display, turned: !display.turned }
    case 'shutters.toggled':
      return display.film?.shutters ? { ...display, shutters: !display.shutters } : display
    case 'overlays.toggled':
      return { ...display, overlays: !display.overlays }
    case 'sight.toggled':
      return { ...display, sight: !display.sight }
    case 'corner-text.toggled':
      return { ...display, cornerText: !display.cornerText }
    case 'canvas.resized':
      return { ...display, canvas: event.size }
    case 'display.reset':
      return display.film ? { ...display, ...opening(display.film) } : display
    default:
      return moved(display, updateView(display, event))
  }
}

function moved(display: Display, view: View): Display {
  return view === display.view ? display : { ...display, view }
}

function updateView(display: Display, event: WindowEvent): View {
  const { film, canvas, view } = display
  if (!film) return view
  switch (event.type) {
    case 'view.zoomed':
      return zoomed(view, { film, canvas, factor: event.factor, at: event.at })
    case 'view.panned':
      return panned(view, { film, canvas, by: event.by })
    case 'view.fitted':
      return fitted
    case 'view.actual-size':
      return actualSize(film)
    default:
      return view
  }
}

function shown(display: Display, film: OpenedFilm): Display {
  if (isSameFilm(display.film, film.id)) return { ...display, film }
  return { ...display, film, ...opening(film) }
}

/** What a film opens with, and what “Reset” goes back to. */
export function opening(film: OpenedFilm): Pick<Display, 'voi' | 'turned' | 'shutters' | 'view'> {
  return {
    voi: openingVoi(film.grey, { kind: 'window', window: film.window }),
    turned: false,
    shutters: true,
    view: fitted,
  }
}

// Another frame of the same film keeps what the reader has set.
function isSameFilm(film: OpenedFilm | null, id: FilmId): boolean {
  return film?.id === id
}
