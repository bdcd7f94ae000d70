import type { HeatMap } from '../../shared/analysis.ts'
import type { ModelSight } from '../../shared/window-data.ts'
import { heatMapShown, type HeatMapChoice } from '../state/heat-map-choice.ts'
import type { Marks } from '../state/marks.ts'
import type { WindowState } from '../state/window-state.ts'
import type { Shade } from '../../shared/greyscale/shade.ts'
import { linkedShade, linkedView } from './linked-view.ts'
import type { LoadedFilm } from './loaded-film.ts'
import type { View } from './view.ts'

export interface DrawnHeat {
  readonly map: HeatMap
  readonly strength: number
  /** Whether the edges of the model's cells are drawn over it. */
  readonly grid: boolean
}

export interface Scene extends Shade {
  readonly loaded: LoadedFilm
  readonly view: View
  /** Null where the film has none or they are switched off. */
  readonly overlay: Uint8Array | null
  /** Null where it is switched off, or not known yet. */
  readonly sight: ModelSight | null
  readonly heatMap: DrawnHeat | null
  readonly marks: Marks
}

/** Which of two films side by side; alone, the film is the current one. */
export type Pane = 'current' | 'kept'

/** What of the window's state a viewport draws. */
export function sceneOf(state: WindowState, pane: Pane): Scene | null {
  return pane === 'current' ? currentScene(state) : keptScene(state)
}

function currentScene({ reading, display, heatMap, marks }: WindowState): Scene | null {
  const { loaded, analysis, sight } = reading
  if (!loaded || !display.voi) return null
  const shown = heatMapShown(heatMap, analysis.kind === 'done' ? analysis.analysis : null)
  return {
    loaded,
    voi: display.voi,
    turned: display.turned,
    view: display.view,
    overlay: display.overlays ? loaded.overlay : null,
    sight: display.sight ? sight : null,
    heatMap: shown.kind === 'drawn' ? drawnHeat(shown.map, heatMap) : null,
    marks,
  }
}

function drawnHeat(map: HeatMap, { strength, grid }: HeatMapChoice): DrawnHeat {
  return { map, strength, grid }
}

/** The film that is kept for comparison: it follows the other's window, zoom and place, and has no map of its own. */
function keptScene({ comparison: { kept }, display, marks }: WindowState): Scene | null {
  const { film, voi, turned, view, canvas } = display
  if (!kept || !film || !voi) return null
  return {
    loaded: kept,
    ...linkedShade({ voi, turned }, film, kept.film),
    view: linkedView(view, film, kept.film, canvas),
    overlay: display.overlays ? kept.overlay : null,
    sight: null,
    heatMap: null,
    marks,
  }
}

/** Whether two scenes have the same map, drawn alike. */
export function sameHeat(one: Scene['heatMap'], other: Scene['heatMap']): boolean {
  return one?.map === other?.map && one?.strength === other?.strength && one?.grid === other?.grid
}
