import type { HeatMap } from '../../shared/analysis.ts'
import { heatMapShown } from '../state/heat-map-choice.ts'
import type { WindowState } from '../state/window-state.ts'
import type { Shade } from './grey-bytes.ts'
import type { LoadedFilm } from './loaded-film.ts'
import type { View } from './view.ts'

export interface Scene extends Shade {
  readonly loaded: LoadedFilm
  readonly view: View
  /** Null where the film has none or they are switched off. */
  readonly overlay: Uint8Array | null
  readonly heatMap: { readonly map: HeatMap; readonly strength: number } | null
}

/** What of the window's state the viewport draws. */
export function sceneOf({ reading, display, heatMap }: WindowState): Scene | null {
  const { loaded, analysis } = reading
  if (!loaded || !display.voi) return null
  const shown = heatMapShown(heatMap, analysis.kind === 'done' ? analysis.analysis : null)
  return {
    loaded,
    voi: display.voi,
    turned: display.turned,
    view: display.view,
    overlay: display.overlays ? loaded.overlay : null,
    heatMap: shown.kind === 'drawn' ? { map: shown.map, strength: heatMap.strength } : null,
  }
}

/** Whether two scenes have the same map at the same strength. */
export function sameHeat(one: Scene['heatMap'], other: Scene['heatMap']): boolean {
  return one?.map === other?.map && one?.strength === other?.strength
}
